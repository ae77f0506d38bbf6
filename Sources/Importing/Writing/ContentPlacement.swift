internal import ContentModel
internal import Diagnostics

/// Decides under which id and name each group of questions or terms stands in the content.
struct ContentPlacement {
  private let store: ContentStore
  private let sources: [ImportedSource]
  private var slugs: SlugAllocation
  /// Where the items of each source went, by their index; paths below the content folder.
  private var destinations: [[Int: String]]
  private let indexByDocument: [String: Int]
  /// Questions that became one page, in the order of their groups.
  private(set) var merges: [MergedQuestion] = []

  /// Makes a draft when it is asked for: drafts are many, and each is needed once.
  typealias Drafting = @Sendable () -> ContentDraft

  init(store: ContentStore, sources: [ImportedSource]) {
    self.store = store
    self.sources = sources
    // Names of deleted files stay reserved: the files may come back.
    let former = store.records.values.compactMap(\.document)
    slugs = SlugAllocation(
      taken: store.allFiles.compactMap(\.document) + former + sources.map { DocumentID(section: .sources, slug: $0.slug) })
    destinations = Array(repeating: [:], count: sources.count)
    indexByDocument = Dictionary(sources.enumerated().map { ($1.document, $0) }) { first, _ in first }
  }

  /// Drafts of question groups, in their order.
  ///
  /// - Parameter joined: ids of those that stand on pages which people wrote.
  mutating func drafts(of questions: QuestionGroups, joined: Set<String>) async -> [Drafting] {
    let sources = sources, groups = questions.groups
    let keys = await ParallelMap.run(groups) { group in
      ContentIdentity.Group(keys: group.map { sources[$0.source].key(of: sources[$0.source].items[$0.item]) }.sorted())
    }
    let ids = ContentIdentity.assign(
      keys, former: former(.questions), parted: questions.parted, left: { [store] in store.records[$0]?.left },
      pages: { [store] in Self.page($0, in: store) }, prefix: "q-")
    let kept = ids.map { store.keptLanguage(of: $0) }
    let named = await ParallelMap.run(Array(groups.indices)) { [store] index in
      let drafting = Self.drafting(
        groups[index], of: questions.questions[index], sources, language: kept[index], answers: store.records[ids[index]]?.members ?? [])
      return (drafting: drafting, slug: drafting.slug)
    }
    let slugs = slugs(of: ids, keys: keys.map(\.keys), wanted: named.map(\.slug), in: .questions)
    let takenIn = TakenInPages.find(.questions, keys: keys.map(\.keys), ids: ids, slugs: slugs, in: store)
    let edited = TakenInPages.edited(.questions, keys: keys.map(\.keys), ids: ids, in: store)
    let back = TakenInPages.released(.questions, keys: keys.map(\.keys), ids: ids, in: store)
    let asked = Set(keys.flatMap(\.keys)), left = leftPages(of: ids, keys: keys.map(\.keys))
    return groups.indices.map { index in
      let (id, slug) = (ids[index], slugs[index])
      var drafting = named[index].drafting
      drafting.isJoined = joined.contains(id)
      // A page that a person removed stays away, and nothing links to it.
      let links = questions.related[index].filter { store.records[ids[$0]] == nil || store.files[ids[$0]] != nil }
        .map { slugs[$0] }.sorted()
      let path = store.path(of: id, drafted: "questions/\(slug).\(drafting.language).md")
      for place in groups[index] { destinations[place.source][place.item] = path }
      let isDecided = !questions.questions[index].isEmpty
      let reason = questions.reasons[index].map { isDecided ? $0 : copies(in: groups[index]) ?? $0 }
      if let reason {
        let members = groups[index].map { place in
          let source = sources[place.source], item = source.items[place.item]
          return MergedQuestion.Member(document: source.document, item: place.item, line: item.first, title: item.title)
        }
        merges.append(MergedQuestion(path: path, reason: reason, members: members))
      }
      let page = QuestionDrafting.Surroundings(
        id: id, slug: slug, related: links, reason: reason, redirects: takenIn[index], former: back[index], edited: edited[index],
        left: left[index], isAsked: { asked.contains($0) })
      return { [store, drafting] in drafting.draft(page, in: store) }
    }
  }

  /// That a page stands in several documents because they are copies of one, in words; `nil` where it does not.
  private func copies(in group: [QuestionGroups.Place]) -> String? {
    let sources = Set(group.map(\.source)).sorted().map { self.sources[$0] }, ids = Set(sources.map { $0.copyOf ?? $0.id })
    guard sources.count > 1, ids.count == 1, let original = sources.first(where: { ids.contains($0.id) }) else { return nil }
    let names = sources.filter { $0.id != original.id }.map(\.slug)
    return "the same document: \(names.joined(separator: ", ")) \(names.count == 1 ? "is a copy" : "are copies") of \(original.slug)"
  }

