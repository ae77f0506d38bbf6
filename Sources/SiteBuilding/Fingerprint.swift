/// A short name for content: the same bytes, the same name (FNV-1a, 64 bits; Fowler, Noll and Vo, 1991). Not for security.
struct Fingerprint: Sendable, Hashable {
  let value: UInt64

  init(_ bytes: some Sequence<UInt8>) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = hash
  }

  /// Ten hexadecimal digits.
  var shortName: String {
    let digits = String(value >> 24, radix: 16)
    return String(repeating: "0", count: 10 - digits.count) + digits
  }
}
