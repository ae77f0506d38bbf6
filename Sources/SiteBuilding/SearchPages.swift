import ContentModel
import MarkdownTree
import SiteSearch

/// What the search index is built from: every page once, in the language of its text.
enum SearchPages {
  static func make(_ model: SiteModel) -> [SearchPage] { documents(model) + tags(model) }

  private static func documents(_ model: SiteModel) -> [SearchPage] {
    model.corpus.documents.compactMap { document in
      guard document.id != RouteTable.homeID, let body = model.body(of: document) else { return nil }
      return SearchPage(
        path: model.routes.document(document.id, document.language).path, language: document.language,
        kind: kind(document.id.section), title: document.title,
        aliases: document.texts("aliases"), termNames: document.id.section == .terms ? names(of: document.id, model) : [],
        tags: document.tags.map { model.input.tags.label($0, document.language) },
        sections: body.sections.map { .init(anchor: $0.headingID, heading: $0.heading, text: $0.text) })
    }
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
