/// The path of a request, decoded into its parts, and its query.
struct RequestTarget: Equatable {
  /// Without empty parts; none is `.` or `..` or holds a `/` or a NUL.
  let parts: [String]
  let endsWithSlash: Bool
  /// As sent, with `?`; empty where there is none.
  let query: String

  /// `nil` for what no file can be called: a bad escape, `..` in any spelling, an escaped `/`, bytes that are not UTF-8.
  init?(_ target: String) {
    guard target.hasPrefix("/") else { return nil }
    let path = target.prefix { $0 != "?" && $0 != "#" }
    query = String(target.dropFirst(path.count).prefix { $0 != "#" })
    endsWithSlash = path.hasSuffix("/")
    var parts: [String] = []
    for part in path.split(separator: "/") {
      guard let decoded = Self.decode(part), decoded != ".", decoded != "..",
        !decoded.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") })
      else { return nil }
      parts.append(decoded)
    }
    self.parts = parts
  }

  static func decode(_ text: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// The decoded value of a parameter of the query.
  func parameter(_ name: String) -> String? {
    for pair in query.dropFirst().split(separator: "&") where pair.hasPrefix(name + "=") {
      return Self.decode(pair.dropFirst(name.count + 1))
    }
    return nil
  }

  /// A path as it may stand in a header.
  static func encode(_ parts: some Sequence<String>) -> String {
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    return parts.map { part in
      String(
        decoding: part.utf8.flatMap { byte in
          allowed.contains(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }, as: UTF8.self)
    }.joined(separator: "/")
  }
}
