import ContentModel
import MarkdownTree
import SiteSearch

/// What the search index is built from: every page once, in the language of its text.
struct SearchPages: Sendable {
  let input: SiteInput
  let routes: RouteTable
  let bodies: Bodies

  func index(since edits: TextEdits?) -> SearchIndex {
    let client = SearchClient(script: AssetNames.searchClient(of: input.theme), messages: SearchMessages.make(input.theme))
    if let edits, let index = edited(since: edits, client) { return index }
    return SearchIndexBuilder.build(all, concepts: concepts, client: client)
  }

  private var all: [SearchPage] { input.corpus.documents.compactMap { page(of: $0) } + tags }

  /// The kept index with the edits made in it. Where many pages were edited, a new one is made faster.
  private func edited(since edits: TextEdits, _ client: SearchClient) -> SearchIndex? {
    guard let index = edits.kept.index, edits.bodies.count <= max(8, input.corpus.documents.count / 100) else { return nil }
    let pages = edits.bodies.map { former, body in
      (former: page(of: body.document, body: former), page: page(of: body.document, body: body))
    }
    return index.edited(pages, concepts: concepts, client: client) { path in
      input.corpus.documents.first { routes.document($0.id, $0.language).path == path }.flatMap { page(of: $0) }
        ?? tags.first { $0.path == path }
    }
  }

  private func page(of document: Document) -> SearchPage? {
    guard let body = bodies[document] else { return nil }
    return page(of: document, body: body)
  }

  private func page(of document: Document, body: RenderedBody) -> SearchPage {
    SearchPage(
      path: routes.document(document.id, document.language).path, language: document.language,
      kind: kind(document.id.section), title: document.title,
      aliases: document.texts("aliases"), termNames: document.id.section == .terms ? Self.names(of: document.id, in: input.corpus) : [],
      tags: document.tags.map { input.tags.label($0, document.language) },
      sections: body.sections.map { .init(anchor: $0.headingID, heading: $0.heading, text: $0.text) })
  }

  private var tags: [SearchPage] {
    let tagged = input.corpus.tagged
    return routes.languages.flatMap { language in
      tagged.map { tag, ids in
        SearchPage(
          path: routes.tag(input.tags.slug(tag), language).path, language: language, kind: .tag,
          title: input.tags.label(tag, language), sections: [],
          beginning: ids.prefix(8).compactMap { input.document($0, for: language)?.title }.joined(separator: " · "))
      }
    }
  }

  /// One list of names a concept, so that any name finds what the others name.
  private var concepts: [[String]] { input.corpus.ids(in: .terms).map { Self.names(of: $0, in: input.corpus) } }

  private func kind(_ section: DocumentID.Section) -> SearchPage.Kind {
    switch section {
    case .questions: .question
    case .terms: .term
    case .sources: .source
    case .pages: .page
    }
  }

  /// All names of a concept in all languages.
  static func names(of id: DocumentID, in corpus: Corpus) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for document in corpus.versions(of: id) {
      let own = [document.title] + ["admitted", "deprecated", "abbreviation", "translation", "full-form"].flatMap { document.texts($0) }
      names += own.filter { seen.insert($0).inserted }
    }
    return names
  }
}
