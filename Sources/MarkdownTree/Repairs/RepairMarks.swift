/// Bytes put into the source before cmark reads it and taken out of everything it returns.
///
/// They stand for nothing, in code as little as in text, so that putting one where it was not needed changes nothing:
/// the repairs need not know what is code.
enum RepairMarks {
  /// U+FDD0, a noncharacter: to cmark a letter, neither space nor punctuation.
  static let boundary: [UInt8] = [0xEF, 0xB7, 0x90]
  /// U+FDD1 and a backslash: escapes the `|` that follows; the backslash is cmark's to take or ours.
  static let escape: [UInt8] = [0xEF, 0xB7, 0x91, UInt8(ascii: "\\")]
  /// A form feed, a space to cmark: ends an address. Form feeds of the source become spaces before.
  static let stop: UInt8 = 0x0C

  /// Appends bytes without the marks in them.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    var from = 0
    var index = 0
    while index < bytes.count {
      let length = lengthOfMark(at: index, in: bytes)
      if length > 0 {
        result.append(contentsOf: bytes[from..<index])
        index += length
        from = index
      } else {
        index += 1
      }
    }
    result.append(contentsOf: bytes[from...])
  }

  static func beginsWithBoundary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 3 && bytes[0] == boundary[0] && bytes[1] == boundary[1] && bytes[2] == boundary[2]
  }

  static func endsWithBoundary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 3 && beginsWithBoundary(UnsafeBufferPointer(rebasing: bytes[(bytes.count - 3)...]))
  }

  private static func lengthOfMark(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if bytes[index] == stop { return 1 }
    guard bytes[index] == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xB7 else { return 0 }
    if bytes[index + 2] == 0x90 { return 3 }
    guard bytes[index + 2] == 0x91 else { return 0 }
    return index + 3 < bytes.count && bytes[index + 3] == UInt8(ascii: "\\") ? 4 : 3
  }
}
