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

  /// What a page asks, in one of its titles.
  private struct Title {
    let text: String
    let slug: String
    let isOwn: Bool
    /// Of the page's title.
    let place: SourceLocation
  }

  /// A warning at each. Near linear in the pages.
  ///
  /// - Parameter store: The folder as the import left it.
  static func diagnostics(
    _ pages: [Page], in store: ContentStore, _ decisions: ImportDecisions, displayFolder: String
  ) throws -> [Diagnostic] {
    var asked: [Title] = [], candidates: [QuestionCandidate] = []
    func add(_ path: String, _ text: String, isOwn: Bool) {
      guard let document = try? Document.FileName.parse(path).get().id else { return }
      let source = SourceFile(path: Path.join(displayFolder, path), text: text), matter = FrontMatter.split(source).frontMatter
      // Aliases that people write are search words; those of an import are titles.
      let place = matter.text("title").map { source.location(of: $0.range) } ?? SourceLocation(path: source.path, line: 1, column: 1)
      for title in (matter.list("title") + (isOwn ? [] : matter.list("aliases"))).map(\.value) {
        candidates.append(QuestionCandidate(id: String(asked.count), title: title, documents: [path]))
        asked.append(Title(text: title, slug: document.slug, isOwn: isOwn, place: place))
      }
    }
    let names = QuestionNames(store, listsItems: false)
    let own = store.allFiles.filter { $0.document.map { $0.section == .questions && names.isOwn($0.slug) } ?? false }
    guard !own.isEmpty else { return [] }
    for file in own { add(file.path, try store.text(of: file), isOwn: true) }
    for page in pages { add(page.path, page.head, isOwn: false) }
    func isMeant(_ title: Title, in pairing: ImportDecisions.Pairing) -> Bool {
      pairing.names.contains { names.page(of: $0) == title.slug || ComparableText.squash($0) == ComparableText.squash(title.text) }
    }
    let recognizer = DuplicateRecognizer(termPages: store.termPages)
    var told: Set<String> = []
    return recognizer.groups(of: candidates).groups.flatMap { group -> [Diagnostic] in
      let titles = group.members.compactMap { Int($0) }.map { asked[$0] }
      guard let known = titles.first(where: \.isOwn) else { return [] }
      return titles.filter { !$0.isOwn && $0.slug != known.slug }.compactMap { new in
        guard !decisions.different.contains(where: { isMeant(known, in: $0) && isMeant(new, in: $0) }), told.insert(new.slug).inserted
        else { return nil }
        let reason = recognizer.reason(known.text, new.text) ?? group.reason
        return Diagnostic(
          .warning, rule: "duplicate-question", "asks the same as \"\(TitleRemark.shown(known.text))\", a page of your own: \(reason)",
          at: new.place,
          suggestion: "make them one page: ciyuan duplicates --same \(known.slug) \(new.slug), then ciyuan import; "
            + "or settle that they differ: ciyuan duplicates --different \(known.slug) \(new.slug)")
      }
    }
  }
}
