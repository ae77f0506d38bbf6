internal import ContentModel

extension QuestionDrafting {
  /// The draft as it is best merged with what people made of the page: its answers keep their order, new ones come behind, and
  /// the edits of pages that became part of it come along.
  ///
  /// - Parameter parts: records of such pages.
  func draft(
    id: String, slug: String, related: [String], reason: String?, redirects: [TakenInPage], parts: [ContentRecord], in store: ContentStore
  ) -> ContentDraft {
    let best = draft(id: id, slug: slug, related: related, reason: reason, redirects: redirects)
    guard let record = store.records[id], let file = store.files[id], best.hash != record.hash else { return best }
    var drafting = self
    drafting.order = record.members
    let kept = drafting.draft(id: id, slug: slug, related: related, reason: reason, redirects: redirects)
    guard file.hash != record.hash || kept.hash == record.hash else { return best }
    let (_, carried) = carry(parts, into: kept.text, store)
    guard !carried.isEmpty else { return kept }
    let pages = carried.compactMap { part in
      store.files[part.id]?.document.map { TakenInPage(page: $0.description, members: part.members) }
    }
    var draft = drafting.draft(
      id: id, slug: slug, related: related, reason: reason, redirects: (redirects + pages).sorted { $0.page < $1.page })
    draft.carried = ContentDraft.Carried(text: carry(carried, into: draft.text, store).text, pages: carried.map(\.id))
    return draft
  }

  /// The text with the edits of those pages whose edits do not collide with it.
  private func carry(_ parts: [ContentRecord], into text: String, _ store: ContentStore) -> (text: String, parts: [ContentRecord]) {
    var text = text
    let carried = parts.filter { part in
      guard let file = store.files[part.id], file.document != nil, !file.hasConflict, let base = try? store.base(part),
        let ours = try? store.text(of: file), let merged = ContentMerge.carry(base: base, ours: ours, into: text, language: language)
      else { return false }
      text = merged
      return true
    }
    return (text, carried)
  }
}
