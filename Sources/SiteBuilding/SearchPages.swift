import ContentModel
import MarkdownTree
import SiteSearch

/// What the search index is built from: every page once, in the language of its text.
enum SearchPages {
  static func index(_ model: SiteModel, since edits: TextEdits?) -> SearchIndex {
    let client = SearchClient(script: model.assets.searchClient, messages: SearchMessages.make(model.input.theme))
    if let edits, let index = edited(model, since: edits, client) { return index }
    return SearchIndexBuilder.build(make(model), concepts: concepts(model), client: client)
  }

  static func make(_ model: SiteModel) -> [SearchPage] { model.corpus.documents.compactMap { page(of: $0, model) } + tags(model) }

  /// The kept index with the edits made in it. Where many pages were edited, a new one is made faster.
  private static func edited(_ model: SiteModel, since edits: TextEdits, _ client: SearchClient) -> SearchIndex? {
    guard let index = edits.kept.index, edits.bodies.count <= max(8, model.corpus.documents.count / 100) else { return nil }
    let pages = edits.bodies.filter { $0.body.document.id != RouteTable.homeID }.map { former, body in
      (former: page(of: body.document, body: former, model), page: page(of: body.document, body: body, model))
    }
    return index.edited(pages, concepts: concepts(model), client: client) { path in
      model.corpus.documents.first { model.routes.document($0.id, $0.language).path == path }.flatMap { page(of: $0, model) }
        ?? tags(model).first { $0.path == path }
    }
  }

  private static func page(of document: Document, _ model: SiteModel) -> SearchPage? {
    guard document.id != RouteTable.homeID, let body = model.body(of: document) else { return nil }
    return page(of: document, body: body, model)
  }

  private static func page(of document: Document, body: RenderedBody, _ model: SiteModel) -> SearchPage {
    SearchPage(
      path: model.routes.document(document.id, document.language).path, language: document.language,
      kind: kind(document.id.section), title: document.title,
      aliases: document.texts("aliases"), termNames: document.id.section == .terms ? names(of: document.id, model) : [],
      tags: document.tags.map { model.input.tags.label($0, document.language) },
      sections: body.sections.map { .init(anchor: $0.headingID, heading: $0.heading, text: $0.text) })
  }

  private static func tags(_ model: SiteModel) -> [SearchPage] {
    model.routes.languages.flatMap { language in
      model.relations.tagged.map { tag, ids in
        SearchPage(
          path: model.routes.tag(model.input.tags.slug(tag), language).path, language: language, kind: .tag,
          title: model.input.tags.label(tag, language), sections: [],
          beginning: ids.prefix(8).compactMap { model.document($0, for: language)?.title }.joined(separator: " · "))
      }
    }
  }

  /// One list of names a concept, so that any name finds what the others name.
  static func concepts(_ model: SiteModel) -> [[String]] {
    model.corpus.ids(in: .terms).map { names(of: $0, model) }
  }

  private static func kind(_ section: DocumentID.Section) -> SearchPage.Kind {
    switch section {
    case .questions: .question
    case .terms: .term
    case .sources: .source
    case .pages: .page
    }
  }

  /// All names of a concept in all languages.
  static func names(of id: DocumentID, _ model: SiteModel) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for document in model.corpus.versions(of: id) {
      let own = [document.title] + ["admitted", "deprecated", "abbreviation", "translation", "full-form"].flatMap { document.texts($0) }
      names += own.filter { seen.insert($0).inserted }
    }
    return names
  }
}
