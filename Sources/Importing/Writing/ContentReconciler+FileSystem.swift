internal import ContentModel
internal import Diagnostics
internal import FileSystem

/// Brings drafts and what lies in the content folder together, one draft at a time: nothing is held longer than needed.
struct ContentReconciler: ~Copyable {
  let store: ContentStore
  private let change: PageChange
  private(set) var transaction: ContentTransaction
  private var texts: AppendingFile
  private var records: [ContentRecord] = []
  private var seen: Set<String> = []
  /// Ids of pages whose edits another page has now.
  private var carried: Set<String> = []
  /// Paths of pages that were not written.
  private(set) var refused: Set<String> = []
  private(set) var summary = ImportSummary()
  /// Questions that had no page before.
  private(set) var newQuestions: [AskedAlready.Page] = []

  /// - Parameter transaction: What takes the changes; the store is read from it.
  init(_ store: ContentStore, _ transaction: consuming ContentTransaction, _ change: PageChange) throws(FileError) {
    let texts = try AppendingFile(creating: transaction.stage(ContentStore.textsPath))
    self.store = store
    self.change = change
    self.transaction = transaction
    self.texts = texts
  }

  /// What becomes of a draft: written, merged with a person's changes, left as it is, or refused where a build would not
  /// read it.
  mutating func take(_ draft: ContentDraft) throws(FileError) {
    if let excess = draft.excess { return try refuse(draft, excess) }
    let hash = draft.hash, bytes = Array(draft.text.utf8)
    let record = store.records[draft.id]
    let file = store.files[draft.id]
    var path = store.path(of: draft.id, drafted: draft.path)
    switch (file, record) {
    case (nil, nil):
      carried.formUnion(draft.carried?.pages ?? [])
      try transaction.stage(Array(draft.written.utf8), as: draft.path, over: nil)
      summary.created += 1
      if draft.section == .questions { newQuestions.append(AskedAlready.Page(draft)) }
      if draft.left != nil { summary.diagnostics.append(change.parted("\(draft.section.rawValue)/\(draft.slug)", at: draft.path)) }
      report(ContentMerge.places(draft.carried?.conflicts ?? 0), in: draft.written, at: draft.path)
      reportBehind(draft, at: draft.path)
    case (nil, let record?):
      // A person removed it: it stays away.
      summary.deleted += 1
      reportAway(draft, record)
    case (let file?, nil): if file.hash != hash { summary.kept += 1 }
    case (let file?, let record?) where record.hash == hash || file.hash == hash:
      path = file.path
      if record.hash == hash, file.hash != hash { summary.kept += 1 } else { summary.unchanged += 1 }
      if file.hasConflict { try reportOpenConflict(file) }
    case (let file?, let record?) where file.hash == record.hash:
      carried.formUnion(draft.carried?.pages ?? [])
      reportBehind(draft, at: path)
      try transaction.stage(Array(draft.written.utf8), as: path, over: path == file.path ? file.hash : nil)
      if path != file.path { transaction.remove(file.path, hash: file.hash) }
      summary.updated += 1
    case (let file?, let record?): try merge(draft, file, record)
    }
    remember(
      ContentRecord(
        id: draft.id, path: path, hash: hash, members: draft.members,
        redirects: draft.redirects.isEmpty ? nil : draft.redirects, others: draft.others.isEmpty ? nil : draft.others,
        left: draft.left, isRenamed: store.isRenamed(draft.id) ? true : nil,
        offset: texts.count, length: bytes.count))
    try texts.append(bytes)
  }

  /// An answer that nobody has seen yet goes nowhere with a page that was removed.
  private mutating func reportAway(_ draft: ContentDraft, _ record: ContentRecord) {
    let new = Set(draft.members).subtracting(record.members)
    guard !new.isEmpty, draft.section == .questions else { return }
    summary.diagnostics.append(
      Diagnostic(
        .warning, rule: "deleted-page",
        "\(new.count) new answer\(new.count == 1 ? "" : "s") would stand on this page, which was deleted: not written",
        at: SourceLocation(path: Path.join(change.displayFolder, record.path), line: 1, column: 1),
        suggestion: "put the file back and import again, if it is wanted; else nothing is to be done"))
  }

  /// What the last import wrote stays as it is.
  private mutating func refuse(_ draft: ContentDraft, _ excess: String) throws(FileError) {
    let path = store.path(of: draft.id, drafted: draft.path)
    if let record = store.records[draft.id] {
      let base = Array(try store.base(record).utf8)
      remember(
        ContentRecord(
          id: record.id, path: record.path, hash: record.hash, members: record.members, redirects: record.redirects,
          others: record.others, left: record.left, isRenamed: record.isRenamed, offset: texts.count, length: base.count))
      try texts.append(base)
    }
    refused.insert(path)
    summary.diagnostics.append(
      Diagnostic(
        .error, rule: "page-too-large", "Not written, since no build would read it: \(excess)",
        at: SourceLocation(path: Path.join(change.displayFolder, path), line: 1, column: 1),
        suggestion: "break up the documents that it is from, or strip lines in import.yml"))
  }

