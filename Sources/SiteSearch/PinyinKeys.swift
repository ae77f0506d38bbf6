internal import HanText

/// Keys that lead from pinyin to what it spells. They stand among the words that begin alike: `zhuyili'注意力` for what is
/// spelled in full or not yet to the end, `zyn'zhu yi li'注意力`, sorted by initials, for initials and any mixture. Initials
/// that many people do not tell apart, or mix up in typing, are one: n, l and r; f and h.
enum PinyinKeys {
  /// How many syllables of a title are spelled.
  static let syllablesOfTitle = 8
  static let mostSyllablesOfName = 12

  /// The keys of a name, with the Han text to search for; none where it has no or too many Han characters.
  static func keys(ofName canonicalText: [UInt16]) -> [[UInt16]] {
    let han = hanText(canonicalText)
    guard (2...mostSyllablesOfName).contains(han.count) else { return [] }
    return keys(spelling: han, text: han)
  }

  /// The full spellings of what a name ends with: who looks for 神经网络 need not know that the page is called 循环神经网络.
  static func keys(ofEndsOf canonicalText: [UInt16]) -> [[UInt16]] {
    let han = hanText(canonicalText)
    guard (3...mostSyllablesOfName).contains(han.count) else { return [] }
    return (1..<han.count - 1).compactMap { keys(spelling: String(han.dropFirst($0)), text: String(han.dropFirst($0))).last }
  }

  private static func hanText(_ canonicalText: [UInt16]) -> String {
    String(String.UnicodeScalarView(String(decoding: canonicalText, as: UTF16.self).unicodeScalars.filter(HanScript.contains)))
  }

  /// The keys of the Han runs of each title, each run by its beginning.
  static func keys(ofTitles canonicalTexts: [[UInt16]]) -> [[[UInt16]]] {
    canonicalTexts.map { text in
      String(decoding: text, as: UTF16.self).unicodeScalars.split { !HanScript.contains($0) }
        .filter { $0.count > 1 }
        .flatMap { keys(spelling: String(String.UnicodeScalarView($0.prefix(syllablesOfTitle))), text: "") }
    }
  }

  private static func keys(spelling han: String, text: String) -> [[UInt16]] {
    let syllables = Pinyin.syllables(of: han)
    // A character without a reading has no place in the initials.
    guard syllables.allSatisfy({ $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }) else { return [] }
    let initials = String(syllables.map { blurred[$0.first!] ?? $0.first! })
    return ["\(initials)'\(syllables.joined(separator: " "))'\(text)", "\(syllables.joined())'\(text)"].map { Array($0.utf16) }
  }

  private static let blurred: [Character: Character] = ["l": "n", "r": "n", "f": "h"]
}
