package import ContentModel
package import FileSystem
internal import HanText

/// What people may call the questions of a content folder in their decisions.
///
/// A page is called by its file, its id, or an origin; one that another page took in by what it was called before. One of
/// the items that were merged into a page is called by its source and its title (`my-source#What is LoRA?`): that stays
/// true when lines shift and when the page comes apart.
package struct QuestionNames: Sendable {
  /// One of the questions that a page was made of.
  package struct Item: Sendable, Hashable {
    package let source: String
    package let title: String
    package let origin: String
    /// Among all of the content.
    let key: String

    /// By which decisions name it. A title that fills a line is left to its place.
    package var name: String { title.unicodeScalars.count > 120 ? origin : "\(source)#\(title)" }

    /// Whether a person may mean it: by its name, title, origin or source.
    package func answers(to name: String) -> Bool {
      name == source || name == origin || QuestionNames.normalized(name) == QuestionNames.normalized(self.name)
        || ComparableText.squash(name) == ComparableText.squash(title)
    }
  }

  /// A page as an import remembers it, or what another page is part of it.
  struct Page: Sendable {
    /// Of the page's record.
    let id: String
    /// The file's name.
    let slug: String
    /// Of its items.
    let keys: [String]
    /// Whether the name is that of a page whose text was joined to one that a person wrote.
    var isJoined = false
    /// Whether a person removed the page.
    var isDeleted = false
  }

  /// A page that people had joined to another one.
  struct Joined: Sendable {
    /// What it was: `questions/old`.
    let page: String
    /// The file's name of the page that holds it.
    let holder: String
    let title: String
    /// Whether that page has its identity, and later imports go on with it there.
    let isImported: Bool
  }

  /// By the names of pages.
  let current: [String: Page]
  /// By the names of pages that another one took in: that page, with the keys of what they were made of.
  let former: [String: Page]
  /// The file's name of pages that no import wrote, by what they are called and by the pages that were joined to them.
  private let handWritten: [String: String]
  /// By the names of pages that people had joined to others.
  let joined: [String: Joined]
  /// The files' names of those that hold them.
  private let withJoined: Set<String>
  private let itemsOfPage: [String: [Item]]

  package static func load(folder: String, languages: [LanguageTag]) async throws(FileError) -> QuestionNames {
    QuestionNames(try await ContentStore.load(folder: folder, languages: languages), listsItems: true)
  }

  /// - Parameter listsItems: whether `items(of:)` will be asked, which costs a look at everything that was ever imported.
  init(_ store: ContentStore, listsItems: Bool) {
    var byKey: [String: [(order: Int, item: Item)]] = [:], count = 0
    for source in store.sources where listsItems {
      for item in source.items {
        let key = source.key(of: item)
        byKey[key, default: []].append((count, Item(source: source.slug, title: item.title, origin: source.origin(of: item), key: key)))
        count += 1
      }
    }
    var current: [String: Page] = [:], former: [String: Page] = [:], itemsOfPage: [String: [Item]] = [:]
    for record in store.records.values.sorted(by: { $0.id < $1.id }) where record.section == .questions {
      guard let document = store.files[record.id]?.document ?? record.document else { continue }
      let page = Page(id: record.id, slug: document.slug, keys: record.members, isDeleted: store.files[record.id] == nil)
      for name in [record.id, document.slug, document.description] { current[name] = page }
      for taken in record.redirects ?? [] {
        let part = Page(id: record.id, slug: document.slug, keys: taken.members.isEmpty ? record.members : taken.members)
        for name in [taken.page, taken.slug] { former[name] = part }
      }
      if listsItems { itemsOfPage[document.slug] = record.members.flatMap { byKey[$0] ?? [] }.sorted { $0.order < $1.order }.map(\.item) }
    }
    var joined: [String: Joined] = [:]
    for part in store.joined {
      guard let file = store.holder(of: part), let holder = file.document else { continue }
      let known = Joined(
        page: part.page, holder: holder.slug, title: part.title ?? part.slug, isImported: file.id != nil && file.id == part.id)
      for name in [part.page, part.slug] where joined[name] == nil { joined[name] = known }
    }
    var written: [String: String] = [:]
    for file in store.allFiles {
      guard let document = file.document, document.section == .questions else { continue }
      let record = file.id.flatMap { store.records[$0] }
      if record == nil, file.id == nil { for name in [document.slug, document.description] { written[name] = document.slug } }
      for redirect in file.redirects where redirect.hasPrefix("questions/") {
        for name in [redirect, String(redirect.dropFirst("questions/".count))] where former[name] == nil {
          if let record { former[name] = Page(id: record.id, slug: document.slug, keys: record.members, isJoined: true) }
          if record == nil, written[name] == nil { written[name] = document.slug }
        }
      }
    }
    let handWritten = written.filter { current[$0.key] == nil }
    self.handWritten = handWritten
    self.joined = joined
    withJoined = Set(joined.values.map(\.holder))
    self.current = current
    self.former = former.filter { current[$0.key] == nil && handWritten[$0.key] == nil }
    self.itemsOfPage = itemsOfPage
  }

  var hasOwnPages: Bool { !handWritten.isEmpty }

  /// Whether this is a page that no import wrote, or is part of one.
  package func isHandWritten(_ name: String) -> Bool { handWritten[name] != nil }

  /// Whether a page is a person's own: no import wrote it, though one may have been joined to it.
  package func isOwn(_ page: String) -> Bool { isHandWritten(page) || hasJoined(page) }

  /// The page that is called so, and not what it took in or was joined to it.
  func own(page name: String) -> String? {
    if joined[name] != nil { return nil }
    return current[name]?.slug ?? handWritten[name]
  }

  /// Pages that people had joined to one, by their names, and their titles; sorted.
  package func joinedPages(to page: String) -> [(name: String, title: String)] {
    joined.filter { $0.value.holder == page && !$0.key.contains("/") }.map { ($0.key, $0.value.title) }.sorted { $0.0 < $1.0 }
  }

  /// The page that was joined to another one, by its name, its title, or all the questions that an imported one asks; `nil`
  /// where none is meant.
  package func joinedPage(named name: String, to page: String) -> String? {
    let parts = joinedPages(to: page)
    if let part = parts.first(where: { name == $0.name || name == "questions/\($0.name)" }) { return part.name }
    let wanted = ComparableText.squash(name)
    if let part = parts.first(where: { ComparableText.squash($0.title) == wanted }) { return part.name }
    let items = items(of: page)
    guard !items.isEmpty, items.allSatisfy({ $0.answers(to: name) }) else { return nil }
    return importedPart(of: page)
  }

  /// The part of a page that later imports go on with.
  package func importedPart(of page: String) -> String? {
    joined.first { $0.value.holder == page && $0.value.isImported && !$0.key.contains("/") }?.key
  }

  /// Whether people had another page joined to this one.
  package func hasJoined(_ page: String) -> Bool { withJoined.contains(page) }

  /// The page that a name stands for, and what is but a part of one by itself: people may have parted it.
  func question(of name: String) -> String? {
    guard let part = former[name], let page = current[part.slug], part.keys.count < page.keys.count else { return page(of: name) }
    return name.hasPrefix("questions/") ? name : "questions/\(name)"
  }

  /// Lists of names, those that name the same as one: all that is to be joined.
  func united(_ lists: [[String]], by meaning: (String) -> String?) -> [[String]] {
    var result: [(names: [String], pages: Set<String>)] = []
    for list in lists {
      var (names, pages) = (list, Set(list.compactMap(meaning)))
      for index in result.indices.reversed() where !result[index].pages.isDisjoint(with: pages) {
        let known = result.remove(at: index)
        names = known.names + names.filter { !known.names.contains($0) }
        pages.formUnion(known.pages)
      }
      result.append((names, pages))
    }
    return result.map(\.names)
  }

  /// The page that a name stands for now: itself, or the one that took it in.
  package func page(of name: String) -> String? { (current[name] ?? former[name])?.slug ?? handWritten[name] }

  /// The page that is called so, and not what it took in.
  package func current(page name: String) -> String? { current[name]?.slug }

  /// Whether this is the name of a page that another one took in.
  package func isFormer(_ name: String) -> Bool { former[name] != nil }

  /// The page whose name or id this is, or one of whose items; other names as they are.
  package func canonical(_ name: String) -> String {
    if let page = page(of: name) { return page }
    guard name.contains("#") else { return name }
    let known = itemsOfPage.filter {
      $0.value.contains { $0.origin == name || QuestionNames.normalized($0.name) == QuestionNames.normalized(name) }
    }
    return known.count == 1 ? known.first!.key : name
  }

  /// What a page was made of, in the order of sources.
  package func items(of page: String) -> [Item] { itemsOfPage[page] ?? [] }

  /// The items of a page that a name may mean: those of a page that it took in, or those that answer to it.
  package func items(of page: String, named name: String) -> [Item] {
    if let part = former[name], part.slug == page { return items(of: page).filter { part.keys.contains($0.key) } }
    return items(of: page).filter { $0.answers(to: name) }
  }

  /// The items of a page that it is called by: those whose title gives its name, else those that no page which it took in was
  /// made of.
  package func ownItems(of page: String) -> [Item] {
    let items = items(of: page), called = items.filter { Slug.make(from: $0.title) == page }
    if !called.isEmpty { return called }
    let taken = Set(former.values.filter { $0.slug == page && !$0.isJoined }.flatMap(\.keys))
    return items.filter { !taken.contains($0.key) }
  }

  /// Names for items of a page: the page that it took in where that was made of nothing else, else each item's own.
  package func names(of wanted: [Item], in page: String) -> [String] {
    var rest = wanted, names: [String] = []
    for (name, part) in former.sorted(by: { $0.key < $1.key }) where part.slug == page && !part.isJoined && !name.contains("/") {
      let held = items(of: page).filter { part.keys.contains($0.key) }
      guard !held.isEmpty, held.allSatisfy(rest.contains) else { continue }
      names.append(name)
      rest.removeAll(where: held.contains)
    }
    return names + rest.map(\.name)
  }

  /// The pages that were made of questions which a title, an origin or `source#title` names; sorted.
  package func pages(withItem name: String) -> [String] {
    itemsOfPage.filter { $0.value.contains { $0.source != name && $0.answers(to: name) } }.keys.sorted()
  }

  /// `source#title` without what titles are not told apart by; other names as they are.
  static func normalized(_ name: String) -> String {
    guard let mark = name.firstIndex(of: "#") else { return name }
    return name[...mark] + ComparableText.squash(String(name[name.index(after: mark)...]))
  }
}
