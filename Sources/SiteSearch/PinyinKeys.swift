internal import HanText

/// Keys that lead from pinyin to what it spells: `'zyl'zhu yi li'注意力`.
///
/// Sorted by initials, so that full spelling, initials and any mixture of them are found in one run of the dictionary.
enum PinyinKeys {
  /// How many syllables of a title are spelled.
  static let syllablesOfTitle = 8
  static let mostSyllablesOfName = 12

  /// The key of a name, with the Han text to search for; `nil` where it has no or too many Han characters.
  static func key(ofName canonicalText: [UInt16]) -> [UInt16]? {
    let han = String(decoding: canonicalText, as: UTF16.self).unicodeScalars.filter(HanScript.contains)
    guard (2...mostSyllablesOfName).contains(han.count) else { return nil }
    return key(spelling: String(String.UnicodeScalarView(han)), text: String(String.UnicodeScalarView(han)))
  }

  /// The keys of the Han runs of each title, each run by its beginning.
  static func keys(ofTitles canonicalTexts: [[UInt16]]) -> [[[UInt16]]] {
    let runs = canonicalTexts.map { text in
      String(decoding: text, as: UTF16.self).unicodeScalars.split { !HanScript.contains($0) }
        .filter { $0.count > 1 }
        .map { String(String.UnicodeScalarView($0.prefix(syllablesOfTitle))) }
    }
    Pinyin.prepare(runs.joined())
    return runs.map { $0.compactMap { key(spelling: $0, text: "") } }
  }

  private static func key(spelling han: String, text: String) -> [UInt16]? {
    let syllables = Pinyin.syllables(of: han)
    // A character without a reading has no place in the initials.
    guard syllables.allSatisfy({ $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }) else { return nil }
    let initials = String(syllables.map { $0.first! })
    return Array("'\(initials)'\(syllables.joined(separator: " "))'\(text)".utf16)
  }
}
