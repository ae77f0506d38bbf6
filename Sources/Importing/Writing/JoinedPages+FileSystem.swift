internal import ContentModel
internal import Diagnostics
internal import FileSystem

/// Pages that people wrote and settled to be one with others: the others are joined to them, after the import has brought
/// its own pages up to date.
enum JoinedPages {
  /// The page that stays, and those that go into it.
  struct Union: Equatable {
    let page: DocumentID
    let others: [DocumentID]
  }

  /// What is to be joined: of each decision in which a page is named that no import wrote. That page stays, the first of
  /// several; what is settled to differ, too, is not joined.
  static func find(in store: ContentStore, _ decisions: ImportDecisions) -> [Union] {
    let names = QuestionNames(store, listsItems: false)
    let differing = decisions.different.map { Set($0.names.compactMap(names.page(of:))) }
    func differ(_ pages: [String], _ other: String) -> Bool {
      differing.contains { list in list.contains(other) && pages.contains { $0 != other && list.contains($0) } }
    }
    let decided = names.united(decisions.same.map(\.names), by: names.page(of:)).compactMap { list -> Union? in
      var pages: [String] = []
      for name in list where names.current[name]?.isDeleted != true {
        if let page = names.page(of: name), !pages.contains(page) { pages.append(page) }
      }
      guard let staying = pages.first(where: names.isOwn) else { return nil }
      let others = pages.reduce(into: [String]()) { others, page in
        if page != staying, !differ([staying] + others, page) { others.append(page) }
      }
      return others.isEmpty ? nil : Union(page: id(staying), others: others.map(id))
    }
    return decided + renewed(in: store, names, differ, besides: Set(decided.flatMap { [$0.page] + $0.others }))
  }

  /// Pages to which others were joined before, where an import now wrote a page with a title that they have: it would stand
  /// beside them, and maybe where one stood that went.
  private static func renewed(
    in store: ContentStore, _ names: QuestionNames, _ differ: ([String], String) -> Bool, besides known: Set<DocumentID>
  ) -> [Union] {
    let imported = store.allFiles.filter { file in file.id.map { store.records[$0] != nil } ?? false }
    let byTitle = Dictionary(grouping: imported, by: { $0.phrasings.first ?? "" })
    var taken = known
    return store.allFiles.compactMap { file in
      guard let page = file.document, names.hasJoined(page.slug), !known.contains(page) else { return nil }
      let others = file.phrasings.filter { !$0.isEmpty }.flatMap { byTitle[$0] ?? [] }.compactMap(\.document).filter { other in
        other != page && !names.hasJoined(other.slug) && !differ([page.slug], other.slug)
          && taken.insert(other).inserted
      }
      return others.isEmpty ? nil : Union(page: page, others: others)
    }
  }

  /// Joins the pages of a content folder.
  ///
  /// - Returns: A note for each page that goes.
  static func carryOut(
    _ unions: [Union], in store: ContentStore, _ transaction: inout ContentTransaction, _ change: PageChange
  ) throws -> [Diagnostic] {
    var files = JoinedFiles(store), notes: [Diagnostic] = [], successors: [String: String] = [:]
    for union in unions {
      if let fault = try unreadableHead(in: union, store, change.displayFolder) {
        notes.append(fault)
        continue
      }
      let own = versions(of: union.page, in: store)
      for other in union.others {
        files.forget(other)
        for (language, file) in versions(of: other, in: store) {
          let text = try store.text(of: file), isAsImported = file.id.map { store.records[$0]?.hash == file.hash } ?? false
          let part = JoinedPart(
            page: other.description, path: file.path, text: text, origin: isAsImported ? .imported : .person, own: nil)
          try files.join(
            part, saying: attributed(text, of: file, language, in: store),
            to: own.first { $0.0 == language }?.1.path ?? "questions/\(union.page.slug).\(language).md", language: language)
          files.remove(file.path)
        }
        successors[other.slug] = union.page.slug
        notes.append(change.joined(other.description, to: union.page.description, at: own.first?.1.path ?? union.page.description))
      }
    }
    try rename(successors, in: &files, store)
    try files.stage(in: &transaction)
    return notes
  }

