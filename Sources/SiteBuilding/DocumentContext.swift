import ContentModel
internal import Encodings
import MarkdownTree
import TemplateEngine

/// What the pages of questions, terms, sources and free pages have in common.
struct DocumentContext {
  let model: SiteModel
  let document: Document
  let body: RenderedBody
  /// Language of the interface: another than the document's where a translation is missing.
  let language: LanguageTag
  let common: CommonContext

  init(model: SiteModel, document: Document, body: RenderedBody, language: LanguageTag) {
    (self.model, self.document, self.body, self.language) = (model, document, body, language)
    common = CommonContext(model: model, language: language, permalink: model.routes.document(document.id, language))
  }

  var permalink: Permalink { common.permalink }
  var isTranslationMissing: Bool { document.language != language }

  func head(kind: String) -> PageHead {
    let versions = model.corpus.versions(of: document.id)
    var head = PageHead(
      title: document.title, description: body.summary, kind: kind, bodyLanguage: document.language,
      canonical: model.routes.document(document.id, document.language),
      address: { model.routes.document(document.id, $0) })
    head.isTranslationMissing = isTranslationMissing
    head.entity = entity
    head.isIndexed = !isTranslationMissing && document.status != .draft
    if !isTranslationMissing, versions.count > 1 {
      head.alternates = versions.map { ($0.language, model.routes.document(document.id, $0.language)) }
    }
    head.contentPath = "\(document.id).\(document.language).md"
    head.lastChange = document.lastChange
    return head
  }

  /// What the page is for machines; a page in the place of a translation is nothing of its own.
  private var entity: JSONValue? {
    guard !isTranslationMissing else { return nil }
    let data = StructuredData(common: common)
    switch document.id.section {
    case .terms:
      let versions = [document] + model.corpus.versions(of: document.id).filter { $0.language != document.language }
      let names = versions.flatMap { [$0.title] + $0.texts("abbreviation") + $0.texts("admitted") } + document.texts("translation")
      var seen: Set<String> = [document.title]
      return data.term(document, definition: body.openingText, alternateNames: names.filter { seen.insert($0).inserted })
    case .questions: return data.question(document, answer: document.status == .stub ? "" : body.openingText)
    case .sources, .pages: return nil
    }
  }

  /// The record of a page of this document; `details` are what only its kind has.
  func record(kind: String, details: TemplateRecord) -> TemplateRecord {
    let section = document.id.section
    var breadcrumbs = [(model.configuration.title[language], model.routes.home(language))]
    if section != .pages {
      breadcrumbs.append((model.string(section.rawValue, language), model.routes.list(section, language)))
    }
    var record = common.record(page: head(kind: kind), breadcrumbs: breadcrumbs)
    record.append(shared)
    record.append(details)
    return record
  }

  private var shared: TemplateRecord {
    let related = (model.relations.related[document.id] ?? []).compactMap { reference(to: $0) }
    let sources = sourceRecords
    let outline = body.outline
    let (previous, next) = neighbours
    return [
      "body": .html(body.html), "outline": .records(outline), "hasOutline": .bool(outline.count > 1),
      "tags": .records(document.tags.map { tagRecord($0) }), "hasTags": .bool(!document.tags.isEmpty), "hasActions": .bool(hasActions),
      "isProposed": .bool(document.status == .proposed), "isStub": .bool(document.status == .stub),
      "isDraft": .bool(document.status == .draft), "sources": .records(sources), "hasSources": .bool(!sources.isEmpty),
      "related": .records(related), "hasRelated": .bool(!related.isEmpty), "previous": previous, "next": next,
      "translation": translation, "parallel": parallel, "staleTranslation": staleTranslation,
      "paths": .records(paths),
    ]
  }

  /// Whether the page says when it was changed, or links to its translation or to where it is edited.
  private var hasActions: Bool {
    if case .null = translation {
      let configuration = model.configuration
      return document.lastChange != nil || configuration.editURL != nil || configuration.reportURL != nil
    }
    return true
  }

