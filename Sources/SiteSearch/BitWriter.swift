/// Bits into bytes, most significant first.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingCount = 0

  /// Bits written so far.
  var count: Int { bytes.count * 8 + pendingCount }

  /// The lowest `count` bits of `value`; at most 32.
  @inline(__always)
  mutating func write(_ value: UInt32, bits count: Int) {
    pending = pending << UInt64(count) | UInt64(value) & ((1 << UInt64(count)) - 1)
    pendingCount += count
    while pendingCount >= 8 {
      pendingCount -= 8
      bytes.append(UInt8(truncatingIfNeeded: pending >> UInt64(pendingCount)))
    }
  }

  /// Elias gamma code of `value` ≥ 1.
  @inline(__always)
  mutating func writeGamma(_ value: UInt32) {
    let length = 32 - value.leadingZeroBitCount
    write(0, bits: length - 1)
    write(value, bits: length)
  }

  /// Exponential Golomb code of order `order`: gamma of the high part, then `order` bits.
  @inline(__always)
  mutating func writeGolomb(_ value: UInt32, order: Int) {
    writeGamma(value >> UInt32(order) + 1)
    write(value, bits: order)
  }

  /// A value below `size` in as few bits as can be: the shorter codes go to the smaller values.
  @inline(__always)
  mutating func writeBelow(_ size: UInt32, _ value: UInt32) {
    guard size > 1 else { return }
    let width = 31 - size.leadingZeroBitCount
    let short = UInt32((UInt64(2) << UInt64(width)) - UInt64(size))
    if value < short { write(value, bits: width) } else { write(value + short, bits: width + 1) }
  }

  /// A rising sequence of numbers in `low...high`, whose length the reader knows: binary interpolative coding
  /// (Moffat and Stuiver, 2000). Close runs cost next to nothing.
  mutating func writeRising(_ values: ArraySlice<UInt32>, low: UInt32, high: UInt32) {
    let count = UInt32(values.count)
    if count == 0 || high - low + 1 == count { return }
    let middle = values.startIndex + values.count / 2
    let before = count / 2, after = count - before - 1
    let value = values[middle]
    writeBelow(high - low + 1 - (count - 1), value - low - before)
    if before > 0 { writeRising(values[..<middle], low: low, high: value - 1) }
    if after > 0 { writeRising(values[(middle + 1)...], low: value + 1, high: high) }
  }

  /// All bytes, the last one filled with zeros.
  consuming func finished() -> [UInt8] {
    if pendingCount > 0 { write(0, bits: 8 - pendingCount) }
    return bytes
  }
}
