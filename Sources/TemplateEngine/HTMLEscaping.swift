extension [UInt8] {
  /// Appends a text with `& < > " '` as character references. Runs without any of them are copied whole.
  mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var copied = 0
      for index in bytes.indices {
        guard let reference = Self.reference(for: bytes[index]) else { continue }
        append(contentsOf: bytes[copied..<index])
        append(contentsOf: reference.utf8)
        copied = index + 1
      }
      append(contentsOf: bytes[copied...])
    }
  }

  private static func reference(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
