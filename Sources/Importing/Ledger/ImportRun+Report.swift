internal import ContentModel
internal import Diagnostics
internal import FileSystem

extension ImportRun {
  /// Writes the audit: `index.html` and a page for each document. Documents are judged once more instead of being held.
  func writeReport(
    _ inputs: [ImportInput], _ analysis: Analysis, _ placement: ContentPlacement, diagnostics: [Diagnostic], to folder: String
  ) async throws(FileError) {
    let pages = Self.pagesFolder(of: folder)
    let byDocument = Dictionary(grouping: diagnostics.filter { $0.location != nil }) { $0.location!.path }
    let names = Dictionary(inputs.map { ($0.name, $0) }) { first, _ in first }
    let tasks = analysis.documents.enumerated().compactMap { index, document in
      names[document.source.document].map { (input: $0, document: document, number: index + 1) }
    }
    var merges: [String: [Int: MergedQuestion]] = [:]
    for merge in placement.merges { for member in merge.members { merges[member.document, default: [:]][member.item] = merge } }
    let mergesOf = merges
    let rows = await ParallelMap.run(tasks) { task -> Result<AuditIndex.Row?, FileError> in
      guard let normalized = analysis.judge(task.input) else { return .success(nil) }
      let page = AuditPage(
        document: normalized, destinations: placement.destinations(ofDocument: task.input.name),
        sourcePage: placement.sourcePage(ofDocument: task.input.name),
        merges: mergesOf[task.input.name] ?? [:],
        diagnostics: byDocument[task.input.name] ?? [])
      let name = Self.pageName(task.number)
      do throws(FileError) {
        try File.write(Array(page.html().utf8), to: Path.join(pages, name))
      } catch {
        return .failure(error)
      }
      var rules: [String: Int] = [:]
      for (_, verdict) in normalized.judgedLines where verdict.action == .strip { rules[verdict.rule, default: 0] += 1 }
      return .success(
        AuditIndex.Row(
          document: task.input.name, page: name, counts: task.document.lineCounts, outside: task.document.fates.keptOutside.count,
          items: normalized.items.count,
          images: task.document.source.images, rules: rules))
    }
    var written: [AuditIndex.Row] = []
    for row in rows { if let row = try row.get() { written.append(row) } }
    for page in try Folder.files(below: pages) where Self.isPageName(page.path) && !written.contains(where: { $0.page == page.path }) {
      try File.remove(Path.join(pages, page.path))
    }
    let index = AuditIndex(rows: written, merges: placement.merges, diagnostics: diagnostics)
    try File.write(Array(index.html().utf8), to: Path.join(folder, "index.html"))
  }

  /// Makes the folder of the audit, which may hold nothing but a former one.
  static func prepareReport(_ folder: String) throws {
    let index = Path.join(folder, "index.html")
    if File.exists(index), !Folder.exists(index), try File.read(index).firstRange(of: AuditStyle.generator.utf8) == nil {
      throw ImportFailure.foreignReport(path: index)
    }
    let pages = pagesFolder(of: folder)
    if !File.exists(index), Folder.exists(pages), let page = try Folder.files(below: pages).first(where: { isPageName($0.path) }) {
      throw ImportFailure.foreignReport(path: Path.join(pages, page.path))
    }
    try Folder.create(pages)
  }

  private static func pagesFolder(of report: String) -> String { Path.join(report, "pages") }

  /// Numbered: names of documents may hold anything.
  private static func pageName(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 5 - digits.count)) + digits + ".html"
  }

  private static func isPageName(_ name: String) -> Bool {
    name.hasSuffix(".html") && name.utf8.count >= 10 && name.utf8.dropLast(5).allSatisfy { (0x30...0x39).contains($0) }
  }
}
