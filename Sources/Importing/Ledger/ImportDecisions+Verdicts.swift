internal import Diagnostics

extension ImportDecisions {
  /// A name for a line by its text, short enough to be copied by hand: eight hexadecimal digits.
  static func lineName(_ text: String) -> String { String(ContentHash.of(text.trimmingSpace()).prefix(8)) }

  /// What people settled of a document's lines. A line named by its hash is found where it moved to; one that is not
  /// there any more is reported.
  func verdicts(for document: ScrapedDocument) -> ([LineVerdict], [Diagnostic]) {
    var verdicts: [LineVerdict] = []
    var diagnostics: [Diagnostic] = []
    for overrule in overrules where overrule.document == document.path {
      let lines = matches(of: overrule, in: document)
      if lines.isEmpty {
        diagnostics.append(
          Diagnostic(
            .warning, rule: "overrule-without-line", "No line \(overrule.lines.lowerBound) with this text in \(document.path)",
            at: overrule.place, suggestion: "remove the overrule, or take its new name from the audit page"))
      }
      verdicts += lines.map {
        LineVerdict(line: $0, action: overrule.action, rule: "overruled", evidence: "import.yml:\(overrule.place.line)")
      }
    }
    return (verdicts, diagnostics)
  }

  /// A warning for each document of which people overruled lines and that is none of `documents`: it was renamed, or its
  /// name is misspelt.
  func unknownDocuments(among documents: Set<String>) -> [Diagnostic] {
    overrules.filter { !documents.contains($0.document) }.map { overrule in
      let near = NearMiss.suggestion(for: overrule.document, among: documents.sorted())
      return Diagnostic(
        .warning, rule: "overrule-without-document", "No document \(overrule.document) was ever imported", at: overrule.place,
        suggestion: near.map { "write \"\($0)\"" } ?? "write the name as the audit page shows it, or remove the overrule")
    }
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
