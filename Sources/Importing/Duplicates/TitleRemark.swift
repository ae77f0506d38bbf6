package import Diagnostics

/// What is to be said of titles that are compared in part, or not at all.
package enum TitleRemark {
  /// Remarks on the titles of a file, one a line; empty lines are none.
  ///
  /// - Parameter wordless: Numbers of the lines that do not say what they are about.
  package static func all(_ lines: [String], saying wordless: Set<Int>, in path: String) -> [Diagnostic] {
    lines.enumerated().compactMap { index, line in
      let title = line.trimmingSpace()
      guard !title.isEmpty, let remark = remark(on: title, isWordless: wordless.contains(index + 1)) else { return nil }
      return Diagnostic(
        .warning, rule: "unreadable-title", remark.problem,
        at: SourceLocation(path: path, line: index + 1, column: 1, lineText: shown(line)),
        suggestion: remark.remedy)
    }
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
