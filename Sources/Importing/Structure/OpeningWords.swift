internal import HanText

/// Words that a line may begin with, in the order in which they are tried.
struct OpeningWords: Sendable {
  let words: [[Unicode.Scalar]]
  /// Most lines begin with none of them.
  private let firsts: ScalarFilter

  /// - Parameter words: as keys (`Unicode.Scalar.keyed`), none empty.
  init(_ words: [[Unicode.Scalar]]) {
    self.words = words
    firsts = ScalarFilter(words.compactMap(\.first))
  }

  static let none = OpeningWords([])

  /// The first word that stands at a place of a text. O(words) where its first character begins one, else O(1).
  func word(in text: [Unicode.Scalar], at position: Int) -> [Unicode.Scalar]? {
    guard position < text.count, firsts.mayContain(text[position].keyed) else { return nil }
    return words.first { word in
      position + word.count <= text.count && word.indices.allSatisfy { text[position + $0].keyed == word[$0] }
    }
  }
}
