package import Terminology

/// A page after normalization: every line judged, its items found.
package struct NormalizedDocument: Sendable, Hashable {
  package let document: ScrapedDocument
  /// One a line, in the order of the lines.
  package let verdicts: [LineVerdict]
  /// In the order of the lines.
  package let items: [Item]
  /// What is kept and belongs to no item; sections' headings are of level 3.
  package let rest: [Block]
  package let provenance: Provenance

  package init(document: ScrapedDocument, verdicts: [LineVerdict], items: [Item], rest: [Block] = [], provenance: Provenance) {
    self.document = document
    self.verdicts = verdicts
    self.items = items
    self.rest = rest
    self.provenance = provenance
  }
}

extension NormalizedDocument {
  package typealias JudgedLine = (line: ScrapedLine, verdict: LineVerdict)

  /// Every line with its verdict: those of the text, then what its reader left out.
  package var judgedLines: [JudgedLine] { zip(document.lines, verdicts).map { ($0, $1) } + hiddenLines }

  /// What the reader of the page left out, a line each, counted on behind the lines of the text.
  package var hiddenLines: [JudgedLine] {
    document.hidden.enumerated().map { index, hidden in
      let number = document.lines.count + 1 + index
      var hint = LineHint(.paragraph)
      hint.sourceLine = hidden.line
      return (
        ScrapedLine(number: number, text: hidden.text, hint: hint),
        LineVerdict(line: number, action: .strip, rule: hidden.rule, evidence: hidden.evidence)
      )
    }
  }

  /// Concepts that the kept lines state.
  package func terms(_ miner: TermMiner) -> [MinedTerm] {
    var table: TermTable?
    return miner.mine(
      lines: zip(document.lines, verdicts).map { line, verdict in
        if case .tableRow(let cells, _) = line.hint?.role {
          if line.hint?.startsBlock == true { table = TermTable(head: cells) }
          return (line.number, verdict.action == .keep ? table?.sentence(cells) ?? line.text : "")
        }
        return (line.number, verdict.action == .keep ? line.text : "")
      }.filter { !$0.1.isEmpty })
  }
}
