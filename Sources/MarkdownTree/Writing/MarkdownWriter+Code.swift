extension MarkdownWriter {
  /// A code span with a fence longer than any run of backticks in the text; line breaks become spaces.
  public static func code(_ text: String) -> String {
    let text = text.replacing("\n", with: " ")
    let fence = String(repeating: "`", count: longestRun(of: "`", in: text) == 0 ? 1 : longestRun(of: "`", in: text) + 1)
    // A space that cmark takes away again: before a backtick, and where the text itself has spaces at both ends.
    let needsSpace = text.hasPrefix("`") || text.hasSuffix("`") || text.hasPrefix(" ") && text.hasSuffix(" ")
    let isBlank = text.allSatisfy { $0 == " " }
    return needsSpace && !isBlank ? "\(fence) \(text) \(fence)" : "\(fence)\(text)\(fence)"
  }

  /// A fenced code block whose fence is longer than any in the code.
  public static func codeBlock(_ code: String, language: String = "") -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: code) + 1))
    let info = language.filter { !$0.isWhitespace && $0 != "`" }
    return "\(fence)\(info)\n\(code)\(code.isEmpty || code.hasSuffix("\n") ? "" : "\n")\(fence)"
  }

  /// `$tex$` or, on lines of its own, `$$`.
  public static func formula(_ tex: String, isDisplay: Bool) -> String {
    let lines = tex.split(whereSeparator: \.isNewline).map { String($0.trimmingSpace) }.filter { !$0.isEmpty }
    return isDisplay ? "$$\n\(lines.joined(separator: "\n"))\n$$" : "$\(lines.joined(separator: " "))$"
  }

  private static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for other in text {
      run = other == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
