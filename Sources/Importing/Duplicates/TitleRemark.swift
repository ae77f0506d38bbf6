package import Diagnostics

/// What is to be said of titles that are compared in part, or not at all.
package enum TitleRemark {
  /// Remarks on the titles of a file, one a line; one on empty lines that follow each other.
  ///
  /// - Parameter wordless: Numbers of the lines that do not say what they are about.
  package static func all(_ lines: [String], saying wordless: Set<Int>, in path: String) -> [Diagnostic] {
    lines.enumerated().compactMap { index, line in
      let title = line.trimmingSpace()
      let remark = title.isEmpty ? remark(onEmptyLinesAt: index, of: lines) : remark(on: title, isWordless: wordless.contains(index + 1))
      let place = SourceLocation(path: path, line: index + 1, column: 1, lineText: String(line.prefix(100)))
      return remark.map {
        warning($0.problem, at: place, title.isEmpty || $0.remedy != Self.remedy ? $0.remedy : "\($0.remedy), or remove the line")
      }
    }
  }

  /// A remark on the title of a page.
  static func one(_ title: String, isWordless: Bool, at place: SourceLocation) -> Diagnostic? {
    remark(on: title.trimmingSpace(), isWordless: isWordless).map { warning($0.problem, at: place, $0.remedy) }
  }

  private static func warning(_ problem: String, at place: SourceLocation, _ remedy: String) -> Diagnostic {
    Diagnostic(.warning, rule: "unreadable-title", problem, at: place, suggestion: remedy)
  }

  private static let remedy = "write the question out"

  private static func remark(onEmptyLinesAt index: Int, of lines: [String]) -> (problem: String, remedy: String)? {
    func isEmpty(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }
    if index > 0, isEmpty(lines[index - 1]) { return nil }
    let count = lines[index...].prefix(while: isEmpty).count
    return count == 1
      ? ("an empty line is compared with no other", "write a title, or remove the line")
      : ("\(count) empty lines are compared with no other", "write titles, or remove the lines")
  }

  private static func remark(on title: String, isWordless: Bool) -> (problem: String, remedy: String)? {
    let length = title.unicodeScalars.count, longest = DuplicateTuning.standard.longestTitle
    let hasWords = title.contains { $0.isLetter || $0.isNumber }
    if isWordless, !hasWords { return ("a title without words is compared with no other", remedy) }
    if length == 1 { return ("a title of one character says too little to be compared", remedy) }
    if isWordless { return ("a title that does not say what it is about is compared with no other", remedy) }
    return length > longest
      ? ("a title of \(length) characters is compared by the first \(longest)", "write the question alone, without what explains it") : nil
  }

  /// A title as people are told of it: of one that fills a screen the beginning.
  package static func shown(_ title: String) -> String {
    title.unicodeScalars.count > 240 ? String(title.prefix(100)) + "…" : title
  }
}
