/// Bytes put into the source before cmark reads it and taken out of everything it returns.
///
/// They stand for nothing, in code as little as in text, so that putting one where it was not needed changes nothing:
/// the repairs need not know what is code.
enum RepairMarks {
  /// U+FDD0, a noncharacter: to cmark a letter, neither space nor punctuation.
  static let boundary: [UInt8] = [0xEF, 0xB7, 0x90]
  /// U+FDD1 and a backslash: escapes the `|` that follows; the backslash is cmark's to take or ours.
  static let escape: [UInt8] = [0xEF, 0xB7, 0x91, UInt8(ascii: "\\")]
  /// A tab, at which an address ends, and U+FDD2, by which the tab is known for a mark.
  static let stop: [UInt8] = [0x09, 0xEF, 0xB7, 0x92]

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
    holds(boundary, at: 0, bytes)
  }

  static func endsWithBoundary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 3 && holds(boundary, at: bytes.count - 3, bytes)
  }

  /// Whether the mark of an escape ends the bytes, its backslash taken.
  static func endsWithEscape(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes.suffix(3).elementsEqual(escape.prefix(3))
  }

  static func beginsWithStop(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    holds(stop, at: 0, bytes)
  }

  private static func holds(_ mark: [UInt8], at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index + mark.count <= bytes.count && mark.indices.allSatisfy { bytes[index + $0] == mark[$0] }
  }

  private static func lengthOfMark(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    switch bytes[index] {
    case 0x09: return holds(stop, at: index, bytes) ? stop.count : 0
    case 0xEF:
      if holds(boundary, at: index, bytes) { return boundary.count }
      if holds(escape, at: index, bytes) { return escape.count }
      return index + 2 < bytes.count && bytes[index + 1] == escape[1] && bytes[index + 2] == escape[2] ? 3 : 0
    default: return 0
    }
  }
}
