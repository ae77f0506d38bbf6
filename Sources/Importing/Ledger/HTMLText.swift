/// HTML being written; text is escaped.
struct HTMLText {
  private var bytes: [UInt8] = []

  var content: String { String(decoding: bytes, as: UTF8.self) }

  /// Markup of our own.
  mutating func raw(_ markup: String) { bytes += markup.utf8 }

  /// Text of others, also inside of a quoted attribute. Control characters become U+FFFD.
  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case 0x26: bytes += "&amp;".utf8
      case 0x3C: bytes += "&lt;".utf8
      case 0x3E: bytes += "&gt;".utf8
      case 0x22: bytes += "&quot;".utf8
      case 0x27: bytes += "&#39;".utf8
      case 0..<0x09, 0x0B..<0x20, 0x7F: bytes += "\u{FFFD}".utf8
      default: bytes.append(byte)
      }
    }
  }
}
