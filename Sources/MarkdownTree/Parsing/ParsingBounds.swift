internal import Diagnostics

extension MarkdownBounds {
  /// Why a text is not read as Markdown, in words; `nil` where it is. O(bytes).
  package static func excess(in text: String) -> String? {
    var text = text
    return text.withUTF8 { ParsingBounds.excess(in: $0)?.summary }
  }
}

/// What is too much for a document.
package enum MarkdownBounds {}

/// What cmark can be given. Beyond these it takes minutes or gigabytes: its nesting and table code is quadratic.
enum ParsingBounds {
  /// Bytes of one document.
  static let size = 2_000_000
  /// Markers of quotes and list items before the text of one line.
  static let depth = 64
  /// Columns times rows of one table: cmark fills short rows up.
  static let cells = 50_000

  /// Bytes of lines without an empty one between them that a table may follow.
  static let bytesBeforeTable = 20_000
  /// `![` in lines without an empty one between them.
  static let images = 500

  /// The first bound that the text exceeds, with the line that does; `nil` where cmark may have it. O(bytes).
  static func excess(in body: UnsafeBufferPointer<UInt8>) -> (line: Int, summary: String)? {
    if body.count > size { return (1, "document of \(body.count) bytes is longer than \(size)") }
    var line = 0
    var start = 0
    var run = LineRun(start: 0)
    while start < body.count {
      line += 1
      var end = start
      var images = 0
      while end < body.count, body[end] != 0x0A, body[end] != 0x0D {
        if body[end] == UInt8(ascii: "["), end > start, body[end - 1] == UInt8(ascii: "!") { images += 1 }
        end += 1
      }
      let text = UnsafeBufferPointer(rebasing: body[start..<end])
      let (markers, rest) = containers(of: text)
      if markers > depth { return (line, "\(markers) quotes and lists inside each other are more than \(depth)") }
      let isPair = end + 1 < body.count && body[end] == 0x0D && body[end + 1] == 0x0A
      let next = end + (isPair ? 2 : 1)
      if rest == text.count {
        run = LineRun(start: next)
      } else if let excess = run.add(columns: delimiterColumns(text, from: rest), images: images, at: start) {
        return (line, excess)
      }
      start = next
    }
    return nil
  }

  /// Lines without an empty one between them: a paragraph, a table, or a part of a code block.
  private struct LineRun {
    let start: Int
    var columns = 0
    var rows = 0
    var images = 0

    init(start: Int) { self.start = start }

    /// Adds a line, which may delimit the header of a table; returns the bound that is exceeded.
    mutating func add(columns delimited: Int?, images more: Int, at offset: Int) -> String? {
      images += more
      if images > ParsingBounds.images { return "more than \(ParsingBounds.images) images in one paragraph" }
      if let delimited {
        if offset - start > bytesBeforeTable { return "table after \(offset - start) bytes without an empty line" }
        // Inside a table it is a row like others.
        if columns == 0 { rows = 0 }
        columns = max(columns, delimited)
      }
      rows += 1
      return columns * rows > cells ? "table of \(columns) columns has more than \(cells) cells" : nil
    }
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

  /// The columns of a line that may stand under a table's header: made of `|`, `-`, `:` and space. A line of dashes
  /// alone is a rule.
  private static func delimiterColumns(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var bars = 0
    var dashes = 0
    var others = 0
    for byte in line[start...] {
      switch byte {
      case UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"), 0x0B, 0x0C: others += 1
      case 0x20, 0x09: break
      default: return nil
      }
    }
    return dashes > 0 && bars + others > 0 ? bars + 1 : nil
  }
}
