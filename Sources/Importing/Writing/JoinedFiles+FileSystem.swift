internal import ContentModel
internal import FileSystem

/// The files of a folder while pages are joined and parted: what each says by then, and what later imports must remember of it.
struct JoinedFiles {
  private let store: ContentStore
  /// By path, what changed; `nil` for a file that goes.
  private(set) var texts: [String: String?] = [:]
  /// In the order in which they were joined.
  private(set) var parts: [JoinedPart]

  init(_ store: ContentStore) { (self.store, parts) = (store, store.joined) }

  func text(_ path: String) throws -> String? {
    if let changed = texts[path] { return changed }
    return try store.file(at: path).map { try store.text(of: $0) }
  }

  mutating func write(_ text: String, to path: String) { texts[path] = .some(text) }

  /// Joins a file to another one, or makes it that where there is none.
  ///
  /// - Parameter text: What the file says there.
  mutating func join(_ part: JoinedPart, saying text: String, to path: String, language: LanguageTag) throws {
    let page = DocumentID(section: .questions, slug: part.slug), own = try self.text(path), answer = part.nameless(text)
    texts[path] = own.map { PageJoining.join($0, with: answer, from: page, language: language) } ?? PageJoining.moved(answer, from: page)
    parts.removeAll { $0.path == part.path }
    parts.append(JoinedPart(page: part.page, path: part.path, text: part.text, origin: part.origin, own: own))
  }

  /// Of a page that is joined anew nothing is remembered from before.
  mutating func forget(_ page: DocumentID) { parts.removeAll { $0.page == page.description } }

  /// The file goes.
  mutating func remove(_ path: String) { texts[path] = .some(nil) }

  /// Takes parts out of the files that they were joined to, the last first, each to where it stood.
  ///
  /// - Returns: Those that were, with the path of the file and whether all that they say left it.
  mutating func part(_ leaving: [JoinedPart]) throws -> [(part: JoinedPart, from: String, isWhole: Bool)] {
    let holders = Dictionary(grouping: leaving) { store.file(naming: $0)?.path }
    var parted: [(part: JoinedPart, from: String, isWhole: Bool)] = []
    for (holder, leaving) in holders.sorted(by: { $0.key ?? "" < $1.key ?? "" }) {
      guard let holder, let language = leaving[0].language else { continue }
      let held = parts.filter { store.file(naming: $0)?.path == holder }
      // A file that began as one of them does not go without it: what came later is taken off first, and joined again.
      let begin = held.firstIndex { leaving.contains($0) && $0.own == nil } ?? held.endIndex
      var staying: [(part: JoinedPart, text: String)] = []
      for (place, part) in held.enumerated().reversed() where place >= begin || leaving.contains(part) {
        guard let now = try text(holder) else { continue }
        let isStaying = !leaving.contains(part)
        let imported = part.origin != .translation ? try part.id.flatMap { store.records[$0] }.map { try store.base($0) } : nil
        let apart = PageParting(now, part, imported: imported, language: language)
        texts[holder] = .some(apart.own)
        parts.removeAll { $0 == part }
        if isStaying {
          staying.append((part, apart.standing))
        } else {
          texts[part.path] = .some(apart.other)
          parted.append((part, holder, apart.isWhole))
        }
      }
      for (part, text) in staying.reversed() { try join(part, saying: text, to: holder, language: language) }
    }
    return parted
  }

  /// Writes what changed.
  func stage(in transaction: inout ContentTransaction) throws {
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      let former = store.file(at: path)?.hash
      if let text {
        try transaction.stage(Array(text.utf8), as: path, over: former)
      } else if let former {
        transaction.remove(path, hash: former)
      }
    }
    guard parts != store.joined else { return }
    var json = JSONText()
    for part in parts { part.write(to: &json) }
    try File.writeInPlace(json.bytes, to: transaction.stage(ContentStore.joinedPath))
  }
}
