package import Diagnostics

/// Rule data that cannot be read.
package struct ImportRulesError: Error, Sendable, Hashable, CustomStringConvertible {
  /// In the YAML text, from 1; `nil` where the fault concerns all of it.
  package let line: Int?
  package let column: Int?
  package let reason: String
  package let suggestion: String?

  init(line: Int?, column: Int? = nil, reason: String, suggestion: String? = nil) {
    (self.line, self.column, self.reason, self.suggestion) = (line, column, reason, suggestion)
  }

  package var description: String { (line.map { "line \($0): " } ?? "") + reason }

  /// The fault as it stands in the file that the YAML text is of.
  package func diagnostic(in file: SourceFile) -> Diagnostic {
    Diagnostic(
      .error, rule: "import-rules", reason, at: file.location(line: line ?? 1, column: column ?? 1),
      suggestion: suggestion)
  }
}
