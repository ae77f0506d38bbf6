/// Finds where a text stops being UTF-8.
public enum UTF8Validation {
  /// The offset of the first byte that is not valid UTF-8, or `nil`. O(bytes).
  public static func firstFault(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      let count = buffer.count
      while index < count {
        let byte = buffer[index]
        if byte < 0x80 {
          index += 1
          continue
        }
        // Length, and the bounds of the second byte (no overlong forms, surrogates, or scalars beyond U+10FFFF).
        let (length, lower, upper): (Int, UInt8, UInt8)
        switch byte {
        case 0xC2...0xDF: (length, lower, upper) = (2, 0x80, 0xBF)
        case 0xE0: (length, lower, upper) = (3, 0xA0, 0xBF)
        case 0xED: (length, lower, upper) = (3, 0x80, 0x9F)
        case 0xE1...0xEF: (length, lower, upper) = (3, 0x80, 0xBF)
        case 0xF0: (length, lower, upper) = (4, 0x90, 0xBF)
        case 0xF1...0xF3: (length, lower, upper) = (4, 0x80, 0xBF)
        case 0xF4: (length, lower, upper) = (4, 0x80, 0x8F)
        default: return index
        }
        guard index + length <= count, (lower...upper).contains(buffer[index + 1]) else { return index }
        for offset in 2..<max(2, length) where buffer[index + offset] & 0xC0 != 0x80 { return index }
        index += length
      }
      return nil
    }
  }
}
