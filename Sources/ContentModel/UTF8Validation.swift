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
          // Eight at a time, as far as they go.
          while index + 8 <= count,
            UnsafeRawPointer(buffer.baseAddress! + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
          {
            index += 8
          }
          continue
        }
        // Nearly all Han characters.
        if (0xE4...0xE9).contains(byte), index + 3 <= count, buffer[index + 1] & 0xC0 == 0x80, buffer[index + 2] & 0xC0 == 0x80 {
          index += 3
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
