/// What at the start of a line would begin a block.
enum LineStart {
  /// Offset of the byte to escape; `nil` where the line begins as text. Leading space is expected to be gone.
  static func offsetToEscape(_ line: [UInt8]) -> Int? {
    guard let first = line.first else { return nil }
    switch first {
    case UInt8(ascii: ">"): return 0
    case UInt8(ascii: "#"):
      let hashes = line.prefix { $0 == first }.count
      return hashes <= 6 && isSpaceOrEnd(line, hashes) ? 0 : nil
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      return isSpaceOrEnd(line, 1) || isMadeOf("-*_ \t", line) || isDelimiterRow(line) ? 0 : nil
    case UInt8(ascii: "_"): return isMadeOf("_ \t", line) ? 0 : nil
    case UInt8(ascii: "="): return isMadeOf("= \t", line) ? 0 : nil
    case UInt8(ascii: "|"), UInt8(ascii: ":"): return isDelimiterRow(line) ? 0 : nil
    case 0x30...0x39:
      let digits = line.prefix { MarkdownWriter.isDigit($0) }.count
      guard digits <= 9, digits < line.count else { return nil }
      let isMarker = line[digits] == UInt8(ascii: ".") || line[digits] == UInt8(ascii: ")")
      return isMarker && isSpaceOrEnd(line, digits + 1) ? digits : nil
    default: return nil
    }
  }

  private static func isSpaceOrEnd(_ line: [UInt8], _ index: Int) -> Bool {
    index >= line.count || line[index] == 0x20 || line[index] == 0x09
  }

  private static func isDelimiterRow(_ line: [UInt8]) -> Bool { isMadeOf("|-: \t", line) }

  private static func isMadeOf(_ set: StaticString, _ line: [UInt8]) -> Bool {
    set.withUTF8Buffer { set in line.allSatisfy { set.contains($0) } }
  }
}
