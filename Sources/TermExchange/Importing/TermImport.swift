public import ContentModel
public import Diagnostics

/// What an import of terms would change in the content: computed whole, before anything is written.
public struct TermImport: Sendable {
  /// A file of `terms/` as it is to be.
  public struct Change: Sendable, Hashable {
    /// Path below the content folder.
    public let path: String
    /// The file as it was read; `nil` for a new one.
    public let former: SourceFile?
    public let text: String
    /// Keys that change, for people.
    public let keys: [String]
  }

  /// Ordered by path.
  public private(set) var changes: [Change] = []
  public private(set) var diagnostics: [Diagnostic] = []
  /// Pages that state already what the file states.
  public private(set) var unchanged = 0

  /// - Parameters:
  ///   - base: What the file was before people worked on it, as it was exported. Where it is missing, a page that still
  ///     states what its revision says is its own base.
  ///   - languages: Those of the site, the default first.
  public init(_ terms: ImportedTerms, base: ImportedTerms? = nil, into corpus: Corpus, languages: [LanguageTag]) {
    var resolution = ConceptResolution(corpus)
    let bases = Dictionary((base?.concepts ?? []).map { ($0.slug, $0.pages) }) { first, _ in first }
    var first: [String: Int] = [:]
    for (index, concept) in terms.concepts.enumerated() {
      let id = DocumentID(section: .terms, slug: resolution.slug(of: concept))
      if let other = first[id.slug] {
        if terms.concepts[other].pages == concept.pages { continue }
        diagnostics.append(Self.twice(id.slug, at: terms.location(index), first: terms.location(other)))
        continue
      }
      first[id.slug] = index
      for (language, stated) in Self.pages(of: concept, id, corpus, languages) {
        let page = valid(stated, of: corpus.document(id, in: language), language) { terms.location(index, $0, language, value: $1) }
        guard let document = corpus.document(id, in: language) else {
          create(page, id, language)
          continue
        }
        let ours = ExchangedPage(document)
        let basePage = bases[concept.slug]?[language] ?? (page.revision == ours.fingerprint ? ours : nil)
        let merge = PageMerge(base: basePage, ours: ours, theirs: page) { key in
          terms.keys.contains(.init(key, language)) || !page[key].isEmpty
        }
        take(merge, document)
      }
    }
    changes.sort { $0.path < $1.path }
    let known = Set(corpus.ids(in: .terms).map(\.slug)).union(first.keys)
    for (slug, index) in first.sorted(by: { $0.value < $1.value }) {
      let stated = corpus.versions(of: DocumentID(section: .terms, slug: slug))
      diagnostics += Self.strayRelations(of: index, in: terms) { key, name in
        known.contains(name.split(separator: "/").last.map(String.init) ?? "") || stated.contains { $0.texts(key).contains(name) }
      }
    }
    // A value that stands in the files of both languages is one in the table.
    var told: Set<Diagnostic> = []
    diagnostics = diagnostics.filter { told.insert($0).inserted }
  }

  /// Concepts that the file names as kin, and neither it nor the content has.
  private static func strayRelations(
    of index: Int, in terms: ImportedTerms, _ isKnown: (_ key: String, _ name: String) -> Bool
  ) -> [Diagnostic] {
    terms.concepts[index].pages.sorted { $0.key < $1.key }.flatMap { language, page in
      ["broader", "related", "see"].flatMap { key in
        page[key].filter { !isKnown(key, $0) && !$0.hasPrefix("questions/") }.map { name in
          Diagnostic(
            .warning, rule: "unknown-page", "\"\(name)\" in \"\(key)\" is a concept neither of the site nor of the file",
            at: terms.location(index, key, language, value: name), suggestion: "add it to the file, or remove the name there")
        }
      }
    }
  }

