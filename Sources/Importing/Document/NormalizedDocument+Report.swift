extension NormalizedDocument {
  /// For reading on a terminal: each line with its number, verdict, rule and evidence, then the items.
  package var report: String {
    var report = "== \(document.path)\n"
    for (line, verdict) in judgedLines where verdict.action != .blank {
      let mark = verdict.action == .keep ? " " : verdict.action == .meta ? "m" : "-"
      let why = verdict.action == .keep ? "" : "  [\(verdict.rule): \(verdict.evidence)]"
      report += "\(line.number)\t\(mark) \(line.text)\(why)\n"
    }
    for item in items {
      let state = item.answered ? "" : ", no answer"
      report += "* \(item.lines.lowerBound)-\(item.lines.upperBound) \(item.title) (\(item.kind.rawValue)\(state))\n"
    }
    return report
  }
}
