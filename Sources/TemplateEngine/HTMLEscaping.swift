extension [UInt8] {
  /// Appends a text with `& < > " '` as character references. Runs without any of them are copied whole.
  mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var copied = 0
      for index in 0..<bytes.count {
        let byte = bytes[index]
        // All five are below 64: one shift tells them from the rest.
        if byte >= 64 || Self.special &>> UInt64(byte) & 1 == 0 { continue }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
        append(contentsOf: Self.reference(for: byte).utf8)
        copied = index + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }
  }

  /// A bit for each of the five.
  private static var special: UInt64 { 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E }

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