  /// Calls pages that went by those that they are part of, where other pages name them as related.
  private static func rename(_ successors: [String: String], in files: inout JoinedFiles, _ store: ContentStore) throws {
    let naming = store.allFiles.filter { file in file.related.contains { successors[$0] != nil } }.map(\.path)
    for path in Set(naming + files.texts.keys).sorted() {
      guard let text = try files.text(path), let page = try? Document.FileName.parse(path).get().id else { continue }
      let related = try store.file(at: path).map { try ownRelated(of: $0, in: store) } ?? []
      let renamed = RelatedKey.renamed(successors, in: text, of: page.slug, besides: related)
      if renamed != text { files.write(renamed, to: path) }
    }
  }

  /// What a person named as related in a file: all that no import wrote there.
  private static func ownRelated(of file: ContentFile, in store: ContentStore) throws -> Set<String> {
    guard let record = file.id.flatMap({ store.records[$0] }) else { return Set(file.related) }
    let imported = FrontMatter.split(SourceFile(path: file.path, text: try store.base(record))).frontMatter.list("related")
    return Set(file.related).subtracting(imported.map(\.value))
  }

  /// An answer with the line that says where it comes from: an imported page of one source has none as long as it stands alone.
  private static func attributed(_ text: String, of file: ContentFile, _ language: LanguageTag, in store: ContentStore) -> String {
    guard let record = file.id.flatMap({ store.records[$0] }), !text.contains("\n—") else { return text }
    let members = Set(record.members)
    let drafting = QuestionDrafting(
      store.sources.flatMap { source in
        source.items.filter { members.contains(source.key(of: $0)) }.map { QuestionDrafting.Member(source: source, item: $0) }
      }, language: language)
    guard let line = drafting.lineOfOnlyAnswer else { return text }
    return String(text.reversed().drop { $0.isWhitespace }.reversed()) + "\n\n\(line)\n"
  }

  /// Takes the line of its source, which came with a page as it was joined, for what the import wrote: else it would stand there twice
  /// where a person had edited the answer above it.
  static func rebase(_ store: inout ContentStore) throws {
    for id in PartedPages.idsOfJoined(in: store) {
      guard let record = store.records[id], let file = store.files[id],
        let line = QuestionDrafting.drawn(record, in: store)?.lineOfOnlyAnswer, try store.text(of: file).contains("\n\n\(line)\n")
      else { continue }
      let text = try store.base(record), ending = "\n\n\(line)\n"
      if !text.hasSuffix(ending) { store.rebase(id, on: text.trimmingBlankLines() + ending) }
    }
  }

  /// Where a head cannot be read, a page is not to be written anew: it would lose its keys.
  private static func unreadableHead(in union: Union, _ store: ContentStore, _ displayFolder: String) throws -> Diagnostic? {
    for page in [union.page] + union.others {
      for (_, file) in versions(of: page, in: store) {
        let source = SourceFile(path: Path.join(displayFolder, file.path), text: try store.text(of: file))
        guard let fault = FrontMatter.split(source).diagnostics.first(where: { $0.severity == .error }) else { continue }
        let names = ([union.page] + union.others).map(\.description).joined(separator: " and ")
        return Diagnostic(
          .error, rule: PageChange.joined, "\(names) are not joined: \(fault.summary)", at: fault.location,
          suggestion: "mend the head of the page and import again")
      }
    }
    return nil
  }

  private static func id(_ slug: String) -> DocumentID { DocumentID(section: .questions, slug: slug) }

  private static func versions(of page: DocumentID, in store: ContentStore) -> [(LanguageTag, ContentFile)] {
    store.versions(of: page).compactMap { file in file.language.map { ($0, file) } }.sorted { $0.0.rawValue < $1.0.rawValue }
  }
}
