internal import ContentModel

/// Decides under which id and name each group of questions or terms stands in the content.
struct ContentPlacement {
  private let store: ContentStore
  private let sources: [ImportedSource]
  private var slugs: SlugAllocation
  /// Where the items of each source went, by their index; paths below the content folder.
  private var destinations: [[Int: String]]
  private let indexByDocument: [String: Int]

  init(store: ContentStore, sources: [ImportedSource]) {
    self.store = store
    self.sources = sources
    // Names of deleted files stay reserved: the files may come back.
    let former = store.records.values.compactMap { record in
      record.section.map { section in
        let name = record.path.split(separator: "/").last ?? ""
        return DocumentID(section: section, slug: String(name.prefix { $0 != "." }))
      }
    }
    slugs = SlugAllocation(
      taken: store.allFiles.compactMap(\.document) + former + sources.map { DocumentID(section: .sources, slug: $0.slug) })
    destinations = Array(repeating: [:], count: sources.count)
    indexByDocument = Dictionary(sources.enumerated().map { ($1.document, $0) }) { first, _ in first }
  }

  /// Drafts of question groups, made when they are asked for.
  mutating func drafts(of groups: [[QuestionGroups.Place]]) -> [() -> ContentDraft] {
    let keys = groups.map { group in
      ContentIdentity.Group(keys: group.map { sources[$0.source].key(of: sources[$0.source].items[$0.item]) }.sorted())
    }
    let ids = ContentIdentity.assign(keys, former: former(.questions), prefix: "q-")
    return zip(groups, ids).map { group, id in
      let sources = sources
      let make = {
        QuestionDrafting(group.map { QuestionDrafting.Member(source: sources[$0.source], item: sources[$0.source].items[$0.item]) })
      }
      let drafting = make()
      let slug = slug(of: id, wanted: drafting.slug, in: .questions)
      let path = store.files[id]?.path ?? store.records[id]?.path ?? "questions/\(slug).\(drafting.language).md"
      for place in group { destinations[place.source][place.item] = path }
      return { make().draft(id: id, slug: slug) }
    }
  }

  mutating func drafts(of groups: [TermGroups.Group]) -> [() -> ContentDraft] {
    let ids = ContentIdentity.assign(
      groups.map { ContentIdentity.Group(keys: $0.names) }, former: former(.terms), prefix: "t-")
    return zip(groups, ids).map { group, id in
      let drafting = TermDrafting(mentions: group.mentions)
      let slug = slug(of: id, wanted: drafting.slug, in: .terms)
      let draft = drafting.draft(id: id, slug: slug)
      return {
        ContentDraft(
          id: draft.id, section: draft.section, language: draft.language, slug: draft.slug, text: draft.text,
          members: group.names)
      }
    }
  }

  private mutating func slug(of id: String, wanted: String, in section: DocumentID.Section) -> String {
    if let file = store.files[id] { return file.slug }
    if let record = store.records[id] {
      return String((record.path.split(separator: "/").last ?? "").prefix { $0 != "." })
    }
    return slugs.take(wanted, fallback: id, in: section)
  }

  /// Where the items of a document went, by their index.
  func destinations(ofDocument name: String) -> [Int: String] {
    indexByDocument[name].map { destinations[$0] } ?? [:]
  }

  /// The ids that members had after the last import.
  private func former(_ section: DocumentID.Section) -> [String: String] {
    var result: [String: String] = [:]
    for record in store.records.values.sorted(by: { $0.id < $1.id }) where record.section == section {
      for member in record.members where result[member] == nil { result[member] = record.id }
    }
    return result
  }
}
