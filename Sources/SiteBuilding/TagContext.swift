import ContentModel
import TemplateEngine

/// The list of tags, and the page of each.
struct TagContext {
  let model: SiteModel
  let language: LanguageTag

  /// Tags in use, in the order of their labels; of those that are called alike, in the order of their ids.
  var tags: [String] {
    model.relations.tagged.keys.sorted { (label($0), $0) < (label($1), $1) }
  }

  private func label(_ tag: String) -> SortKey { SortKey(model.input.tags.label(tag, language)) }

  var listRecord: TemplateRecord {
    let permalink = model.routes.tags(language)
    let entries = EntryBuilder(model: model, language: language, permalink: permalink)
    var record = entries.common.record(
      page: head(model.string("tags", language), kind: "tags") { model.routes.tags($0) },
      breadcrumbs: [(model.configuration.title[language], model.routes.home(language))])
    record["entries"] = .records(tags.map { entry($0, entries.common) })
    return record
  }

  func entry(_ tag: String, _ common: CommonContext) -> TemplateRecord {
    let label = model.input.tags.label(tag, language)
    return [
      "name": .text(tag), "label": .text(label), "title": .text(label),
      "url": common.url(model.routes.tag(model.input.tags.slug(tag), language)),
      "count": .number(model.relations.tagged[tag]?.count ?? 0),
    ]
  }

  func record(of tag: String) -> TemplateRecord {
    let slug = model.input.tags.slug(tag)
    let permalink = model.routes.tag(slug, language)
    let entries = EntryBuilder(model: model, language: language, permalink: permalink)
    let label = model.input.tags.label(tag, language)
    let ids = Set(model.relations.tagged[tag] ?? [])
    func documents(_ section: DocumentID.Section) -> [Document] {
      model.order(section, language).ids.filter(ids.contains).compactMap { model.document($0, for: language) }
    }
    let terms = documents(.terms), questions = documents(.questions)
    var record = entries.common.record(
      page: head(label, kind: "tag") { model.routes.tag(slug, $0) },
      breadcrumbs: [
        (model.configuration.title[language], model.routes.home(language)),
        (model.string("tags", language), model.routes.tags(language)),
      ])
    record["tag"] = ["name": .text(tag), "label": .text(label)]
    record["terms"] = .records(terms.map { entries.term($0) })
    record["questions"] = .records(questions.map { entries.question($0) })
    record["hasTerms"] = .bool(!terms.isEmpty)
    record["hasQuestions"] = .bool(!questions.isEmpty)
    return record
  }

  private func head(_ title: String, kind: String, address: @escaping (LanguageTag) -> Permalink) -> PageHead {
    PageHead(
      title: title, description: model.configuration.description[language], kind: kind, bodyLanguage: language,
      canonical: address(language), address: address, alternates: model.configuration.languages.map { ($0, address($0)) })
  }
}
