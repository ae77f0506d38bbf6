/// Reads what `BitWriter` wrote. Damaged bytes throw, and are never read past.
struct BitReader {
  struct Damage: Error {}

  /// With eight zeros behind, so that a whole word can be taken anywhere.
  private let bytes: [UInt8]
  private let end: Int
  private var position = 0

  init(_ bytes: [UInt8]) {
    end = bytes.count * 8
    self.bytes = bytes + [UInt8](repeating: 0, count: 8)
  }

  /// The bits from here on, at the top; 57 of them at least are right.
  @inline(__always)
  private var next: UInt64 {
    bytes.withUnsafeBytes { UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: position >> 3, as: UInt64.self)) } << UInt64(position & 7)
  }

  /// At most 32.
  @inline(__always)
  mutating func read(bits count: Int) throws(Damage) -> UInt32 {
    guard count <= end - position else { throw Damage() }
    defer { position += count }
    return count == 0 ? 0 : UInt32(truncatingIfNeeded: next >> UInt64(64 - count))
  }

  @inline(__always)
  mutating func readGamma() throws(Damage) -> UInt32 {
    let zeros = next.leadingZeroBitCount
    guard zeros < 32, zeros <= end - position else { throw Damage() }
    position += zeros
    return try read(bits: zeros + 1)
  }

  /// A number of things, each of which takes something to write, but for pages that have all of a kind.
  mutating func readCount(atMost limit: Int) throws(Damage) -> Int {
    let count = Int(try readGamma())
    guard count <= limit else { throw Damage() }
    return count
  }

  @inline(__always)
  mutating func readGolomb(order: Int) throws(Damage) -> UInt32 {
    let high = try readGamma() - 1
    return high << UInt32(order) | (try read(bits: order))
  }

  @inline(__always)
  mutating func readBelow(_ size: UInt32) throws(Damage) -> UInt32 {
    guard size > 1 else { return 0 }
    let width = 31 - size.leadingZeroBitCount
    let short = UInt32((UInt64(2) << UInt64(width)) - UInt64(size))
    let value = try read(bits: width)
    return value < short ? value : value << 1 + (try read(bits: 1)) - short
  }

  /// A rising sequence below `size`, behind its length.
  mutating func readRising(below size: Int) throws(Damage) -> [UInt32] {
    var values = [UInt32](repeating: 0, count: try readCount(atMost: size))
    if !values.isEmpty { try read(into: &values, 0..<values.count, low: 0, high: UInt32(size - 1)) }
    return values
  }

  private mutating func read(into values: inout [UInt32], _ range: Range<Int>, low: UInt32, high: UInt32) throws(Damage) {
    if range.isEmpty { return }
    let count = UInt32(range.count), before = count / 2
    let value = low + before + (try readBelow(high - low + 1 - (count - 1)))
    let middle = range.lowerBound + Int(before)
    values[middle] = value
    if before > 0 { try read(into: &values, range.lowerBound..<middle, low: low, high: value - 1) }
    if middle + 1 < range.upperBound { try read(into: &values, middle + 1..<range.upperBound, low: value + 1, high: high) }
  }
}
