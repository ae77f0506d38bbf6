internal import ContentModel
internal import Diagnostics
internal import FileSystem

/// Pages that people had joined to one of their own, and settled to be different again: each stands again where it stood, and
/// what came with it leaves the page that took it in.
enum PartedPages {
  /// Parts the pages of a content folder, before the import brings its own up to date: so they are as if they had never been joined.
  ///
  /// - Parameter store: The folder; as the pages leave it.
  /// - Returns: A note for each.
  static func carryOut(
    _ decisions: ImportDecisions, in store: inout ContentStore, _ transaction: inout ContentTransaction, _ change: PageChange,
    languages: [LanguageTag]
  ) async throws -> [Diagnostic] {
    guard !store.joined.isEmpty, !decisions.different.isEmpty else { return [] }
    let names = QuestionNames(store, listsItems: false)
    let pages = decisions.different.flatMap { pairing in
      let holders = Set(pairing.names.compactMap(names.own(page:)))
      return pairing.names.compactMap { names.joined[$0] }.filter { holders.contains($0.holder) }.map(\.page)
    }
    let leaving = store.joined.filter { part in
      pages.contains(part.page) && store.holder(of: part) != nil && store.file(at: part.path) == nil
    }
    guard !leaving.isEmpty else { return [] }
    let alone = try Set(leaving.compactMap(\.id)).compactMap { id in try textAlone(id, in: store).map { (id, $0) } }
    for (id, text) in alone { store.rebase(id, on: text) }
    var files = JoinedFiles(store)
    let parted = try files.part(leaving)
    try files.stage(in: &transaction)
    store = try await ContentStore.load(transaction.view, languages: languages)
    for (id, text) in alone { store.rebase(id, on: text) }
    return parted.map { $0.isWhole ? change.parted($0.part.page, at: $0.from) : change.partedInPart($0.part.page, at: $0.from) }
  }

  /// What the last import would have written of a page that stands by itself: without the line of its source. `nil` where that is the
  /// same.
  private static func textAlone(_ id: String, in store: ContentStore) throws -> String? {
    guard let record = store.records[id], let line = QuestionDrafting.drawn(record, in: store)?.lineOfOnlyAnswer else { return nil }
    let text = try store.base(record), ending = "\n\n\(line)\n"
    return text.hasSuffix(ending) ? text.dropLast(ending.count) + "\n" : nil
  }

  /// The ids of imported pages that stand on pages which people wrote.
  static func idsOfJoined(in store: ContentStore) -> Set<String> {
    Set(
      store.joined.compactMap { part in
        guard let id = store.holder(of: part)?.id, id == part.id else { return nil }
        return id
      })
  }
}
