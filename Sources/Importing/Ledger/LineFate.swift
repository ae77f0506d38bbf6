/// Consecutive lines of a document with one verdict, one reason and one destination: a line of the ledger.
package struct LineFate: Sendable, Hashable {
  package let first: Int
  package let last: Int
  package let action: LineVerdict.Action
  package let rule: String
  package let evidence: String
  /// Index of the item in the document that the lines went into.
  package let item: Int?

  /// The fates of a document's lines, each line in exactly one. O(lines + items).
  static func all(of document: NormalizedDocument) -> [LineFate] {
    var result: [LineFate] = []
    var item = 0
    for verdict in document.verdicts {
      while item < document.items.count, document.items[item].lines.upperBound < verdict.line { item += 1 }
      let isInside = item < document.items.count && document.items[item].lines.contains(verdict.line)
      let fate = LineFate(
        first: verdict.line, last: verdict.line, action: verdict.action, rule: verdict.rule, evidence: verdict.evidence,
        item: isInside && verdict.action == .keep ? item : nil)
      if let last = result.last, last.last == fate.first - 1, last.action == fate.action, last.rule == fate.rule,
        last.evidence == fate.evidence, last.item == fate.item
      {
        result[result.count - 1] = LineFate(
          first: last.first, last: fate.last, action: last.action, rule: last.rule, evidence: last.evidence, item: last.item)
      } else {
        result.append(fate)
      }
    }
    return result
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
    if let destination {
      json.raw(",\"to\":")
      json.string(destination)
    }
    json.raw("}\n")
  }
}
