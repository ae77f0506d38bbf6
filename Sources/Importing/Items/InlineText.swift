internal import Foundation
internal import HanText

/// The inline Markdown of a line.
enum InlineText {
  /// What the markup gave, or the text escaped; both cleaned. `from`: where the content begins in the folded text, for
  /// lines whose marks become structure.
  static func markdown(of line: PageLine, from start: Int = 0) -> String {
    if let markdown = line.hint?.markdown {
      return withoutStrayMarks(ProseText.clean(start == 0 ? markdown : withoutMark(markdown, line, start)))
    }
    return withoutStrayMarks(escaped(ProseText.clean(text(of: line, from: start))))
  }

  /// Drops marks of bold text that found no other one, `\*\*`, beside Chinese: `2**8` and `**kwargs` are code.
  private static func withoutStrayMarks(_ markdown: String) -> String {
    let mark = "\\*\\*"
    guard markdown.utf8.contains(0x5C), markdown.contains(mark) else { return markdown }
    var parts = markdown.components(separatedBy: mark)[...]
    var result = parts.removeFirst()
    for part in parts {
      let sides = [result.unicodeScalars.last, part.unicodeScalars.first].compactMap { $0 }
      let isStray = sides.contains { !$0.isASCII } && !sides.contains { $0.isASCIIAlphanumeric || $0.isOne(of: "*_(") }
      result += (isStray ? "" : mark) + part
    }
    return result
  }

  /// The rest of a line beyond the part that rules read.
  private static func text(of line: PageLine, from start: Int) -> String {
    String(line.folded.written[start...]) + line.rest
  }

  /// Plain text as Markdown; `**bold**` and code spans that a saved Markdown page still has go on as such.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x60 || $0 == 0x2A }) else { return MarkdownEscaping.escape(text) }
    let scalars = Array(text.unicodeScalars)
    var result = ""
    var plain: [Unicode.Scalar] = []
    var boldMarks = 0
    let bolds = boldPairs(scalars)
    func flush() {
      result += MarkdownEscaping.escape(String(plain))
      plain = []
    }
    var index = 0
    while index < scalars.count {
      if scalars[index] == "`", let end = scalars[(index + 1)...].firstIndex(of: "`"), end > index + 1 {
        flush()
        result += String(scalars[index...end])
        index = end + 1
      } else if scalars[index] == "*", index + 1 < scalars.count, scalars[index + 1] == "*", boldMarks < bolds {
        flush()
        result += "**"
        boldMarks += 1
        index += 2
      } else {
        plain.append(scalars[index])
        index += 1
      }
    }
    flush()
    return result
  }

  /// How many `**` of the text pair up.
  private static func boldPairs(_ text: [Unicode.Scalar]) -> Int {
    var count = 0, index = 0
    while index + 1 < text.count {
      if text[index] == "*", text[index + 1] == "*" {
        count += 1
        index += 2
      } else {
        index += 1
      }
    }
    return count / 2 * 2
  }

  /// Drops a line's marks from its Markdown: as many characters read aloud and marks as the content begins after.
  private static func withoutMark(_ markdown: String, _ line: PageLine, _ start: Int) -> String {
    var dropped = line.folded.text[..<start].filter { $0 != " " }.count
    var scalars = Array(markdown.unicodeScalars)[...]
    var opened = ""
    while dropped > 0, let first = scalars.first {
      scalars = scalars.dropFirst()
      if first == "*" || first == "\\" || first.isSpace || first.isInvisible {
        if first == "*" { opened += "*" }
        continue
      }
      dropped -= 1
    }
    // Emphasis that opened before the mark and closes behind it goes on.
    let rest = String(scalars.drop { $0.isSpace })
    if opened.count == 2, rest.contains("**") { return rest.hasPrefix("**") ? String(rest.dropFirst(2)) : "**" + rest }
    return rest
  }
}
