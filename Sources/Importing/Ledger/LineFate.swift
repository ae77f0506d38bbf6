/// Consecutive lines of a document with one verdict, one reason and one destination: a line of the ledger.
///
/// Small, because an import holds those of all its documents.
struct LineFate: Sendable, Hashable {
  let first: Int32
  var last: Int32
  /// Index of the reason in ``LineFates/reasons``.
  let reason: Int32
  /// Index of the item in the document that the lines went into; -1 for none.
  let item: Int32
  /// Lines of the file that the lines were read from, where they are others: a web page's. 0 for none.
  var firstSource: Int32
  var lastSource: Int32
}

/// The fates of a document's lines, each line in exactly one.
struct LineFates: Sendable, Hashable {
  struct Reason: Sendable, Hashable {
    let action: LineVerdict.Action
    let rule: String
    let evidence: String
  }

  private(set) var reasons: [Reason] = []
  private(set) var all: [LineFate] = []

  /// O(lines + items).
  init(_ document: NormalizedDocument) {
    var numbers: [Reason: Int32] = [:]
    var item = 0
    func add(_ line: ScrapedLine, _ verdict: LineVerdict) {
      while item < document.items.count, document.items[item].lines.upperBound < verdict.line { item += 1 }
      let isInside = item < document.items.count && document.items[item].lines.contains(verdict.line)
      let reason = Reason(action: verdict.action, rule: verdict.rule, evidence: verdict.evidence)
      let number = numbers[reason] ?? Int32(reasons.count)
      if number == reasons.count {
        numbers[reason] = number
        reasons.append(reason)
      }
      let source = Int32(document.document.format == .html ? line.hint?.sourceLine ?? 0 : 0)
      append(
        LineFate(
          first: Int32(verdict.line), last: Int32(verdict.line), reason: number,
          item: isInside && verdict.action == .keep ? Int32(item) : -1, firstSource: source, lastSource: source))
    }
    for (line, verdict) in zip(document.document.lines, document.verdicts) { add(line, verdict) }
    for (line, verdict) in document.hiddenLines { add(line, verdict) }
    all = Array(all)  // Without the room to grow.
  }

  /// Numbers of the lines that were kept and went into no item, in order.
  var keptOutside: [Int] {
    all.filter { $0.item < 0 && reasons[Int($0.reason)].action == .keep }.flatMap { Int($0.first)...Int($0.last) }
  }

  private mutating func append(_ fate: LineFate) {
    guard let last = all.last, last.last == fate.first - 1, last.reason == fate.reason, last.item == fate.item else {
      all.append(fate)
      return
    }
    all[all.count - 1].last = fate.last
    guard fate.firstSource > 0 else { return }
    all[all.count - 1].firstSource = last.firstSource > 0 ? min(last.firstSource, fate.firstSource) : fate.firstSource
    all[all.count - 1].lastSource = max(last.lastSource, fate.lastSource)
  }

  /// - Parameters:
  ///   - destinations: the content files that the items went into, by index.
  ///   - sourcePage: that of the source, which holds what is kept of no item.
  func write(to json: inout JSONText, document: String, destinations: [Int: String], sourcePage: String?) {
    for fate in all {
      let isKept = reasons[Int(fate.reason)].action == .keep
      let destination = fate.item >= 0 ? destinations[Int(fate.item)] : isKept ? sourcePage : nil
      write(fate, to: &json, document: document, destination: destination)
    }
  }

  private func write(_ fate: LineFate, to json: inout JSONText, document: String, destination: String?) {
    let reason = reasons[Int(fate.reason)]
    json.raw("{\"document\":")
    json.string(document)
    json.raw(",\"lines\":[")
    json.number(Int(fate.first))
    json.raw(",")
    json.number(Int(fate.last))
    json.raw("],\"verdict\":")
    json.string(reason.action.rawValue)
    json.raw(",\"rule\":")
    json.string(reason.rule)
    if !reason.evidence.isEmpty {
      json.raw(",\"evidence\":")
      json.string(reason.evidence)
    }
    if fate.firstSource > 0 {
      json.raw(",\"source\":[")
      json.number(Int(fate.firstSource))
      json.raw(",")
      json.number(Int(fate.lastSource))
      json.raw("]")
    }
    if let destination {
      json.raw(",\"to\":")
      json.string(destination)
    }
    json.raw("}\n")
  }
}
