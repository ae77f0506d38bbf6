extension String {
  /// The scalars as text. O(scalars), and several times quicker than a `String.UnicodeScalarView` that grows.
  @inlinable
  package init(scalars: some Collection<Unicode.Scalar>) {
    self.init(unsafeUninitializedCapacity: scalars.count * 4) { buffer in
      var count = 0
      for scalar in scalars {
        let value = scalar.value
        if value < 0x80 {
          buffer[count] = UInt8(truncatingIfNeeded: value)
          count += 1
        } else if value < 0x800 {
          buffer[count] = 0xC0 | UInt8(truncatingIfNeeded: value >> 6)
          buffer[count + 1] = 0x80 | UInt8(truncatingIfNeeded: value & 0x3F)
          count += 2
        } else if value < 0x10000 {
          buffer[count] = 0xE0 | UInt8(truncatingIfNeeded: value >> 12)
          buffer[count + 1] = 0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F)
          buffer[count + 2] = 0x80 | UInt8(truncatingIfNeeded: value & 0x3F)
          count += 3
        } else {
          buffer[count] = 0xF0 | UInt8(truncatingIfNeeded: value >> 18)
          buffer[count + 1] = 0x80 | UInt8(truncatingIfNeeded: value >> 12 & 0x3F)
          buffer[count + 2] = 0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F)
          buffer[count + 3] = 0x80 | UInt8(truncatingIfNeeded: value & 0x3F)
          count += 4
        }
      }
      return count
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is one of a literal's: `scalar.isOne(of: "，。；")`. O(literal), without a string being made.
  @inlinable
  package func isOne(of literal: StaticString) -> Bool {
    let bytes = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    var place = 0
    while place < bytes.count {
      let lead = UInt32(bytes[place])
      if lead < 0x80 {
        if value == lead { return true }
        place += 1
        continue
      }
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      var other = lead & 0x7F >> UInt32(length)
      for offset in 1..<length { other = other << 6 | UInt32(bytes[place + offset] & 0x3F) }
      if value == other { return true }
      place += length
    }
    return false
  }
}
