/// Text for XML and HTML.
enum XML {
  /// The five predefined entities; characters that XML 1.0 forbids are dropped.
  static func escape(_ text: some StringProtocol) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case 0x26: result += Array("&amp;".utf8)
      case 0x3C: result += Array("&lt;".utf8)
      case 0x3E: result += Array("&gt;".utf8)
      case 0x22: result += Array("&quot;".utf8)
      case 0x27: result += Array("&#39;".utf8)
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: break
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
