internal import Diagnostics

/// What cmark can be given. Beyond these it takes minutes or gigabytes: its nesting and table code is quadratic.
enum ParsingBounds {
  /// Bytes of one document.
  static let size = 2_000_000
  /// Markers of quotes and list items before the text of one line.
  static let depth = 64
  /// Columns times rows of one table: cmark fills short rows up.
  static let cells = 50_000

  /// The first bound that the text exceeds, with the line that does; `nil` where cmark may have it. O(bytes).
  static func excess(in body: UnsafeBufferPointer<UInt8>) -> (line: Int, summary: String)? {
    if body.count > size { return (1, "document of \(body.count) bytes is longer than \(size)") }
    var line = 0
    var start = 0
    var columns = 0
    var rows = 0
    while start < body.count {
      line += 1
      var end = start
      while end < body.count, body[end] != 0x0A { end += 1 }
      let text = UnsafeBufferPointer(rebasing: body[start..<end])
      let (markers, rest) = containers(of: text)
      if markers > depth { return (line, "\(markers) quotes and lists inside each other are more than \(depth)") }
      if rest == text.count || text[rest] == 0x0D {
        columns = 0
      } else if let delimited = delimiterColumns(text, from: rest) {
        columns = max(columns, delimited)
        rows = 0
      }
      rows += 1
      if columns * rows > cells { return (line, "table of \(columns) columns has more than \(cells) cells") }
      start = end + 1
    }
    return nil
  }

  /// How many `>`, `-`, `*`, `+` and `1.` stand before the text of a line, and where the text begins.
  private static func containers(of line: UnsafeBufferPointer<UInt8>) -> (count: Int, rest: Int) {
    var count = 0
    var index = 0
    while index < line.count {
      switch line[index] {
      case 0x20, 0x09: index += 1
      case UInt8(ascii: ">"):
        count += 1
        index += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard index + 1 < line.count, line[index + 1] == 0x20 || line[index + 1] == 0x09 else { return (count, index) }
        count += 1
        index += 2
      case 0x30...0x39:
        var end = index
        while end < line.count, (0x30...0x39).contains(line[end]) { end += 1 }
        guard end + 1 < line.count, line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ")"),
          line[end + 1] == 0x20 || line[end + 1] == 0x09
        else { return (count, index) }
        count += 1
        index = end + 2
      default: return (count, index)
      }
    }
    return (count, index)
  }

  /// The columns of a line that is made of nothing but `|`, `-`, `:` and space.
  private static func delimiterColumns(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var bars = 0
    for byte in line[start...] {
      switch byte {
      case UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09, 0x0D: break
      default: return nil
      }
    }
    return bars == 0 ? nil : bars + 1
  }
}
