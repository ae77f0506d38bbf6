internal import Diagnostics
internal import FileSystem

extension ImportRun {
  /// Writes the ledger: the lines of these documents, and those of documents that were imported before and not now.
  ///
  /// - Parameters:
  ///   - refused: paths of pages that were not written.
  ///   - sources: all of the content, as they are called now.
  /// - Returns: what people settled of documents that were not read, where it is not carried out.
  func writeLedger(
    _ documents: [AnalyzedDocument], _ placement: ContentPlacement, refused: Set<String>, sources: [ImportedSource],
    decisions: ImportDecisions, to path: String
  ) throws(FileError) -> [Diagnostic] {
    var file = try AppendingFile(creating: path)
    let current = Dictionary(documents.map { ($0.source.document, $0) }) { first, _ in first }
    let former = try formerRows(of: Set(sources.map(\.document)).subtracting(current.keys))
    let items = Dictionary(sources.map { ($0.document, $0.items) }) { first, _ in first }
    for name in (Array(current.keys) + former.keys).sorted() {
      let destinations = placement.destinations(ofDocument: name).filter { !refused.contains($0.value) }
      let sourcePage = placement.sourcePage(ofDocument: name).flatMap { refused.contains($0) ? nil : $0 }
      for row in former[name] ?? [] {
        let item = items[name]?.firstIndex { $0.first <= row.line && row.line <= $0.last }
        try file.append(row.leading(to: !row.isKept ? nil : item.map { destinations[$0] } ?? sourcePage))
      }
      guard let document = current[name] else { continue }
      var json = JSONText()
      document.fates.write(to: &json, document: name, destinations: destinations, sourcePage: sourcePage)
      try file.append(json.bytes)
    }
    try file.flush()
    return PendingOverrules.find(decisions, in: former, isThere: places.isThere)
  }

  /// Rows of the last ledger by document.
  private func formerRows(of documents: Set<String>) throws(FileError) -> [String: [LedgerRow]] {
    let path = Path.join(folder, ContentStore.ledgerPath)
    guard !documents.isEmpty, File.exists(path) else { return [:] }
    var rows: [String: [LedgerRow]] = [:], last: (row: LedgerRow, name: String)?
    for line in try File.read(path).split(separator: 0x0A) {
      guard let row = LedgerRow(line), let name = row.document(after: last) else { continue }
      last = (row, name)
      if documents.contains(name) { rows[name, default: []].append(row) }
    }
    return rows
  }
}
