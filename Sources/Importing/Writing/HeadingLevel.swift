/// Headings of an answer, which stand lower below a heading of its own.
enum HeadingLevel {
  /// A block of Markdown below the heading of an answer.
  static func lowered(_ block: String, by levels: Int) -> String {
    (0..<levels).reduce(block) { text, _ in text.hasPrefix("#") && !text.hasPrefix("######") ? "#" + text : text }
  }

  /// The inverse, of any lines of Markdown: what people wrote. Code stays as it is; so does the sixth level, which may have been a
  /// higher one.
  static func raised(_ text: String, by levels: Int) -> String {
    var fence = CodeFence()
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      if fence.takes(line) { return line }
      return (0..<levels).reduce(line) { line, _ in line.hasPrefix("##") && !line.hasPrefix("######") ? line.dropFirst() : line }
    }.joined(separator: "\n")
  }
}
