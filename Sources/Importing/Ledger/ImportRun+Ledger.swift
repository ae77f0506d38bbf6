internal import Diagnostics
internal import FileSystem
internal import Foundation

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
    for name in (Array(current.keys) + former.keys).sorted() {
      if let rows = former[name] {
        for row in rows {
          try file.append(row)
          try file.append([0x0A])
        }
      }
      guard let document = current[name] else { continue }
      let destinations = placement.destinations(ofDocument: name).filter { !refused.contains($0.value) }
      let sourcePage = placement.sourcePage(ofDocument: name).flatMap { refused.contains($0) ? nil : $0 }
      var json = JSONText()
      document.fates.write(to: &json, document: name, destinations: destinations, sourcePage: sourcePage)
      try file.append(json.bytes)
    }
    try file.flush()
    return PendingOverrules.find(decisions, in: former, isThere: places.isThere)
  }

  /// Rows of the last ledger by document.
  private func formerRows(of documents: Set<String>) throws(FileError) -> [String: [ArraySlice<UInt8>]] {
    let path = Path.join(folder, ContentStore.ledgerPath)
    guard !documents.isEmpty, File.exists(path) else { return [:] }
    var rows: [String: [ArraySlice<UInt8>]] = [:]
    for row in try File.read(path).split(separator: 0x0A) {
      guard let name = Self.document(ofLedgerLine: row), documents.contains(name) else { continue }
      rows[name, default: []].append(row)
    }
    return rows
  }

  /// The document is the first value of each line, a JSON string. A line that is none is left out: it was damaged by hand.
  private static func document(ofLedgerLine line: ArraySlice<UInt8>) -> String? {
    let key = Array("{\"document\":".utf8)
    guard line.starts(with: key), let next = line.firstRange(of: Array(",\"lines\":".utf8)) else { return nil }
    let value = line[(line.startIndex + key.count)..<next.lowerBound]
    return try? JSONDecoder().decode(String.self, from: Data(value))
  }
}
