/// A page after normalization: every line judged, its items found.
package struct NormalizedDocument: Sendable, Hashable {
  package let document: ScrapedDocument
  /// One a line, in the order of the lines.
  package let verdicts: [LineVerdict]
  /// In the order of the lines.
  package let items: [Item]
  package let provenance: Provenance

  package init(document: ScrapedDocument, verdicts: [LineVerdict], items: [Item], provenance: Provenance) {
    self.document = document
    self.verdicts = verdicts
    self.items = items
    self.provenance = provenance
  }
}