  /// - Parameters:
  ///   - questions: of which people made the group.
  ///   - answers: keys of those that the page has, in their order: of several questions it stays with that of the first.
  private static func drafting(
    _ group: [QuestionGroups.Place], of questions: [[QuestionGroups.Place]], _ sources: [ImportedSource], language: LanguageTag?,
    answers: [String]
  ) -> QuestionDrafting {
    func members(_ places: [QuestionGroups.Place]) -> [QuestionDrafting.Member] {
      places.map { QuestionDrafting.Member(source: sources[$0.source], item: sources[$0.source].items[$0.item]) }
    }
    let all = members(group)
    guard !questions.isEmpty else { return QuestionDrafting(all, language: language) }
    let keys = questions.map { members($0).map(\.key) }, title = QuestionDrafting.clearestTitle(of: all, language)
    let own =
      answers.lazy.compactMap { answer in keys.firstIndex { $0.contains(answer) } }.first
      ?? keys.indices.first { index in members(questions[index]).contains { $0.item.title == title } } ?? 0
    return QuestionDrafting(all, language: language, others: keys.indices.filter { $0 != own }.map { keys[$0] })
  }

  /// For each page the one that it was part of: that which keeps most of what it is made of, where it is new.
  private func leftPages(of ids: [String], keys: [[String]]) -> [String?] {
    let former = former(.questions), present = Set(ids)
    return ids.indices.map { index in
      if let record = store.records[ids[index]] { return record.left }
      let counts = keys[index].compactMap { former[$0] }.filter(present.contains).reduce(into: [:]) { $0[$1, default: 0] += 1 }
      return counts.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key
    }
  }

  mutating func drafts(of groups: [TermGroups.Group]) -> [Drafting] {
    let ids = ContentIdentity.assign(
      groups.map { ContentIdentity.Group(keys: $0.names) }, former: former(.terms), prefix: "t-")
    let drafts = groups.map { TermDrafting(mentions: $0.mentions) }
    let slugs = slugs(of: ids, keys: groups.map(\.names), wanted: drafts.map(\.slug), in: .terms)
    let takenIn = TakenInPages.find(.terms, keys: groups.map(\.names), ids: ids, slugs: slugs, in: store)
    return groups.indices.map { index in
      let (group, drafting, id, slug, redirects) = (groups[index], drafts[index], ids[index], slugs[index], takenIn[index])
      for mention in group.mentions {
        guard let item = mention.item, let source = indexByDocument[mention.source.document] else { continue }
        destinations[source][item] = store.path(of: id, drafted: "terms/\(slug).\(drafting.language).md")
      }
      return { drafting.draft(id: id, slug: slug, names: group.names, redirects: redirects) }
    }
  }

  /// Where the items of a document went, by their index.
  func destinations(ofDocument name: String) -> [Int: String] {
    indexByDocument[name].map { destinations[$0] } ?? [:]
  }

  /// The page of the source that a document is.
  func sourcePage(ofDocument name: String) -> String? {
    guard let source = indexByDocument[name].map({ sources[$0] }) else { return nil }
    return store.path(of: source.id, drafted: "sources/\(source.slug).\(source.language).md")
  }

  /// A page keeps its name; one that was part of another page has the name again that it had before, where it is free.
  private mutating func slugs(of ids: [String], keys: [[String]], wanted: [String], in section: DocumentID.Section) -> [String] {
    let released = TakenInPages.released(section, keys: keys, ids: ids, in: store)
    return ids.enumerated().map { index, id in
      if let known = store.files[id]?.document ?? store.records[id]?.document { return known.slug }
      let former = released[index].map { DocumentID(section: section, slug: $0.slug) }.flatMap { slugs.isFree($0) ? $0.slug : nil }
      return slugs.take(former ?? wanted[index], fallback: id, in: section)
    }
  }

  /// What an earlier import and people made of a question's page.
  private static func page(_ id: String, in store: ContentStore) -> ContentIdentity.Former {
    guard let record = store.records[id] else { return ContentIdentity.Former() }
    let file = store.files[id]
    // What a page took in had another name; of the rest, what it is called after is its own.
    let takenIn = Set((record.redirects ?? []).flatMap(\.members))
    if !takenIn.isEmpty {
      let own = Set(record.members).subtracting(takenIn)
      return ContentIdentity.Former(
        isDeleted: file == nil, isEdited: file.map { $0.hash != record.hash } ?? false, isNamedFor: { !own.isDisjoint(with: $0.keys) })
    }
    let texts = [try? store.base(record), file.flatMap { try? store.text(of: $0) }].compactMap { $0 }
    let titles = texts.compactMap { FrontMatter.split(SourceFile(path: record.path, text: $0)).frontMatter.text("title")?.value }
    let endings = Set(titles.map { "#" + ContentHash.of(ComparableText.squash($0)) })
    return ContentIdentity.Former(
      isDeleted: file == nil, isEdited: file.map { $0.hash != record.hash } ?? false,
      isNamedFor: { group in group.keys.contains { key in endings.contains { key.hasSuffix($0) } } })
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
