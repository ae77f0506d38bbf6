/// Where formulas begin and end, on bytes.
enum FormulaScanner {
  /// Bytes that a formula inside a line of text may take; bounds the search, which is made at every dollar sign.
  static let maximumLength = 2000

  private static let dollar = UInt8(ascii: "$")
  private static let backslash = UInt8(ascii: "\\")

  /// The end of the formula whose first `$` is at `start`; `nil` where the sign is a sign.
  ///
  /// `$$` runs to the next `$$`. A single `$` has no space on its inner side, no letter or digit before it and no digit
  /// after its partner, and no Chinese stop between the two: `$5 和 $10`, `¥3（$0.4），$2` are prices.
  static func end(ofFormulaAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let limit = min(bytes.count, start + maximumLength)
    if isDouble(at: start, in: bytes) {
      guard let end = doubleDollar(in: bytes, from: start + 2, to: limit), end > start + 2 else { return nil }
      return end + 2
    }
    if start > 0, isAlphanumeric(bytes[start - 1]) || bytes[start - 1] == dollar { return nil }
    var index = start + 1
    guard index < limit, !isSpace(bytes[index]) else { return nil }
    while index < limit {
      let byte = bytes[index]
      if byte == backslash {
        index += 2
        continue
      }
      if byte == dollar {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let closes = index > start + 1 && !isSpace(bytes[index - 1]) && !isDigit(next) && next != dollar
        return closes ? index + 1 : nil
      }
      if isChineseStop(at: index, in: bytes) || byte == 0x0A && bytes[index - 1] == 0x0A { return nil }
      index += 1
    }
    return nil
  }

  static func isDouble(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index + 1 < bytes.count && bytes[index] == dollar && bytes[index + 1] == dollar
  }

  /// Offset of the next `$$` that no backslash stands before.
  static func doubleDollar(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int? = nil) -> Int? {
    var index = start
    let end = end ?? bytes.count
    while index + 1 < end {
      if bytes[index] == backslash {
        index += 2
      } else if isDouble(at: index, in: bytes) {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }

  static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    bytes[start...].allSatisfy(isSpace)
  }

  /// `，` and `。`.
  private static func isChineseStop(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes[index] >= 0xE3, index + 2 < bytes.count else { return false }
    let (a, b, c) = (bytes[index], bytes[index + 1], bytes[index + 2])
    return a == 0xEF && b == 0xBC && c == 0x8C || a == 0xE3 && b == 0x80 && c == 0x82
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
