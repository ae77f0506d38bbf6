/// Tells of most characters at once that a table does not have them: a bit for each value modulo 4,096.
struct ScalarFilter: Sendable {
  private var bits = [Bool](repeating: false, count: 4_096)

  init(_ scalars: some Sequence<Unicode.Scalar> = []) {
    for scalar in scalars { insert(scalar) }
  }

  mutating func insert(_ scalar: Unicode.Scalar) { bits[Int(scalar.value & 4_095)] = true }

  /// `false` is certain.
  func mayContain(_ scalar: Unicode.Scalar) -> Bool { bits[Int(scalar.value & 4_095)] }
}

/// The same of two characters side by side: a bit for each value of a hash.
struct PairFilter: Sendable {
  private static let bits = 16
  private var words = [UInt64](repeating: 0, count: 1 << (bits - 6))

  mutating func insert(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
    let bit = Self.bit(first, second)
    words[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// `false` is certain.
  func mayContain(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    let bit = Self.bit(first, second)
    return words[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  private static func bit(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    // Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): the high bits of a product.
    Int(((UInt64(first.value) << 21 ^ UInt64(second.value)) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }
}
