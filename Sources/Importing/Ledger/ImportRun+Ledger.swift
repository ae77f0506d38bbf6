internal import FileSystem

extension ImportRun {
  /// Writes the ledger: the lines of these documents, and those of documents that were imported before and not now.
  func writeLedger(
    _ documents: [AnalyzedDocument], _ placement: ContentPlacement, _ store: ContentStore, to path: String
  ) throws(FileError) {
    var file = try AppendingFile(creating: path)
    let names = Set(documents.map(\.source.document))
    let former = Path.join(folder, ContentStore.ledgerPath)
    if File.exists(former) {
      let known = Set(store.sources.map(\.document))
      for line in try File.read(former).split(separator: 0x0A) {
        guard let name = Self.document(ofLedgerLine: line), !names.contains(name), known.contains(name) else { continue }
        try file.append(line)
        try file.append([0x0A])
      }
    }
    for document in documents.sorted(by: { $0.source.document < $1.source.document }) {
      let destinations = placement.destinations(ofDocument: document.source.document)
      var json = JSONText()
      for fate in document.fates {
        fate.write(to: &json, document: document.source.document, destination: fate.item.flatMap { destinations[$0] })
      }
      try file.append(json.bytes)
    }
    try file.flush()
  }

  /// The document is the first value of each line.
  private static func document(ofLedgerLine line: ArraySlice<UInt8>) -> String? {
    let prefix = Array("{\"document\":\"".utf8)
    guard line.starts(with: prefix) else { return nil }
    let rest = line.dropFirst(prefix.count)
    guard let end = rest.firstRange(of: Array("\",\"lines\":".utf8)) else { return nil }
    // Names with quotes are imported anew each time they matter.
    return String(decoding: rest[..<end.lowerBound], as: UTF8.self)
  }
}
