internal import HanText

/// A name as it stands on a page.
struct StatedName: Hashable {
  enum Kind { case chinese, english, abbreviation }

  let text: String
  let kind: Kind

  init(_ text: String, _ kind: Kind) {
    self.text = text
    self.kind = kind
  }

  /// A name of Latin letters is an abbreviation if it is one short word with two capitals or a digit.
  init(latin text: String) {
    let scalars = Array(text.unicodeScalars)
    let capitals = scalars.count { ("A"..."Z").contains($0) }
    let isOneWord = !scalars.contains(" ") && scalars.count <= 10
    let hasDigit = scalars.contains { ("0"..."9").contains($0) }
    let isShort = isOneWord && (capitals >= 2 || (capitals == 1 && (hasDigit || scalars.count == 1)))
    // `FineTuning` is two words.
    let isSolid = Self.isSolid(scalars)
    let isHyphenated = text.contains("-") && scalars.count(where: { ("a"..."z").contains($0) }) > 4
    self.init(text, isShort && !isHyphenated && !isSolid ? .abbreviation : .english)
  }
}

extension StatedName {
  /// Whether it is words in capitals without spaces: `FineTuning`, not `LoRA` or `LayerNorm2d`.
  var isSolid: Bool { Self.isSolid(Array(text.unicodeScalars)) }

  fileprivate static func isSolid(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.first.map({ ("A"..."Z").contains($0) }) == true, scalars.allSatisfy(MinedLine.isLetter) else { return false }
    let words = scalars.indices.split { ("A"..."Z").contains(scalars[$0]) }
    return words.count >= 2 && words.allSatisfy { $0.count >= 3 } && scalars.count(where: { ("A"..."Z").contains($0) }) == words.count
  }
}

/// Names that a page says are one concept's.
struct Statement {
  var names: [StatedName]
  let line: Int
}
