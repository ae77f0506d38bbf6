internal import ContentModel
internal import Diagnostics
internal import FileSystem
internal import Terminology

/// What an import writes, whatever the content is.
struct ImportMaterial {
  /// With what each is a copy of.
  let sources: [ImportedSource]
  let copies: SourceCopies
  let terms: TermGroups
  let images: [LocalImages.Copy]
  /// For each source that is a copy the one that it copies, by its id.
  let originals: [String: ImportedSource]

  init(_ found: [ImportedSource], images: [LocalImages.Copy], in store: ContentStore) async {
    let known = Set(
      store.allFiles.filter { file in file.id.map { store.records[$0] == nil } ?? true }.flatMap(\.names))
    async let terms = TermGroups(found, known: known)
    copies = await SourceCopies(among: found)
    (sources, originals) = copies.marked(found)
    self.terms = await terms
    self.images = images
  }
}

/// What became of it.
struct ImportOutcome {
  /// Where everything stands in the end.
  let placement: ContentPlacement
  let groups: [[QuestionGroups.Place]]
  /// Paths of pages that were not written.
  let refused: Set<String>
  /// What happened on the way.
  var summary: ImportSummary
  /// Questions that had no page before.
  let newQuestions: [AskedAlready.Page]
  /// Whether pages were carried or joined after the import's own were brought up to date.
  var movesPages = false
}

extension ImportRun {
  /// Brings a content folder up to date in a transaction.
  ///
  /// Where pages moved, what the import would write next time follows from where they stand now: it goes on from there, until it
  /// would change nothing. So the next import finds all as it would leave it, and the ledger names the pages that are there.
  ///
  /// - Parameter questions: of the material, by the names in that folder.
  func write(
    _ material: ImportMaterial, _ questions: QuestionGroups, _ decisions: ImportDecisions, from store: ContentStore,
    _ transaction: inout ContentTransaction
  ) async throws -> ImportOutcome {
    let first = try await pass(material, questions, decisions, from: store, &transaction)
    var summary = first.summary, last = first
    for _ in 1..<Self.maximumPasses where last.movesPages {
      var now = try await ContentStore.load(transaction.view, languages: languages)
      try JoinedPages.rebase(&now)
      last = try await pass(material, group(material.sources, decisions, in: now), decisions, from: now, &transaction)
      summary.addMoves(of: last.summary)
    }
    if !first.newQuestions.isEmpty, QuestionNames(store, listsItems: false).hasOwnPages {
      let now = try await ContentStore.load(transaction.view, languages: languages)
      // Those that were joined to another page just now are there no longer.
      let pages = first.newQuestions.filter { now.file(at: $0.path) != nil }
      summary.diagnostics += try AskedAlready.diagnostics(pages, in: now, decisions, displayFolder: displayFolder)
    }
    last.summary = summary
    return last
  }

  /// Two do nearly always.
  private static var maximumPasses: Int { 4 }

  func group(_ sources: [ImportedSource], _ decisions: ImportDecisions, in store: ContentStore) -> QuestionGroups {
    QuestionGroups(sources, decisions: decisions, names: QuestionNames(store, listsItems: false), termPages: store.termPages)
  }

  private func pass(
    _ material: ImportMaterial, _ questions: QuestionGroups, _ decisions: ImportDecisions, from store: ContentStore,
    _ transaction: inout ContentTransaction
  ) async throws -> ImportOutcome {
    let change = PageChange(displayFolder: displayFolder, isDryRun: isDryRun)
    var reconciler = try ContentReconciler(store, transaction, change)
    var placement = ContentPlacement(store: store, sources: material.sources)
    let originals = material.originals, shown = material.sources.filter { !$0.isEmpty }
    try await take(shown.map { source in { SourceDrafting(source: source, original: originals[source.id]).draft() } }, &reconciler)
    let joined = PartedPages.idsOfJoined(in: store)
    try await take(placement.drafts(of: questions, joined: joined), &reconciler)
    try await take(placement.drafts(of: material.terms.groups), &reconciler)
    for image in material.images { try reconciler.copy(image) }
    try reconciler.finish(sources: material.sources)
    transaction = reconciler.transaction
    var outcome = ImportOutcome(
      placement: placement, groups: questions.groups, refused: reconciler.refused, summary: reconciler.summary,
      newQuestions: reconciler.newQuestions)
    outcome.summary.diagnostics += questions.diagnostics
    // Each goes on from where the one before left the folder.
    if store.hasTranslations {
      let now = try await ContentStore.load(transaction.view, languages: languages)
      if let notes = try CarriedTranslations.carryOut(in: now, &transaction, change) { outcome.move(notes) }
    }
    if !decisions.same.isEmpty || !store.joined.isEmpty {
      let now = try await ContentStore.load(transaction.view, languages: languages)
      let notes = try JoinedPages.carryOut(JoinedPages.find(in: now, decisions), in: now, &transaction, change)
      outcome.summary.joined = notes.count { $0.severity == .note }
      if outcome.summary.joined > 0 { outcome.move(notes) } else { outcome.summary.diagnostics += notes }
    }
    return outcome
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

extension ImportOutcome {
  fileprivate mutating func move(_ notes: [Diagnostic]) {
    summary.diagnostics += notes
    movesPages = true
  }
}

extension ImportSummary {
  /// Pages that a further pass moves count, files that it writes once more do not.
  fileprivate mutating func addMoves(of pass: ImportSummary) {
    joined += pass.joined
    // Said once, by the pass that came upon it.
    diagnostics += pass.diagnostics.filter { further in
      !diagnostics.contains { $0 == further || $0.severity == .error && $0.location == further.location }
    }
  }
}
