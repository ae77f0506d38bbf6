/// Headings of an answer, which stand one level lower where it is not the first of a page.
enum HeadingLevel {
  /// A block of Markdown below the heading of a further answer.
  static func lowered(_ block: String) -> String {
    block.hasPrefix("#") && !block.hasPrefix("######") ? "#" + block : block
  }

  /// The inverse, of any lines of Markdown: what people wrote. Code stays as it is.
  static func raised(_ text: String) -> String {
    var isCode = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      if line.hasPrefix("```") || line.hasPrefix("~~~") { isCode.toggle() }
      return !isCode && line.hasPrefix("##") ? line.dropFirst() : line
    }.joined(separator: "\n")
  }
}
