internal import Diagnostics
internal import FileSystem
package import ContentModel
internal import Terminology

/// One import from documents to content files.
package struct ImportRun: Sendable {
  /// Where documents lie, seen from the site.
  let places: DocumentPlaces
  /// The content folder, and how it is called in messages.
  let folder: String
  let displayFolder: String
  /// Of the site.
  let languages: [LanguageTag]
  let rules: ImportRules
  let isDryRun: Bool
  /// Folder for the audit pages; `nil` for none.
  let report: String?
  /// Told how many of all documents are read.
  let progress: @Sendable (_ done: Int, _ of: Int) -> Void
  /// Asked now and then; `true` ends the import and leaves the folder as it was.
  let isCancelled: @Sendable () -> Bool

  package init(
    places: DocumentPlaces, folder: String, displayFolder: String, languages: [LanguageTag] = [.chinese, .english],
    rules: ImportRules = .standard, isDryRun: Bool = false,
    report: String? = nil,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.places = places
    self.folder = folder
    self.displayFolder = displayFolder
    self.languages = languages
    self.rules = rules
    self.isDryRun = isDryRun
    self.report = report
    self.progress = progress
    self.isCancelled = isCancelled
  }

  /// Reads the documents, judges them, groups their questions and brings the content folder up to date. An import that
  /// was killed before is undone first. A dry run writes nothing to the folder.
  ///
  /// - Parameter given: `nil` for all documents of earlier imports that are where they were.
  /// - Throws: ``ImportFailure``, or a `FileError`; the folder is then as it was.
  package func run(_ given: [ImportInput]?) async throws -> ImportSummary {
    if let report { try Self.prepareReport(report) }
    let lock = isDryRun ? nil : try ContentLock(folder: folder)
    defer { lock?.release() }
    if !isDryRun { try ContentTransaction.recover(folder: folder) }
    var store = try await ContentStore.load(folder: folder, languages: languages)
    let (decisions, faults) = try ImportDecisions.load(folder: folder, displayFolder: displayFolder)
    if !faults.isEmpty { throw ImportFailure.unreadableDecisions(faults) }
    let inputs = given ?? ImportInput.known(store.sources, places: places)
    let survey = await survey(inputs)
    let (resolved, unresolved) = resolve(decisions, survey.documents.map { ($0.input.name, $0.hash) }, store)
    let analysis = await analyze(survey, decisions: resolved)
    if isCancelled() { throw ImportFailure.interrupted }
    var transaction = try ContentTransaction(folder: folder, isDryRun: isDryRun)
    let outcome: ImportOutcome, material: ImportMaterial
    var told = analysis.diagnostics + unresolved
    do {
      let change = PageChange(displayFolder: displayFolder, isDryRun: isDryRun)
      let parted = try await PartedPages.carryOut(decisions, in: &store, &transaction, change, languages: languages)
      var (merged, moved) = SourceRegistry.merge(analysis.documents.map(\.source), into: store, isThere: places.isThere)
      let images = LocalImages.collect(&merged, inputs: inputs)
      // What does not wait for each other goes on beside the questions.
      let found = merged, now = store
      async let prepared = ImportMaterial(found, images: images, in: now)
      let questions = group(found, decisions, in: now)
      material = await prepared
      outcome = try await write(material, questions, decisions, from: now, &transaction)
      told += moved + parted
      told += try writeLedger(
        analysis.documents, outcome.placement, refused: outcome.refused, sources: material.sources, decisions: resolved,
        to: transaction.stage(ContentStore.ledgerPath))
      try transaction.commit(isCancelled: isCancelled)
    } catch {
      try? transaction.abandon()
      throw error
    }
    var summary = outcome.summary
    summary.parted = told.count { $0.rule == PageChange.parted }
    summary.diagnostics += told
    summary.diagnostics += material.copies.diagnostics(of: Set(analysis.documents.map(\.source.document)))
    if given == nil { summary.absent = Set(material.sources.map(\.document)).subtracting(inputs.map(\.name)).sorted() }
    summary.diagnostics += summary.absent.map {
      Diagnostic(
        .note, rule: "absent-document", "\($0) is not where it was read, and stays as it was imported",
        suggestion: "if it moved, give its new place to ciyuan import")
    }
    if let report {
      do throws(FileError) {
        try await writeReport(inputs, analysis, outcome.placement, diagnostics: summary.diagnostics, to: report)
      } catch {
        // The content is changed by now, and that must be told.
        summary.diagnostics.append(Diagnostic(.error, rule: "audit-not-written", "Audit is incomplete: \(error)"))
      }
    }
    summary.count(analysis.documents, questions: outcome.groups, of: material.sources, terms: material.terms.groups.count)
    return summary
  }

  /// What people settled, with the names that the documents have now.
  private func resolve(
    _ decisions: ImportDecisions, _ documents: [(name: String, hash: String)], _ store: ContentStore
  ) -> (ImportDecisions, [Diagnostic]) {
    guard !decisions.overrules.isEmpty else { return (decisions, []) }
    let former = SourceRegistry.formerNames(documents, in: store, isThere: places.isThere)
    let moved = Set(former.map(\.name))
    let known = store.sources.map(\.document).filter { !moved.contains($0) }
    return decisions.resolved(among: DocumentNames(documents.map(\.name) + known, former: former), places: places)
  }
}
