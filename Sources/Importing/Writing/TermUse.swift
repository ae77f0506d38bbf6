internal import HanText

/// How a page uses a term whose two names it states and that it does not define.
package enum TermUse: String, Sendable, Hashable, Codable {
  /// Only where it states them, or once more.
  case passing
  /// In its sentences, time and again.
  case repeated
  /// In a title, or as a row of a table of terms.
  case listed

  init(of term: ImportedSource.Term, on document: NormalizedDocument) {
    let names = [term.chinese, term.english].compactMap { $0 }
    func isNamed(_ text: String) -> Bool { names.contains(where: text.containsBytes) }
    if case .tableRow = document.document.lines[term.line - 1].hint?.role {
      self = .listed
    } else if document.items.contains(where: { isNamed($0.title) }) {
      self = .listed
    } else {
      var others = 0
      for (line, verdict) in zip(document.document.lines, document.verdicts)
      where verdict.action == .keep && line.number != term.line && isNamed(line.text) {
        others += 1
        if others >= 2 { break }
      }
      self = others >= 2 ? .repeated : .passing
    }
  }
}
