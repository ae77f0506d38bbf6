import ContentModel
import TemplateEngine

/// The page that asks the site's questions. Its cards come with `PracticeCards`.
struct PracticeContext {
  let model: SiteModel
  let language: LanguageTag

  var record: TemplateRecord {
    let permalink = model.routes.practice(language)
    let head = PageHead(
      title: model.string("practice", language), description: model.string("practiceLead", language), kind: "practice",
      bodyLanguage: language, canonical: permalink, address: { model.routes.practice($0) },
      alternates: model.configuration.languages.map { ($0, model.routes.practice($0)) })
    let common = CommonContext(model: model, language: language, permalink: permalink)
    var record = common.record(page: head, breadcrumbs: [(model.configuration.title[language], model.routes.home(language))])
    let used = Set(model.order(.questions, language).ids.compactMap { model.document($0, for: language) }.flatMap(\.tags))
    record["practiceTags"] = .records(
      TagContext(model: model, language: language).tags.filter(used.contains).map { tag in
        ["name": .text(tag), "label": .text(model.input.tags.label(tag, language))]
      })
    return record
  }
}
