internal import ContentModel

extension QuestionDrafting {
  /// What a page is drafted from besides its items.
  struct Surroundings {
    let id: String
    let slug: String
    let related: [String]
    let reason: String?
    var redirects: [TakenInPage]
    /// What the page was as a part of another one.
    var former: TakenInPage?
    /// Other pages that a person edited, of which something belongs to this one.
    var edited: [EditedPage] = []
    /// The id of the page that this one was part of.
    var left: String?
    /// Whether a question is still asked, by its key.
    var isAsked: @Sendable (String) -> Bool = { _ in true }

    /// Places of pages taken in that a record does not know, and that a person had edited before they went.
    func newcomers(to record: ContentRecord?) -> [Int] {
      let known = Set((record?.redirects ?? []).map(\.page) + [former?.page].compactMap(\.self))
      return redirects.indices.filter { redirects[$0].edits != nil && !known.contains(redirects[$0].page) }
    }
  }

  private func draft(_ page: Surroundings) -> ContentDraft {
    var draft = draft(id: page.id, slug: page.slug, related: page.related, reason: page.reason, redirects: page.redirects)
    draft.left = page.left
    return draft
  }

  /// The draft as it is best merged with what people made of the page: its answers keep their order, new ones come behind, and
  /// each has its edits, also those that were made where it stood before.
  func draft(_ page: Surroundings, in store: ContentStore) -> ContentDraft {
    let best = draft(page)
    guard let record = store.records[page.id] else { return carried(best, page, own: nil, in: store) }
    guard let file = store.files[page.id] else { return best }
    let isEdited = file.hash != record.hash, keys = Set(members.map(\.key))
    var drafting = self
    drafting.order = record.members
    let kept = drafting.draft(page)
    // Nothing moves between pages: what changed is merged line by line.
    let leaves = !keys.isSuperset(of: record.members.filter(page.isAsked))
    let comes = !Set(page.redirects.map(\.page)).isSubset(of: (record.redirects ?? []).map(\.page))
    guard isEdited && (leaves || comes) || !page.edited.isEmpty || !page.newcomers(to: record).isEmpty else {
      return best.hash != record.hash && (isEdited || kept.hash == record.hash) ? kept : best
    }
    drafting.order = isEdited ? record.members : []
    return drafting.carried(isEdited ? kept : best, page, own: isEdited ? record : nil, in: store)
  }

  /// A draft with the edits of the pages on which its answers stood.
  private func carried(_ plain: ContentDraft, _ page: Surroundings, own: ContentRecord?, in store: ContentStore) -> ContentDraft {
    var page = page, moved = MovedAnswers(), parts: [String] = [], behind: [String] = [], head = ContentParts(plain.text).entries
    if let own {
      guard let edits = EditedAnswers(of: own, in: store) else { return plain }
      // What a person edited and no document says any more collides.
      if edits.answers.contains(where: { $1.isEdited && !page.isAsked(String($0.prefix { $0 != " " })) }) { return plain }
      moved.add(edits, as: .page)
    }
    // Pages that were parts of the one that this leaves, and have come along.
    let newcomers = page.newcomers(to: store.records[page.id])
    func left(_ edit: String, of page: String) -> String { "\"\(edit.prefix(60))\" of \(page), since this page has its own" }
    let known = store.files[page.id].flatMap { try? store.text(of: $0) }.map { ContentParts($0).entries } ?? []
    for other in page.edited {
      guard let file = store.files[other.record.id], let edits = EditedAnswers(of: other.record, in: store) else { continue }
      guard other.becomesPart else {
        moved.add(edits, as: .otherPage)
        continue
      }
      guard let document = file.document, !file.hasConflict, let base = try? store.base(other.record), let text = try? store.text(of: file),
        var headEdits = HeadEdits(base: ContentParts(base), ours: ContentParts(text))
      else { continue }
      behind += headEdits.carry(into: &head, besides: known).map { left($0, of: document.description) }
      moved.add(edits, as: .part)
      parts.append(other.record.id)
      let keys = Set(members.map(\.key)), own = other.record.members.filter(keys.contains)
      page.redirects.append(TakenInPage(page: document.description, members: own, edits: headEdits.orNothing))
    }
    if let edits = page.former?.edits { head = edits.restored(to: head) }
    for place in newcomers {
      guard var edits = page.redirects[place].edits else { continue }
      behind += edits.carry(into: &head, besides: known).map { left($0, of: page.redirects[place].page) }
      page.redirects[place].edits = edits
    }
    let gone = (own?.redirects ?? []).filter { former in !page.redirects.contains { $0.page == former.page } }.compactMap(\.edits)
    guard !moved.isEmpty || page.former?.edits != nil || !gone.isEmpty || !newcomers.isEmpty else { return plain }
    page.redirects.sort { $0.page < $1.page }
    var draft = draft(page)
    // Those that people wrote on a page that goes lead here as well.
    if let redirects = ContentParts(draft.text).entries.first(where: { $0.key == "redirects" }) {
      let known = head.first { $0.key == "redirects" }
      head = head.filter { $0.key != "redirects" } + [redirects]
      ContentMerge.add(known?.items ?? [], to: "redirects", of: &head)
    }
    head = ContentMerge.withoutOwnTitle(head)
    let body = moved.body(of: self, order: draft.members)
    let lines = ContentParts.lines(head: head, body: body.text.isEmpty ? [] : [""] + body.text.textLines + [""])
    draft.carried = ContentDraft.Carried(
      text: lines.joined(separator: "\n"), pages: parts, conflicts: body.conflicts, gone: gone, behind: behind + body.behind)
    return draft
  }
}
