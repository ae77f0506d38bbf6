/// What the preview server heeds of a request.
struct PreviewRequest: Sendable {
  var method = "GET"
  /// As sent: percent-encoded, with the query.
  var target: String
  var host: String?
  var ifNoneMatch: String?
  var ifRange: String?
  var range: String?

  /// Only names of this machine: a page of another site whose name was bound to 127.0.0.1 sends its own.
  var isForThisMachine: Bool {
    guard let host = host?.lowercased() else { return false }
    return ["localhost", "127.0.0.1", "[::1]"].contains { name in
      guard host.hasPrefix(name) else { return false }
      let rest = host.dropFirst(name.count)
      return rest.isEmpty || (rest.first == ":" && rest.count > 1 && rest.dropFirst().allSatisfy(\.isASCIIDigit))
    }
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

/// An answer with its whole body; streams of events are apart.
struct PreviewResponse: Sendable {
  var status: Int
  var headers: [(name: String, value: String)] = []
  var body: [UInt8] = []

  subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
}