  private static func twice(_ slug: String, at place: SourceLocation?, first: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, rule: "duplicate-concept", "concept \"\(slug)\" stands twice in the file, and the two differ: the second is left out",
      at: place,
      suggestion: "make one of the two, or give this one an id of its own", notes: [Diagnostic.Note("the first is here", at: first)])
  }

  /// The page without values that its files cannot have (a status that is none, a date); each is told, and what the page here
  /// says already stays.
  private mutating func valid(
    _ page: ExchangedPage, of document: Document?, _ language: LanguageTag, at location: (_ key: String, _ value: String) -> SourceLocation?
  ) -> ExchangedPage {
    var page = page
    let schema = FrontMatterSchema.of(.terms)
    let ours = document.map(ExchangedPage.init)
    for (key, values) in page.values.sorted(by: { $0.key < $1.key }) {
      let known = ours?[key] ?? []
      let faults = values.filter { !known.contains($0) }.compactMap { value in schema.fault(of: value, ofKey: key).map { (value, $0) } }
      guard !faults.isEmpty else { continue }
      for (value, fault) in faults {
        diagnostics.append(
          Diagnostic(
            .error, rule: fault.rule, "\(fault.summary): \"\(key)\" is left out", at: location(key, value),
            suggestion: "\(fault.suggestion) in the file, and import it again"))
      }
      page[key] = values.filter { value in !faults.contains { $0.0 == value } }
      if page[key].isEmpty { page[key] = known }
    }
    return page
  }

  /// The pages in the order of languages. A language that has no file, and of which nothing but names is known, has its
  /// names in the other's file, as its translation.
  private static func pages(
    of concept: ExchangedConcept, _ id: DocumentID, _ corpus: Corpus, _ languages: [LanguageTag]
  ) -> [(LanguageTag, ExchangedPage)] {
    var pages = languages.compactMap { language in concept.pages[language].map { (language, $0) } }
    guard pages.count == 2, corpus.document(id, in: pages[0].0) == nil || corpus.document(id, in: pages[1].0) == nil else { return pages }
    func isBare(_ index: Int) -> Bool {
      let (language, page) = pages[index]
      guard page[ExchangeKey.definition].isEmpty, page[ExchangeKey.explanation].isEmpty, page["deprecated"].isEmpty else { return false }
      return corpus.document(id, in: language) == nil
    }
    guard let bare = isBare(1) ? 1 : isBare(0) ? 0 : nil else { return pages }
    let names = pages[bare].1["title"] + pages[bare].1["admitted"]
    if pages[1 - bare].1["abbreviation"].isEmpty { pages[1 - bare].1["abbreviation"] = pages[bare].1["abbreviation"] }
    if pages[1 - bare].1["translation"].isEmpty { pages[1 - bare].1["translation"] = names }
    pages.remove(at: bare)
    return pages
  }

  private mutating func create(_ page: ExchangedPage, _ id: DocumentID, _ language: LanguageTag) {
    var page = page
    // What another termbase says is a proposal here until somebody has read it.
    if page.revision == nil, page["status"].isEmpty { page["status"] = [Document.Status.proposed.rawValue] }
    changes.append(
      Change(path: "\(id).\(language).md", former: nil, text: PageText.make(page), keys: ExchangeKey.all.filter { !page[$0].isEmpty }))
  }

  private mutating func take(_ merge: PageMerge, _ document: Document) {
    for (key, theirs) in merge.conflicts {
      diagnostics.append(
        Diagnostic(
          .error, rule: "import-conflict", "\"\(key)\" differs here and in the import: kept as it is here",
          at: place(of: key, in: document),
          suggestion: theirs.isEmpty
            ? "remove it, as the import does, or keep it" : "choose between it and the import's: \(Self.shortened(theirs[0]))"))
    }
    guard !merge.changes.isEmpty else {
      if merge.conflicts.isEmpty { unchanged += 1 }
      return
    }
    guard let text = PageText.edited(document.file, merge.changes) else {
      diagnostics.append(
        Diagnostic(
          .error, rule: "front-matter", "front matter cannot be changed: it is not written a key a line",
          at: document.file.location(of: 0..<1), suggestion: "write each key on a line of its own, and import again"))
      return
    }
    changes.append(
      Change(path: "\(document.id).\(document.language).md", former: document.file, text: text, keys: merge.changes.map(\.key)))
  }

  private func place(of key: String, in document: Document) -> SourceLocation {
    let parts = [ExchangeKey.definition, ExchangeKey.explanation]
    guard parts.contains(key) else { return document.location(of: key) }
    let body = document.file.bytes[document.body]
    let start = body.firstIndex { $0 > 0x20 } ?? body.startIndex
    return document.file.location(of: start..<start + 1)
  }

  private static func shortened(_ text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return line.count > 80 ? line.prefix(79) + "…" : String(line)
  }
}
