internal import HanText

/// Keys that lead from pinyin to the Han text it spells: `'zyl'zhu yi li'注意力`.
///
/// Sorted by initials, so that full spelling, initials and any mixture of them are found in one run of the dictionary.
enum PinyinKeys {
  static let maximumSyllables = 12

  static func texts(for names: [String]) -> [[UInt16]] {
    var folding = SearchFolding()
    return names.compactMap { name in
      var han = ""
      for scalar in name.unicodeScalars {
        for part in folding.parts(of: folding.fold(scalar.value)) where part.role == .han {
          han.unicodeScalars.append(Unicode.Scalar(part.scalar)!)
        }
      }
      let syllables = Pinyin.syllables(of: han)
      guard syllables.count >= 2, syllables.count <= maximumSyllables else { return nil }
      let initials = String(syllables.map { $0.first ?? "?" })
      return Array("'\(initials)'\(syllables.joined(separator: " "))'\(han)".utf16)
    }
  }
}
