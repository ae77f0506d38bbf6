import ContentModel
import HanText
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
    var head = PageHead(
      title: model.configuration.title[language], description: model.configuration.description[language], kind: "home",
      bodyLanguage: language, canonical: permalink, address: { model.routes.home($0) },
      alternates: model.configuration.languages.map { ($0, model.routes.home($0)) },
      contentPath: welcome.map { "\($0.id).\(language).md" })
    head.entity = StructuredData(common: entries.common).site
    var record = entries.common.record(page: head, breadcrumbs: [])
    let tags = TagContext(model: model, language: language)
    record["body"] = .html(welcome.flatMap { model.body(of: $0)?.html } ?? [])
    let terms = featured(.terms) { model.relations.backlinks[$0]?.count ?? 0 }
    record["doors"] = .records(doors(entries.common))
    record["examples"] = .records(examples(terms, entries.common))
    record["featuredTerms"] = .records(terms.map { entries.term($0) })
    record["featuredQuestions"] = .records(
      featured(.questions) { id in
        (model.document(id, for: language).map { model.independentSources(of: $0).count } ?? 0) * 4
          + (model.relations.related[id]?.count ?? 0)
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

  /// The ways into the site: terms, questions, paths.
  private func doors(_ common: CommonContext) -> [TemplateRecord] {
    func door(_ title: String, _ text: String, _ target: Permalink, count: Int?, accent: TemplateValue) -> TemplateRecord {
      [
        "title": .text(title), "text": .text(text), "url": common.url(target), "count": count.map { .number($0) } ?? .null,
        "accent": accent,
      ]
    }
    func string(_ key: String) -> String { model.string(key, language) }
    let paths = model.corpus.ids(in: .pages).compactMap { model.document($0, for: language) }.filter { $0.text("layout") == "path" }
    return [
      door(
        string("terms"), string("doorTerms"), model.routes.list(.terms, language), count: model.order(.terms, language).ids.count,
        accent: "term"),
      door(
        string("questions"), string("doorQuestions"), model.routes.list(.questions, language),
        count: model.order(.questions, language).ids.count, accent: "question"),
    ]
      + paths.map { door($0.title, string("doorPages"), model.routes.document($0.id, language), count: nil, accent: "path") }
      + [door(string("practice"), string("doorPractice"), model.routes.practice(language), count: nil, accent: "path")]
  }

  /// Searches that show what the field takes: names of concepts, and pinyin for the first that has any.
  private func examples(_ terms: [Document], _ common: CommonContext) -> [TemplateRecord] {
    let names = terms.prefix(3).map(\.title)
    let reading = names.first { $0.unicodeScalars.contains { HanScript.contains($0) } }.map { Pinyin.syllables(of: $0).joined() }
    return (names + [reading].compactMap { $0 }).map { text in
      let page = common.permalink.relative(to: model.routes.search(language))
      return ["text": .text(text), "url": .text(page + "?q=" + PageHead.encode(text))]
    }
  }

  /// Answered pages in the reader's language first, then those with the highest weight.
  private func featured(_ section: DocumentID.Section, weight: (DocumentID) -> Int) -> [Document] {
    model.order(section, language).ids.compactMap { model.document($0, for: language) }.filter { $0.status != .stub }
      .map { (key: ($0.language == language ? 0 : 1, -weight($0.id), $0.id), document: $0) }
      .sorted { $0.key < $1.key }.prefix(Self.featuredCount).map(\.document)
  }

  private var recent: [Document] { model.recentChanges(language).prefix(Self.featuredCount).map(\.document) }
}
