/// Headings of an answer, which stand one level lower where it is not the first of a page.
enum HeadingLevel {
  /// A block of Markdown below the heading of a further answer.
  static func lowered(_ block: String) -> String {
    block.hasPrefix("#") && !block.hasPrefix("######") ? "#" + block : block
  }

  /// The inverse, of any lines of Markdown: what people wrote. Code stays as it is; so does the sixth level, which may have been the
  /// fifth.
  static func raised(_ text: String) -> String {
    var fence: Substring?
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      let marks = line.first.map { mark in mark == "`" || mark == "~" ? line.prefix { $0 == mark } : "" } ?? ""
      if let open = fence {
        if marks.hasPrefix(open), line.allSatisfy({ $0 == marks.first || $0 == " " }) { fence = nil }
        return line
      }
      if marks.count > 2 { fence = marks }
      return line.hasPrefix("##") && !line.hasPrefix("######") ? line.dropFirst() : line
    }.joined(separator: "\n")
  }
}
