/// Markdown from plain values: what is written reads back as what it was made from.
///
/// `escape` and `code` take plain text and give Markdown; everything else takes Markdown and puts it into a block.
/// Blocks end without a line break: join them with an empty line.
public enum MarkdownWriter {
  /// `## text`, on one line. Levels beyond 1 to 6 are brought to the nearest.
  public static func heading(_ markdown: String, level: Int) -> String {
    var text = onOneLine(markdown)
    // A run of `#` after a space at the end would be taken for the heading's closing.
    let hashes = text.reversed().prefix { $0 == "#" }.count
    let before = text.dropLast(hashes)
    if hashes > 0, before.last == " " || before.isEmpty { text = before + "\\" + String(repeating: "#", count: hashes) }
    return String(repeating: "#", count: min(6, max(1, level))) + " " + text
  }

  /// `- a` or `1. a`, an item a line; further lines of an item are indented under it.
  public static func list(_ items: [String], isOrdered: Bool = false, start: Int = 1) -> String {
    items.enumerated().map { index, item in
      let marker = isOrdered ? "\(start + index). " : "- "
      return marker + indented(item, by: marker.utf8.count)
    }.joined(separator: "\n")
  }

  /// `> ` before every line.
  public static func quote(_ markdown: String) -> String {
    markdown.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? ">" : "> \($0)" }
      .joined(separator: "\n")
  }

  /// A table; cells are Markdown, put on one line; short rows are filled up, long ones cut to the header's columns.
  public static func table(header: [String], rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let body = rows.map { row in
      line(header.indices.map { $0 < row.count ? cell(row[$0]) : "" })
    }
    return ([line(header.map(cell)), line(header.map { _ in "---" })] + body).joined(separator: "\n")
  }

  /// `[label](address)`; the label is Markdown. An address that cannot stand bare is put into `<…>`.
  public static func link(_ label: String, to address: String) -> String {
    "[\(onOneLine(label))](\(destination(address)))"
  }

  /// `![description](address)`; the description is plain text.
  public static func image(_ description: String, from address: String) -> String {
    "![\(escape(onOneLine(description)))](\(destination(address)))"
  }

  private static func destination(_ address: String) -> String {
    var result = ""
    for scalar in address.unicodeScalars {
      switch scalar {
      case "<": result += "%3C"
      case ">": result += "%3E"
      case "\\": result += "%5C"
      case ...("\u{20}"): if scalar == " " { result += "%20" }
      case "(": result += "%28"
      case ")": result += "%29"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.isEmpty ? "<>" : result
  }

  private static func cell(_ markdown: String) -> String {
    var result = ""
    var isEscaped = false
    for character in onOneLine(markdown) {
      if character == "|", !isEscaped { result += "\\" }
      isEscaped = character == "\\" && !isEscaped
      result.append(character)
    }
    return result
  }

  private static func onOneLine(_ markdown: String) -> String {
    markdown.split(whereSeparator: \.isNewline).map { String($0.trimmingSpace) }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private static func indented(_ markdown: String, by width: Int) -> String {
    let indent = String(repeating: " ", count: width)
    return markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { $0 == 0 || $1.isEmpty ? String($1) : indent + $1 }.joined(separator: "\n")
  }
}
