internal import Diagnostics

extension ImportDecisions {
  /// A name for a line by its text, short enough to be copied by hand: eight hexadecimal digits.
  static func lineName(_ text: String) -> String { String(ContentHash.of(text.trimmingSpace()).prefix(8)) }

  /// What people settled of a document's lines. A line named by its hash is found where it moved to; one that is not
  /// there any more is reported, and so is one that is kept and stripped: it is kept.
  func verdicts(for document: ScrapedDocument) -> ([LineVerdict], [Diagnostic]) {
    var verdicts: [Int: (action: LineVerdict.Action, place: SourceLocation)] = [:]
    var diagnostics: [Diagnostic] = []
    for overrule in overrules where overrule.document == document.path {
      let lines = matches(of: overrule, in: document)
      if lines.isEmpty {
        diagnostics.append(
          Diagnostic(
            .warning, rule: "overrule-without-line", "No line \(overrule.lines.lowerBound) with this text in \(document.path)",
            at: overrule.place, suggestion: "remove the overrule, or take its new name from the audit page"))
      }
      if let line = lines.first(where: { verdicts[$0].map { $0.action != overrule.action } ?? false }) {
        diagnostics.append(
          Diagnostic(
            .error, rule: "import-decisions", "Line \(line) of \(document.path) is to be kept and to be stripped: kept",
            at: overrule.place, suggestion: "remove one of the two",
            notes: [Diagnostic.Note("the other one", at: verdicts[line]!.place)]))
      }
      for line in lines where verdicts[line] == nil || overrule.action == .keep { verdicts[line] = (overrule.action, overrule.place) }
    }
    let sorted = verdicts.sorted { $0.key < $1.key }.map { line, verdict in
      LineVerdict(line: line, action: verdict.action, rule: Self.overruled, evidence: "import.yml:\(verdict.place.line)")
    }
    return (sorted, diagnostics)
  }

  /// Rule of the lines on which people decided.
  static let overruled = "overruled"

  /// The decisions with the documents' own names in place of those that people wrote: the end of a name, or one that
  /// the document had before. What names no document, or several, is left out and reported.
  func resolved(among names: DocumentNames, places: DocumentPlaces? = nil) -> (ImportDecisions, [Diagnostic]) {
    var resolved = self, diagnostics: [Diagnostic] = []
    resolved.overrules = overrules.compactMap { overrule in
      var meaning = names.meaning(of: overrule.document)
      if meaning == .unknown, let places { meaning = names.meaning(of: places.name(of: places.path(of: overrule.document))) }
      switch meaning {
      case .document(let name): return overrule.naming(name)
      case .ambiguous(let several):
        diagnostics.append(
          Diagnostic(
            .error, rule: "overrule-of-several", "\(overrule.document) may be \(several.prefix(3).joined(separator: " or "))",
            at: overrule.place, suggestion: "write more of the name, such as \"\(several[0])\""))
      case .unknown:
        let near = NearMiss.suggestion(for: overrule.document, among: names.endings(like: overrule.document))
        diagnostics.append(
          Diagnostic(
            .warning, rule: "overrule-without-document", "No document \(overrule.document) was ever imported", at: overrule.place,
            suggestion: near.map { "write \"\($0)\"" } ?? "write the name as the audit page shows it, or remove the overrule"))
      }
      return nil
    }
    return (resolved, diagnostics)
  }

  private func matches(of overrule: Overrule, in document: ScrapedDocument) -> [Int] {
    let count = document.lines.count
    guard let hash = overrule.hash else {
      return overrule.lines.lowerBound > count ? [] : Array(overrule.lines.lowerBound...min(count, overrule.lines.upperBound))
    }
    let first = overrule.lines.lowerBound
    if first <= count, Self.lineName(document.lines[first - 1].text) == hash {
      return Array(first...min(count, overrule.lines.upperBound))
    }
    // The nearest line of the same text.
    let moved = document.lines.filter { Self.lineName($0.text) == hash }
      .min { (abs($0.number - first), $0.number) < (abs($1.number - first), $1.number) }
    guard let moved else { return [] }
    return Array(moved.number...min(count, moved.number + overrule.lines.count - 1))
  }
}
