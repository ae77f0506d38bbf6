/// Consecutive lines of a document with one verdict, one reason and one destination: a line of the ledger.
package struct LineFate: Sendable, Hashable {
  package let first: Int
  package let last: Int
  package let action: LineVerdict.Action
  package let rule: String
  package let evidence: String
  /// Index of the item in the document that the lines went into.
  package let item: Int?
  /// Lines of the file that the lines were read from, where they are others: a web page's.
  package let source: ClosedRange<Int>?

  /// The fates of a document's lines, each line in exactly one. O(lines + items).
  static func all(of document: NormalizedDocument) -> [LineFate] {
    var result: [LineFate] = []
    var item = 0
    for (line, verdict) in zip(document.document.lines, document.verdicts) {
      let place = document.document.format == .html ? line.hint?.sourceLine : nil
      while item < document.items.count, document.items[item].lines.upperBound < verdict.line { item += 1 }
      let isInside = item < document.items.count && document.items[item].lines.contains(verdict.line)
      let fate = LineFate(
        first: verdict.line, last: verdict.line, action: verdict.action, rule: verdict.rule, evidence: verdict.evidence,
        item: isInside && verdict.action == .keep ? item : nil, source: place.map { $0...$0 })
      if let last = result.last, last.last == fate.first - 1, last.action == fate.action, last.rule == fate.rule,
        last.evidence == fate.evidence, last.item == fate.item
      {
        result[result.count - 1] = LineFate(
          first: last.first, last: fate.last, action: last.action, rule: last.rule, evidence: last.evidence, item: last.item,
          source: span(last.source, fate.source))
      } else {
        result.append(fate)
      }
    }
    return result
  }

  private static func span(_ a: ClosedRange<Int>?, _ b: ClosedRange<Int>?) -> ClosedRange<Int>? {
    guard let a, let b else { return a ?? b }
    return min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }

  /// - Parameter destination: the content file that the item went into.
  func write(to json: inout JSONText, document: String, destination: String?) {
    json.raw("{\"document\":")
    json.string(document)
    json.raw(",\"lines\":[")
    json.number(first)
    json.raw(",")
    json.number(last)
    json.raw("],\"verdict\":")
    json.string(action.rawValue)
    json.raw(",\"rule\":")
    json.string(rule)
    if !evidence.isEmpty {
      json.raw(",\"evidence\":")
      json.string(evidence)
    }
    if let source {
      json.raw(",\"source\":[")
      json.number(source.lowerBound)
      json.raw(",")
      json.number(source.upperBound)
      json.raw("]")
    }
    if let destination {
      json.raw(",\"to\":")
      json.string(destination)
    }
    json.raw("}\n")
  }
}
