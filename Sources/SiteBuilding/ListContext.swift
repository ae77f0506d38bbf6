import ContentModel
import HanText
import TemplateEngine

/// The lists of terms, questions and sources.
struct ListContext {
  let model: SiteModel
  let language: LanguageTag

  func record(_ section: DocumentID.Section) -> TemplateRecord {
    let permalink = model.routes.list(section, language)
    var head = PageHead(
      title: model.string(section.rawValue, language), description: model.configuration.description[language],
      kind: "list-\(section.rawValue)", bodyLanguage: language, canonical: permalink,
      address: { model.routes.list(section, $0) },
      alternates: model.configuration.languages.map { ($0, model.routes.list(section, $0)) })
    let entries = EntryBuilder(model: model, language: language, permalink: permalink)
    if section == .terms { head.entity = StructuredData(common: entries.common).glossary }
    var record = entries.common.record(
      page: head, breadcrumbs: [(model.configuration.title[language], model.routes.home(language))])
    let documents = model.order(section, language).ids.compactMap { model.document($0, for: language) }
    record["total"] = .number(documents.count)
    switch section {
    case .terms:
      record["indexes"] = entries.indexes
      record["groups"] = byInitial(documents, entries)
    case .questions: record["groups"] = byTag(documents, entries)
    case .sources, .pages: record["entries"] = .records(documents.map { entries.source($0) })
    }
    return record
  }

  /// A to Z by the reading of the title; what begins with no letter comes last.
  private func byInitial(_ documents: [Document], _ entries: EntryBuilder) -> TemplateValue {
    let groups = Dictionary(grouping: documents) { SortKey($0.title).initial }
    return .records(
      groups.sorted { ($0.key == "#" ? "~" : $0.key) < ($1.key == "#" ? "~" : $1.key) }.map { initial, documents in
        [
          "label": .text(initial), "id": .text(initial == "#" ? "other" : initial.lowercased()),
          "entries": .records(documents.map { entries.term($0) }),
        ]
      })
  }

  /// Under the first tag of each question, tags in the order of their labels; untagged ones come last.
  private func byTag(_ documents: [Document], _ entries: EntryBuilder) -> TemplateValue {
    let groups = Dictionary(grouping: documents) { $0.tags.first }
    let keyed = groups.map { tag, documents in
      (tag: tag, label: tag.map { model.input.tags.label($0, language) } ?? model.string("untagged", language), documents: documents)
    }
    return .records(
      keyed.sorted {
        ($0.tag == nil ? 1 : 0, SortKey($0.label), $0.tag ?? "") < ($1.tag == nil ? 1 : 0, SortKey($1.label), $1.tag ?? "")
      }.map { group in
        [
          "label": .text(group.label), "id": .text(group.tag.map { model.input.tags.slug($0) } ?? "other"),
          "entries": .records(group.documents.map { entries.question($0) }),
        ]
      })
  }
}

/// Pages as lists show them.
struct EntryBuilder {
  let model: SiteModel
  let language: LanguageTag
  let permalink: Permalink
  let common: CommonContext

  init(model: SiteModel, language: LanguageTag, permalink: Permalink) {
    (self.model, self.language, self.permalink) = (model, language, permalink)
    common = CommonContext(model: model, language: language, permalink: permalink)
  }

  func entry(_ document: Document) -> TemplateRecord {
    [
      "title": .text(document.title), "url": common.url(model.routes.document(document.id, language)),
      "lang": .text(document.language.rawValue), "isOtherLanguage": .bool(document.language != language),
      "summary": .text(model.body(of: document)?.summary ?? ""),
    ]
  }

  func term(_ document: Document) -> TemplateRecord {
    var record = entry(document)
    let other = otherTitle(document)
    let chinese = [document.title, other ?? ""].first { $0.unicodeScalars.contains { HanScript.contains($0) } }
    record["pinyin"] = .optional(chinese.map { Pinyin.syllables(of: $0).joined(separator: " ") })
    let names = SearchPages.names(of: document.id, in: model.corpus)
    record["names"] = names.isEmpty ? .null : .text(names.joined(separator: "\n"))
    record["other"] = .optional(other)
    record["field"] = .optional((document.text("field") ?? document.tags.first).map { model.input.tags.label($0, language) })
    return record
  }

  func question(_ document: Document) -> TemplateRecord {
    var record = entry(document)
    let sources = model.independentSources(of: document).count
    record["isStub"] = .bool(document.status == .stub)
    record["sourceCount"] = sources > 1 ? .number(sources) : .null
    return record
  }

  func source(_ document: Document) -> TemplateRecord {
    var record = entry(document)
    record["author"] = .optional(document.text("author"))
    record["licence"] = .optional(document.text("licence"))
    record["licenceIsUnknown"] = .bool(document.text("licence") == nil)
    record["address"] = .optional(document.text("url"))
    record["count"] = .number(model.relations.citedBy[document.id]?.count ?? 0)
    return record
  }

  /// The concept's preferred name in the other language.
  func otherTitle(_ document: Document) -> String? {
    model.corpus.versions(of: document.id).first { $0.language != document.language }?.title
      ?? document.texts("translation").first
  }
}
