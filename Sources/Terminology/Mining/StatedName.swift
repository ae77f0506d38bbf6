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
    let isHyphenated = text.contains("-") && scalars.count(where: { ("a"..."z").contains($0) }) > 4
    self.init(text, isShort && !isHyphenated ? .abbreviation : .english)
  }
}

/// Names that a page says are one concept's.
struct Statement {
  var names: [StatedName]
  let line: Int
}
