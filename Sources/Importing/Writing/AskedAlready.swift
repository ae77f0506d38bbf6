internal import ContentModel
internal import Diagnostics
internal import FileSystem
internal import HanText

/// Pages that an import wrote anew although a page of somebody's own asks the same: an import never joins the two by itself.
enum AskedAlready {
  /// A question that an import wrote for the first time.
  struct Page {
    let path: String
    /// Its front matter: the rest of all new pages would take much memory.
    let head: String

    init(_ draft: ContentDraft) {
      path = draft.path
      let text = draft.written
      head = String(text[..<(text.firstBytes(of: "\n---\n")?.upperBound ?? text.endIndex)])
    }
  }

  /// A warning at each. Near linear in the pages.
  ///
  /// - Parameter store: The folder as the import left it.
  static func diagnostics(
    _ pages: [Page], in store: ContentStore, _ decisions: ImportDecisions, displayFolder: String
  ) throws -> [Diagnostic] {
    var slugs: [String: String] = [:], titles: [String: String] = [:], locations: [String: SourceLocation] = [:]
    var candidates: [QuestionCandidate] = []
    func add(_ path: String, _ text: String, isOwn: Bool) {
      guard let document = try? Document.FileName.parse(path).get().id else { return }
      let source = SourceFile(path: Path.join(displayFolder, path), text: text), matter = FrontMatter.split(source).frontMatter
      // Aliases that people write are search words; those of an import are titles.
      for (index, title) in (matter.list("title") + (isOwn ? [] : matter.list("aliases"))).map(\.value).enumerated() {
        let id = "\(isOwn ? "own" : "new") \(path) \(index)"
        candidates.append(QuestionCandidate(id: id, title: title, documents: [path]))
        (slugs[id], titles[id]) = (document.slug, title)
        locations[id] = matter.text("title").map { source.location(of: $0.range) } ?? SourceLocation(path: source.path, line: 1, column: 1)
      }
    }
    let names = QuestionNames(store, listsItems: false)
    let own = store.allFiles.filter { $0.document.map { $0.section == .questions && names.isOwn($0.slug) } ?? false }
    guard !own.isEmpty else { return [] }
    for file in own { add(file.path, try store.text(of: file), isOwn: true) }
    for page in pages { add(page.path, page.head, isOwn: false) }
    func isMeant(_ id: String, in pairing: ImportDecisions.Pairing) -> Bool {
      pairing.names.contains { names.page(of: $0) == slugs[id] || ComparableText.squash($0) == ComparableText.squash(titles[id] ?? "") }
    }
    let recognizer = DuplicateRecognizer(termPages: store.termPages)
    var told: Set<String> = []
    return recognizer.groups(of: candidates).groups.flatMap { group -> [Diagnostic] in
      guard let known = group.members.first(where: { $0.hasPrefix("own") }), let old = slugs[known] else { return [] }
      return group.members.filter { $0.hasPrefix("new") }.compactMap { member in
        guard let new = slugs[member], new != old,
          !decisions.different.contains(where: { isMeant(known, in: $0) && isMeant(member, in: $0) }), told.insert(new).inserted
        else { return nil }
        let reason = recognizer.reason(titles[known] ?? "", titles[member] ?? "") ?? group.reason
        return Diagnostic(
          .warning, rule: "duplicate-question", "asks the same as \"\(titles[known] ?? old)\", a page of your own: \(reason)",
          at: locations[member],
          suggestion: "make them one page: ciyuan duplicates --same \(old) \(new), then ciyuan import; "
            + "or settle that they differ: ciyuan duplicates --different \(old) \(new)")
      }
    }
  }
}
