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
      guard let remark else { return nil }
      return Diagnostic(
        .warning, rule: "unreadable-title", remark.problem,
        at: SourceLocation(path: path, line: index + 1, column: 1, lineText: shown(line)),
        suggestion: remark.remedy)
    }
  }

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
    if isWordless {
      let problem =
        !title.contains(where: { $0.isLetter || $0.isNumber })
        ? "a title without words"
        : length == 1 ? "a title of one character" : "a title that does not say what it is about"
      return (problem + " is compared with no other", "write the question out, or remove the line")
    }
    return length > longest
      ? ("a title of \(length) characters is compared by the first \(longest)", "write the question alone, without what explains it") : nil
  }

  private static func shown(_ line: String) -> String { String(line.prefix(100)) }
}
