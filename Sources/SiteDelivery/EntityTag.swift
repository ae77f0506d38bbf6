/// Names a body by its bytes (64-bit FNV-1a: a hash for telling versions apart, not against forgers).
struct EntityTag: Equatable {
  let text: String

  init(_ body: [UInt8]) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in body { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    text = "\"\(String(hash, radix: 16))\""
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
