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
    if value < 0x80 { return bytes.contains(UInt8(truncatingIfNeeded: value)) }
    let length = value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
    // Most characters differ from those of the literal in their first or last byte.
    let lead = UInt8(truncatingIfNeeded: 0xF00 >> UInt32(length) | value >> UInt32(6 * (length - 1)))
    func continuation(_ place: Int) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | value >> UInt32(6 * (length - 1 - place)) & 0x3F) }
    let last = continuation(length - 1)
    var index = 0
    while index < bytes.count {
      if bytes[index] == lead, bytes[index + length - 1] == last,
        (1..<length - 1).allSatisfy({ bytes[index + $0] == continuation($0) })
      {
        return true
      }
      index += 1
    }
    return false
  }
}
