extension [UInt8] {
  /// Appends a text with `& < > " '` as character references: for HTML and XML, in elements and in quoted attributes.
  public mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0) }
  }

  /// Appends a text with the special ones among `& < > " '` as character references. Runs without any are copied whole.
  public mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, special: ASCIISet = .markup) {
    var copied = 0
    for index in 0..<text.count where special.contains(text[index]) {
      append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
      append(contentsOf: Self.reference(for: text[index]).utf8)
      copied = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
  }

  private static func reference(for byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: "&#39;"
    }
  }
}

extension ASCIISet {
  /// What markup takes for its own.
  public static let markup = ASCIISet("&<>\"'")
  /// The same where attributes stand in double quotes alone.
  public static let doubleQuotedMarkup = ASCIISet("&<>\"")
}
