internal import ContentModel
package import FileSystem

/// What people may call the questions of a content folder in their decisions.
///
/// A page is called by its file, its id, or an origin. One of the items that were merged into a page is called by its
/// source and its title (`my-source#What is LoRA?`): that stays true when lines shift and when the page comes apart.
package struct QuestionNames: Sendable {
  /// One of the questions that a page was made of.
  package struct Item: Sendable, Hashable {
    package let source: String
    package let title: String
    package let origin: String

    /// By which decisions name it. A title that fills a line is left to its place.
    package var name: String { title.unicodeScalars.count > 120 ? origin : "\(source)#\(title)" }

    /// Whether a person may mean it: by its name, title, origin or source.
    package func answers(to name: String) -> Bool {
      name == source || name == origin || QuestionNames.normalized(name) == QuestionNames.normalized(self.name)
        || ComparableText.squash(name) == ComparableText.squash(title)
    }
  }

  /// Pages by their names; keys of their items.
  let current: [String: [String]]
  /// Names of pages that another one took in; keys of the items of that page.
  let former: [String: [String]]
  /// The file's name for each name of a page, former ones among them.
  private let pages: [String: String]
  private let itemsOfPage: [String: [Item]]

  package static func load(folder: String) async throws(FileError) -> QuestionNames {
    QuestionNames(try await ContentStore.load(folder: folder), listsItems: true)
  }

  /// - Parameter listsItems: whether `items(of:)` will be asked, which costs a look at everything that was ever imported.
  init(_ store: ContentStore, listsItems: Bool) {
    var byKey: [String: [(order: Int, item: Item)]] = [:], count = 0
    for source in store.sources where listsItems {
      for item in source.items {
        let known = Item(source: source.slug, title: item.title, origin: source.origin(of: item))
        byKey[source.key(of: item), default: []].append((count, known))
        count += 1
      }
    }
    var current: [String: [String]] = [:], former: [String: [String]] = [:]
    var pages: [String: String] = [:], itemsOfPage: [String: [Item]] = [:]
    for record in store.records.values.sorted(by: { $0.id < $1.id }) where record.section == .questions {
      current[record.id] = record.members
      guard let document = store.files[record.id]?.document ?? record.document else { continue }
      for name in [record.id, document.slug, document.description] {
        current[name] = record.members
        pages[name] = document.slug
      }
      for redirect in record.redirects ?? [] {
        for name in [redirect, String(redirect.drop { $0 != "/" }.dropFirst())] {
          former[name] = record.members
          if pages[name] == nil { pages[name] = document.slug }
        }
      }
      if listsItems { itemsOfPage[document.slug] = record.members.flatMap { byKey[$0] ?? [] }.sorted { $0.order < $1.order }.map(\.item) }
    }
    self.current = current
    self.former = former.filter { current[$0.key] == nil }
    self.pages = pages
    self.itemsOfPage = itemsOfPage
  }

  /// The page that a name stands for now: itself, or the one that took it in.
  package func page(of name: String) -> String? { pages[name] }

  /// The page whose name or id this is, or one of whose items; other names as they are.
  package func canonical(_ name: String) -> String {
    if former[name] == nil, let page = pages[name] { return page }
    guard name.contains("#") else { return name }
    let known = itemsOfPage.filter {
      $0.value.contains { $0.origin == name || QuestionNames.normalized($0.name) == QuestionNames.normalized(name) }
    }
    return known.count == 1 ? known.first!.key : name
  }

  /// What a page was made of, in the order of sources.
  package func items(of page: String) -> [Item] { itemsOfPage[page] ?? [] }

  /// `source#title` without what titles are not told apart by; other names as they are.
  static func normalized(_ name: String) -> String {
    guard let mark = name.firstIndex(of: "#") else { return name }
    return name[...mark] + ComparableText.squash(String(name[name.index(after: mark)...]))
  }
}
