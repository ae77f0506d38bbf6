internal import Encodings

/// Names a body by its bytes.
struct EntityTag: Equatable {
  let text: String

  init(_ body: [UInt8]) {
    text = "\"\(Fingerprint(body).hexadecimal)\""
  }

  /// By the weak comparison that `If-None-Match` asks for.
  func matches(_ header: String?) -> Bool {
    guard let header else { return false }
    return header.split(separator: ",").contains { item in
      let item = item.drop { $0 == " " }.prefix { $0 != " " }
      return item == "*" || (item.hasPrefix("W/") ? item.dropFirst(2) : item) == text
    }
  }
}
