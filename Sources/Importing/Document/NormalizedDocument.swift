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
