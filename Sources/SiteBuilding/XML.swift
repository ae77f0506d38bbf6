internal import Encodings

/// Text for XML and HTML.
enum XML {
  /// The five predefined entities; characters that XML 1.0 forbids are dropped.
  static func escape(_ text: some StringProtocol) -> String {
    let allowed = text.utf8.filter { $0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0) }
    var result: [UInt8] = []
    allowed.withUnsafeBufferPointer { result.appendEscaped($0) }
    return String(decoding: result, as: UTF8.self)
  }
}