  private mutating func merge(_ draft: ContentDraft, _ file: ContentFile, _ record: ContentRecord) throws(FileError) {
    let merged = ContentMerge(
      base: try store.base(record), ours: try store.text(of: file), theirs: draft.written, language: draft.language,
      conflictsInBody: draft.carried?.conflicts, without: draft.carried?.gone ?? [])
    carried.formUnion(draft.carried?.pages ?? [])
    try transaction.stage(Array(merged.text.utf8), as: file.path, over: file.hash)
    summary.merged += 1
    report(merged.conflicts, in: merged.text, at: file.path)
    reportBehind(draft, at: file.path)
  }

  private mutating func report(_ conflicts: [String], in text: String, at path: String) {
    guard !conflicts.isEmpty else { return }
    summary.diagnostics.append(
      Diagnostic(
        .error, rule: "import-conflict", "Changed here and in the import: \(conflicts.joined(separator: ", "))",
        at: firstMark(in: text, at: path),
        suggestion: "choose between the marked texts and remove the markers; values of the front matter were kept"))
  }

  private mutating func reportBehind(_ draft: ContentDraft, at path: String) {
    summary.diagnostics += (draft.carried?.behind ?? []).map { change.leftBehind($0, at: path) }
  }

  private mutating func reportOpenConflict(_ file: ContentFile) throws(FileError) {
    summary.diagnostics.append(
      Diagnostic(
        .error, rule: "open-conflict", "Conflict of an earlier import still marked in the text",
        at: firstMark(in: try store.text(of: file), at: file.path),
        suggestion: "choose between the marked texts and remove the markers"))
  }

  /// Where a person has to choose first; the file's beginning where nothing is marked, since keys alone collide.
  private func firstMark(in text: String, at path: String) -> SourceLocation {
    let file = SourceFile(path: Path.join(change.displayFolder, path), text: text)
    return file.location(of: ConflictMarkers.first(in: file.bytes).map { $0..<$0 + 7 } ?? 0..<1)
  }

  /// Removes files of questions that no document asks any more, unless a person changed them; then stages what the next
  /// import must remember.
  mutating func finish(sources: [ImportedSource]) throws(FileError) {
    for record in store.records.values.sorted(by: { $0.id < $1.id }) where !seen.contains(record.id) {
      // Pictures of pages that were not read this time.
      if record.section == nil { remember(record) }
      guard let file = store.files[record.id] else { continue }
      if file.hash == record.hash || carried.contains(record.id) {
        transaction.remove(file.path, hash: file.hash)
        summary.removed += 1
        reportRemoved(file, record)
      } else {
        reportKept(file, record)
      }
    }
    try texts.flush()
    var json = JSONText()
    for record in records { record.write(to: &json) }
    try File.writeInPlace(json.bytes, to: transaction.stage(ContentStore.recordsPath))
    var file = try AppendingFile(creating: transaction.stage(ContentStore.sourcesPath))
    for source in sources {
      var json = JSONText()
      source.write(to: &json)
      try file.append(json.bytes)
    }
    try file.flush()
  }

  private mutating func reportRemoved(_ file: ContentFile, _ record: ContentRecord) {
    let heir = heir(of: record), page = file.document?.description ?? file.path
    if let heir, heir.redirects?.contains(where: { $0.page == page }) == true {
      let whole = (store.files[heir.id]?.document ?? heir.document)?.description ?? heir.path
      return summary.diagnostics.append(change.joined(page, to: whole, at: heir.path))
    }
    summary.diagnostics.append(
      Diagnostic(
        .note, rule: "removed-page",
        heir.map { "Removed: \($0.path) holds this now" } ?? "Removed: no document holds this any more",
        at: SourceLocation(path: Path.join(change.displayFolder, file.path), line: 1, column: 1)))
  }

  /// The page that holds something of what one held that is no longer imported.
  private func heir(of record: ContentRecord) -> ContentRecord? {
    records.first { $0.section == record.section && !Set($0.members).isDisjoint(with: record.members) }
  }

  private mutating func reportKept(_ file: ContentFile, _ record: ContentRecord) {
    let heir = heir(of: record)
    let id = file.document?.description ?? file.path
    summary.diagnostics.append(
      Diagnostic(
        .warning, rule: "no-longer-imported",
        (heir.map { "\($0.path) holds this as well now" } ?? "No document holds this any more") + ": kept because it was edited here",
        at: SourceLocation(path: Path.join(change.displayFolder, file.path), line: 1, column: 1),
        suggestion: heir.map { "move what you changed to \($0.path), write \"redirects: [\(id)]\" there, and remove this file" }))
  }

  /// Copies an image that is new or has changed, unless a person changed or removed the copy.
  mutating func copy(_ image: LocalImages.Copy) throws(FileError) {
    let bytes = try File.read(image.file), hash = ContentHash.of(bytes)
    let record = store.records[image.target]
    let present = store.view.place(of: image.target) == nil ? nil : ContentHash.of(try store.view.read(image.target))
    // Also what is not there is as the last import left it, where that knew nothing of it.
    if present == record?.hash, present != hash { try transaction.stage(bytes, as: image.target, over: present) }
    remember(ContentRecord(id: image.target, path: image.target, hash: hash, members: [], redirects: nil, offset: texts.count, length: 0))
  }

  private mutating func remember(_ record: ContentRecord) {
    seen.insert(record.id)
    records.append(record)
  }
}
