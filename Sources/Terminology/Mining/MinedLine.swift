internal import HanText

/// A line as scalars, widths folded, marks of emphasis dropped, code and addresses blanked.
struct MinedLine {
  let scalars: [Unicode.Scalar]
  let number: Int
  /// Whether Latin letters occur: without them a line states no name but a Chinese one for another.
  let hasLetters: Bool
  /// As the page has it.
  let source: String

  /// Stands for what is not read: no name contains it.
  static let blank: Unicode.Scalar = "\u{FFFC}"

  init(_ text: String, number: Int) {
    self.number = number
    source = text
    let folded = text.unicodeScalars.map(WidthFolding.fold)
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(folded.count)
    var index = 0
    while index < folded.count {
      let scalar = folded[index]
      if scalar == "`", let end = Self.codeEnd(folded, index) {
        let inside = folded[index + 1..<end]
        if inside.contains(where: Self.isCodeSign) { result.append(Self.blank) } else { result += inside }
        index = end + 1
      } else if scalar == ":", index + 2 < folded.count, folded[index + 1] == "/", folded[index + 2] == "/" {
        index = folded[index...].firstIndex { $0 == " " || HanScript.contains($0) } ?? folded.count
        result.append(Self.blank)
      } else {
        if scalar != "*" { result.append(scalar) }
        index += 1
      }
    }
    scalars = result
    hasLetters = result.contains(where: Self.isLetter)
  }

  /// Where a span of code that begins at a backtick ends.
  private static func codeEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    text[(start + 1)...].firstIndex(of: "`").flatMap { $0 > start + 1 ? $0 : nil }
  }

  private static func isCodeSign(_ scalar: Unicode.Scalar) -> Bool { scalar.isOne(of: "()[]{}=.;_<>") }

  /// A line of code or data says nothing in words.
  var isCode: Bool {
    if scalars.contains(where: HanScript.contains) { return false }
    return scalars.count(where: { $0.isOne(of: "{}=;<>\\|$") }) >= 2
  }

  func text(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }

  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "+", ".", "'", "/", "‐", "–", "&", "@": true
    default: scalar.value >= 0xC0 && scalar.value < 0x250
    }
  }

  /// ASCII capitals as small letters.
  static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || (scalar.value >= 0xC0 && scalar.value < 0x250)
  }
}
