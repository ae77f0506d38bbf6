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
    let store = try await ContentStore.load(folder: folder, languages: languages)
    let (decisions, faults) = try ImportDecisions.load(folder: folder, displayFolder: displayFolder)
    if !faults.isEmpty { throw ImportFailure.unreadableDecisions(faults) }
    let inputs = given ?? ImportInput.known(store.sources, places: places)
    let survey = await survey(inputs)
    let (resolved, unresolved) = resolve(decisions, survey.documents.map { ($0.input.name, $0.hash) }, store)
    let analysis = await analyze(survey, decisions: resolved)
    if isCancelled() { throw ImportFailure.interrupted }
    var (merged, moved) = SourceRegistry.merge(analysis.documents.map(\.source), into: store, isThere: places.isThere)
    let known = Set(
      store.allFiles.filter { file in file.id.map { store.records[$0] == nil } ?? true }.flatMap(\.names))
    let images = LocalImages.collect(&merged, inputs: inputs)
    let found = merged
    // What does not wait for each other goes on beside the questions, and beside the writing.
    async let copies = SourceCopies(among: found)
    async let termGroups = TermGroups(found, known: known)
    let names = QuestionNames(store, listsItems: false)
    let partings = PartedPages.find(in: store, names, decisions)
    let questions = QuestionGroups(found, decisions: decisions, names: names, termPages: store.termPages)
    let terms = await termGroups
    let (sources, original) = await copies.marked(found)
    var reconciler = try ContentReconciler(store, displayFolder: displayFolder, isDryRun: isDryRun)
    var placement = ContentPlacement(store: store, sources: sources)
    let pending: [Diagnostic]
    do {
      let shown = sources.filter { !$0.isEmpty }
      try await take(shown.map { source in { SourceDrafting(source: source, original: original[source.id]).draft() } }, &reconciler)
      let joined = PartedPages.idsOfJoined(in: store, without: partings)
      try await take(placement.drafts(of: questions, joined: joined, leaving: PartedPages.names(of: partings)), &reconciler)
      try await take(placement.drafts(of: terms.groups), &reconciler)
      for image in images { try reconciler.copy(image) }
      try reconciler.finish(sources: sources)
      pending = try writeLedger(
        analysis.documents, placement, refused: reconciler.refused, sources: sources, decisions: resolved,
        to: reconciler.stage(ContentStore.ledgerPath))
      try reconciler.commit(isCancelled: isCancelled)
    } catch {
      try? reconciler.abandon()
      throw error
    }
    var summary = reconciler.summary
    summary.diagnostics += analysis.diagnostics + questions.diagnostics
    summary.diagnostics += unresolved + pending + moved
    summary.diagnostics += await copies.diagnostics(of: Set(analysis.documents.map(\.source.document)))
    if given == nil { summary.absent = Set(sources.map(\.document)).subtracting(inputs.map(\.name)).sorted() }
    summary.diagnostics += summary.absent.map {
      Diagnostic(
        .note, rule: "absent-document", "\($0) is not where it was read, and stays as it was imported",
        suggestion: "if it moved, give its new place to ciyuan import")
    }
    if !isDryRun, store.hasTranslations { summary.diagnostics += try await carryTranslations() }
    if !partings.isEmpty {
      let parted = try await partPages(decisions)
      summary.diagnostics += parted
      summary.parted = parted.count
    }
    let joined = decisions.same.isEmpty && !names.hasJoinedPages ? [] : try await joinPages(decisions)
    summary.diagnostics += joined
    summary.joined = joined.count { $0.severity == .note }
    summary.diagnostics += try await askedAlready(reconciler.newQuestions, decisions, names)
    if let report {
      do throws(FileError) {
        try await writeReport(inputs, analysis, placement, diagnostics: summary.diagnostics, to: report)
      } catch {
        // The content is changed by now, and that must be told.
        summary.diagnostics.append(Diagnostic(.error, rule: "audit-not-written", "Audit is incomplete: \(error)"))
      }
    }
    summary.count(analysis.documents, questions: questions.groups, terms: terms.groups.count)
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

  /// Joins to pages that people wrote what they settled to be one with them.
  private func joinPages(_ decisions: ImportDecisions) async throws -> [Diagnostic] {
    let store = try await ContentStore.load(folder: folder, languages: languages)
    let unions = JoinedPages.find(in: store, decisions)
    return isDryRun
      ? try JoinedPages.foretell(unions, in: store, displayFolder: displayFolder)
      : try JoinedPages.carryOut(unions, in: store, displayFolder: displayFolder)
  }

  /// Brings translations that people wrote to where their pages are now.
  private func carryTranslations() async throws -> [Diagnostic] {
    let store = try await ContentStore.load(folder: folder, languages: languages)
    return try CarriedTranslations.carryOut(in: store, displayFolder: displayFolder)
  }

  /// What stands on new pages and is asked on one of somebody's own.
  private func askedAlready(
    _ pages: [AskedAlready.Page], _ decisions: ImportDecisions, _ names: QuestionNames
  ) async throws -> [Diagnostic] {
    guard !pages.isEmpty, names.hasOwnPages else { return [] }
    let store = try await ContentStore.load(folder: folder, languages: languages)
    // Those that were joined to another page just now are there no longer.
    let paths = Set(store.allFiles.map(\.path)), present = pages.filter { isDryRun || paths.contains($0.path) }
    return try AskedAlready.diagnostics(present, in: store, decisions, displayFolder: displayFolder)
  }

  /// Parts from pages that people wrote what they settled to be different again.
  private func partPages(_ decisions: ImportDecisions) async throws -> [Diagnostic] {
    let store = try await ContentStore.load(folder: folder, languages: languages)
    let partings = PartedPages.find(in: store, QuestionNames(store, listsItems: false), decisions)
    return isDryRun
      ? PartedPages.foretell(partings, displayFolder: displayFolder)
      : try PartedPages.carryOut(partings, in: store, displayFolder: displayFolder)
  }

  /// Makes drafts on all cores, a few hundred at a time, and reconciles them in order while the next ones are made.
  private func take(_ drafts: [ContentPlacement.Drafting], _ reconciler: inout ContentReconciler) async throws {
    func making(_ start: Int) -> Task<[ContentDraft], Never> {
      let batch = Array(drafts[start..<min(drafts.count, start + 512)])
      return Task { await ParallelMap.run(batch) { $0() } }
    }
    var next = drafts.isEmpty ? nil : making(0)
    for start in stride(from: 0, to: drafts.count, by: 512) {
      if isCancelled() { throw ImportFailure.interrupted }
      let made = await next?.value ?? []
      next = start + 512 < drafts.count ? making(start + 512) : nil
      for draft in made { try reconciler.take(draft) }
    }
  }
}