  /// A page as lists and relations show it.
  func reference(to id: DocumentID) -> TemplateRecord? {
    guard let target = model.document(id, for: language) else { return nil }
    return [
      "title": .text(target.title), "url": common.url(model.routes.document(id, language)),
      "lang": .text(target.language.rawValue), "isOtherLanguage": .bool(target.language != language),
      "summary": .text(model.body(of: target)?.summary ?? ""),
    ]
  }

  func references(_ ids: [DocumentID]?) -> TemplateValue { .records((ids ?? []).compactMap { reference(to: $0) }) }

  func tagRecord(_ tag: String) -> TemplateRecord {
    [
      "name": .text(tag), "label": .text(model.input.tags.label(tag, language)),
      "url": common.url(model.routes.tag(model.input.tags.slug(tag), language)),
    ]
  }

  private var sourceRecords: [TemplateRecord] {
    let origins = document.texts("origins")
    return model.independentSources(of: document).compactMap { source in
      if source.contains("://") {
        return ["title": .text(source), "url": .text(source), "isExternal": true, "detail": nil]
      }
      guard let id = model.links.target(named: source, in: .sources)?.page, let target = model.document(id, for: language) else {
        return nil
      }
      let lines = origins.filter { $0.hasPrefix(id.slug + "#") }.map { String($0.dropFirst(id.slug.utf8.count + 1)) }
      return [
        "title": .text(target.title), "url": common.url(model.routes.document(id, language)), "isExternal": false,
        "detail": .optional(lines.isEmpty ? nil : lines.joined(separator: ", ")),
      ]
    }
  }

  private var neighbours: (previous: TemplateValue, next: TemplateValue) {
    let order = model.order(document.id.section, language)
    guard let index = order.position[document.id] else { return (.null, .null) }
    func record(_ index: Int) -> TemplateValue {
      guard order.ids.indices.contains(index), let target = model.document(order.ids[index], for: language) else { return .null }
      return ["title": .text(target.title), "url": common.url(model.routes.document(target.id, language))]
    }
    return (record(index - 1), record(index + 1))
  }

  /// The learning paths that name this page, with their steps before and after it.
  private var paths: [TemplateRecord] {
    (model.places[language]?[document.id] ?? []).map { place in
      let path = place.path
      func step(_ index: Int) -> TemplateValue {
        guard path.steps.indices.contains(index), let target = model.document(path.steps[index], for: language) else { return .null }
        return ["title": .text(target.title), "url": common.url(model.routes.document(target.id, language))]
      }
      let page = permalink.relative(to: model.routes.document(path.page, language))
      return [
        "title": .text(path.title), "url": .text(page + (path.anchor.map { "#" + PageHead.encode($0) } ?? "")),
        "position": .number(place.index + 1), "count": .number(path.steps.count), "previous": step(place.index - 1),
        "next": step(place.index + 1),
      ]
    }
  }

  /// The page with both languages; none where this page is itself shown for want of a translation.
  private var parallel: TemplateValue {
    guard !isTranslationMissing, model.parallel(of: document) != nil else { return .null }
    return ["url": common.url(model.routes.parallel(document.id, language))]
  }

  private var staleTranslation: TemplateValue {
    guard case .stale = model.translationState(of: document) else { return .null }
    return parallel
  }

  private var translation: TemplateValue {
    guard let other = model.corpus.versions(of: document.id).first(where: { $0.language != document.language }) else { return .null }
    return [
      "title": .text(other.title), "name": .text(CommonContext.name(of: other.language)), "lang": .text(other.language.rawValue),
      "url": common.url(model.routes.document(other.id, other.language)),
    ]
  }
}

extension RenderedBody {
  /// Headings of level 2 with those of level 3 below them.
  var outline: [TemplateRecord] {
    var result: [(heading: Heading, children: [Heading])] = []
    for heading in headings where heading.level <= 3 {
      if heading.level == 2 || result.isEmpty {
        result.append((heading, []))
      } else {
        result[result.count - 1].children.append(heading)
      }
    }
    func record(_ heading: Heading) -> TemplateRecord { ["id": .text(heading.id), "text": .text(heading.text)] }
    return result.map { heading, children in
      var entry = record(heading)
      entry["children"] = .records(children.map { record($0) })
      entry["hasChildren"] = .bool(!children.isEmpty)
      return entry
    }
  }
}
