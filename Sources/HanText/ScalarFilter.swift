/// Tells of most characters at once that a table does not have them: a bit for each value modulo 4,096.
package struct ScalarFilter: Sendable {
  @usableFromInline var bits = [Bool](repeating: false, count: 4_096)

  package init(_ scalars: some Sequence<Unicode.Scalar> = []) {
    for scalar in scalars { insert(scalar) }
  }

  package mutating func insert(_ scalar: Unicode.Scalar) { bits[Int(scalar.value & 4_095)] = true }

  /// `false` is certain.
  @inlinable
  package func mayContain(_ scalar: Unicode.Scalar) -> Bool { bits[Int(scalar.value & 4_095)] }
}

/// The same of two characters side by side: a bit for each value of a hash.
package struct PairFilter: Sendable {
  @usableFromInline static let bits = 16
  @usableFromInline var words = [UInt64](repeating: 0, count: 1 << (bits - 6))

  package init() {}

  package mutating func insert(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
    let bit = Self.bit(first, second)
    words[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// `false` is certain.
  @inlinable
  package func mayContain(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    let bit = Self.bit(first, second)
    return words[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  @inlinable
  static func bit(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    // Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): the high bits of a product.
    Int(((UInt64(first.value) << 21 ^ UInt64(second.value)) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }
}
