package import Diagnostics

/// A scraped document of which nothing can be read; the others are imported without it.
package struct UnreadableDocument: Error, Sendable, Hashable, CustomStringConvertible {
  package let diagnostic: Diagnostic

  package var description: String { diagnostic.formatted }

  init(
    _ severity: Diagnostic.Severity, _ rule: String, _ summary: String, _ path: String, suggestion: String? = nil
  ) {
    diagnostic = Diagnostic(
      severity, rule: rule, summary, at: SourceLocation(path: path, line: 1, column: 1), suggestion: suggestion)
  }
}
