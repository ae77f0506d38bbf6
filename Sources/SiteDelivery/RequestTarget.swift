internal import Encodings

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
      guard let decoded = PercentEncoding.decode(part), decoded != ".", decoded != "..",
        !decoded.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") })
      else { return nil }
      parts.append(decoded)
    }
    self.parts = parts
  }

  /// The decoded value of a parameter of the query.
  func parameter(_ name: String) -> String? {
    for pair in query.dropFirst().split(separator: "&") where pair.hasPrefix(name + "=") {
      return PercentEncoding.decode(pair.dropFirst(name.count + 1))
    }
    return nil
  }

  /// A path as it may stand in a header.
  static func encode(_ parts: some Sequence<String>) -> String {
    parts.map { PercentEncoding.encode($0, keeping: .pathPart) }.joined(separator: "/")
  }
}
