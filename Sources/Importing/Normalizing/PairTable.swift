/// Entries by the two characters that they begin with: a hash table of buckets that are stretches of one array. An entry of
/// another pair may share a bucket.
struct PairTable<Entry: Sendable>: Sendable {
  let entries: [Entry]
  /// Where each bucket begins in the entries, and where the last one ends. A power of two of buckets.
  private let starts: [Int32]
  private let shift: UInt64

  init(_ pairs: [(first: Unicode.Scalar, second: Unicode.Scalar, entry: Entry)]) {
    // Sixteen buckets an entry: nearly all pairs of a text find theirs empty.
    let bits = Int.bitWidth - max(1, pairs.count * 16 - 1).leadingZeroBitCount
    let shift = UInt64(64 - bits)
    let buckets = pairs.map { Self.bucket($0.first, $0.second, shift) }
    var starts = [Int32](repeating: 0, count: 1 << bits + 1)
    for bucket in buckets { starts[bucket + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    // Entries of one bucket keep their order.
    entries = pairs.indices.sorted { (buckets[$0], $0) < (buckets[$1], $1) }.map { pairs[$0].entry }
    self.starts = starts
    self.shift = shift
  }

  /// The places of the entries that may begin with these characters.
  func bucket(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Range<Int> {
    let bucket = Self.bucket(first, second, shift)
    return Int(starts[bucket])..<Int(starts[bucket + 1])
  }

  /// Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): the high bits of a product.
  private static func bucket(_ first: Unicode.Scalar, _ second: Unicode.Scalar, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: ((UInt64(first.value) << 21 ^ UInt64(second.value)) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
