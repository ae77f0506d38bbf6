/// A short name for content: the same bytes, the same name (FNV-1a, 64 bits; Fowler, Noll and Vo, 1991). It tells texts
/// apart and is no protection against forgery.
package enum ContentHash {
  /// Sixteen hexadecimal digits.
  package static func of(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  package static func of(_ text: String) -> String { of(text.utf8) }
}
