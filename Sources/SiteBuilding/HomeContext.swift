import ContentModel
import TemplateEngine

/// The first page of a language.
struct HomeContext {
  let model: SiteModel
  let language: LanguageTag

  static let featuredCount = 8

  var record: TemplateRecord {
    let permalink = model.routes.home(language)
    let entries = EntryBuilder(model: model, language: language, permalink: permalink)
    let welcome = model.corpus.document(RouteTable.homeID, in: language)
    let head = PageHead(
      title: model.configuration.title[language], description: model.configuration.description[language], kind: "home",
      bodyLanguage: language, canonical: permalink, address: { model.routes.home($0) },
      alternates: model.configuration.languages.map { ($0, model.routes.home($0)) },
      contentPath: welcome.map { "\($0.id).\(language).md" })
    var record = entries.common.record(page: head, breadcrumbs: [])
    let tags = TagContext(model: model, language: language)
    record["body"] = .html(welcome.flatMap { model.body(of: $0)?.html } ?? [])
    record["counts"] = [
      "terms": count(.terms), "questions": count(.questions), "sources": count(.sources),
      "tags": .number(model.relations.tagged.count),
    ]
    record["featuredTerms"] = .records(featured(.terms) { model.relations.backlinks[$0]?.count ?? 0 }.map { entries.term($0) })
    record["featuredQuestions"] = .records(
      featured(.questions) { id in
        Set(model.document(id, for: language)?.texts("sources") ?? []).count * 4 + (model.relations.related[id]?.count ?? 0)
      }.map { entries.question($0) })
    record["fields"] = .records(
      tags.tags.sorted { (model.relations.tagged[$1]?.count ?? 0, $0) < (model.relations.tagged[$0]?.count ?? 0, $1) }
        .prefix(12).map { tags.entry($0, entries.common) })
    record["recent"] = .records(
      recent.map { document in
        [
          "title": .text(document.title), "url": entries.common.url(model.routes.document(document.id, language)),
          "kindLabel": .text(model.string(document.id.section == .terms ? "term" : "question", language)),
          "date": .optional(document.lastChange?.description),
        ]
      })
    return record
  }

  private func count(_ section: DocumentID.Section) -> TemplateValue { .number(model.order(section, language).ids.count) }

  /// Answered pages in the reader's language first, then those with the highest weight.
  private func featured(_ section: DocumentID.Section, weight: (DocumentID) -> Int) -> [Document] {
    model.order(section, language).ids.compactMap { model.document($0, for: language) }.filter { $0.status != .stub }
      .map { (key: ($0.language == language ? 0 : 1, -weight($0.id), $0.id), document: $0) }
      .sorted { $0.key < $1.key }.prefix(Self.featuredCount).map(\.document)
  }

  private var recent: [Document] {
    (model.order(.terms, language).ids + model.order(.questions, language).ids)
      .compactMap { model.corpus.document($0, in: language) }
      .compactMap { document in document.lastChange.map { (date: $0, document: document) } }
      .sorted { ($1.date, $0.document.id) < ($0.date, $1.document.id) }.prefix(Self.featuredCount).map(\.document)
  }
}
