/// Wiki links and `{no-link}` in the text between other inlines, where cmark leaves them.
enum OwnSyntax {
  enum Found {
    case wikiLink(name: Range<Int>, label: Range<Int>, end: Int)
    case noLink(end: Int)
  }

  /// What begins at `index`.
  static func found(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Found? {
    switch bytes[index] {
    case UInt8(ascii: "["): wikiLink(at: index, in: bytes)
    case UInt8(ascii: "{"): holds(noLink, at: index, in: bytes) ? .noLink(end: index + noLink.count) : nil
    default: nil
    }
  }

  private static let noLink = Array("{no-link}".utf8)

  private static func holds(_ text: [UInt8], at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index + text.count <= bytes.count && text.indices.allSatisfy { bytes[index + $0] == text[$0] }
  }

  /// `[[name]]` or `[[name|label]]`, neither part empty, no bracket inside.
  private static func wikiLink(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Found? {
    let (opening, closing) = (UInt8(ascii: "["), UInt8(ascii: "]"))
    guard index + 1 < bytes.count, bytes[index + 1] == opening else { return nil }
    var bar: Int?
    var cursor = index + 2
    while cursor < bytes.count, bytes[cursor] != opening, bytes[cursor] != closing {
      if bytes[cursor] == UInt8(ascii: "|"), bar == nil { bar = cursor }
      cursor += 1
    }
    guard cursor + 1 < bytes.count, bytes[cursor] == closing, bytes[cursor + 1] == closing else { return nil }
    let name = trimmed((index + 2)..<(bar ?? cursor), in: bytes)
    let label = bar.map { trimmed(($0 + 1)..<cursor, in: bytes) } ?? name
    guard !name.isEmpty, !label.isEmpty else { return nil }
    return .wikiLink(name: name, label: label, end: cursor + 2)
  }

  /// Without spaces at the ends, and without the mark that stands before a bar.
  private static func trimmed(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    if RepairMarks.endsWithEscape(bytes[range]) { end -= 3 }
    // `[[term\|label]]`, as cells of tables have it elsewhere.
    if range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: "|"), end > start, bytes[end - 1] == UInt8(ascii: "\\") {
      end -= 1
    }
    while start < end, bytes[start] == 0x20 { start += 1 }
    while start < end, bytes[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }
}
