/// Text that no spreadsheet takes for a formula.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return (or the full-width forms) could be run when the
/// file is opened; an apostrophe before it makes it text (OWASP, "CSV Injection"). Text that has the apostrophe already
/// gets another, so that reading takes exactly one away.
enum SpreadsheetText {
  static func guarded(_ text: String) -> String { looksLikeFormula(text) ? "'" + text : text }

  static func unguarded(_ text: String) -> String {
    text.hasPrefix("'") && looksLikeFormula(text.dropFirst()) ? String(text.dropFirst()) : text
  }

  private static func looksLikeFormula(_ text: some StringProtocol) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
    return "=+-@\t\r＝＋－＠".unicodeScalars.contains(first)
  }
}
