import ContentModel
import TemplateEngine

/// Both languages of a page side by side, passage by passage.
struct ParallelContext {
  let model: SiteModel
  /// In the reader's language.
  let document: Document
  /// The page in another language.
  let other: Document

  var record: TemplateRecord {
    let routes = model.routes, language = document.language
    let permalink = routes.parallel(document.id, language)
    let common = CommonContext(model: model, language: language, permalink: permalink)
    var head = PageHead(
      title: document.title, description: model.body(of: document)?.summary ?? "", kind: "parallel", bodyLanguage: language,
      canonical: routes.document(document.id, language), isIndexed: false,
      address: { model.hasParallel(document.id, $0) ? routes.parallel(document.id, $0) : routes.document(document.id, $0) })
    head.contentPath = "\(document.id).\(language).md"
    head.lastChange = document.lastChange
    var record = common.record(
      page: head,
      breadcrumbs: [
        (model.configuration.title[language], routes.home(language)), (document.title, routes.document(document.id, language)),
      ])
    record["versions"] = .records([document, other].map { version(of: $0, common) })
    record["rows"] = .records(rows)
    record["staleTranslation"] = .bool(
      [document, other].contains { if case .stale = model.translationState(of: $0) { true } else { false } })
    return record
  }

  private func version(of document: Document, _ common: CommonContext) -> TemplateRecord {
    [
      "lang": .text(document.language.rawValue), "name": .text(CommonContext.name(of: document.language)),
      "title": .text(document.title), "url": common.url(model.routes.document(document.id, document.language)),
    ]
  }

  private var rows: [TemplateRecord] {
    guard let left = model.body(of: document), let right = model.body(of: other) else { return [] }
    var rows: [TemplateRecord] = []
    if !left.opening.isEmpty || !right.opening.isEmpty {
      rows.append(row(left.opening[...], right.opening[...], isDefinition: true))
    }
    for (i, j) in PassageAlignment.align(Self.passages(of: left), Self.passages(of: right)) {
      rows.append(row(i.map { left.html[left.passages[$0].range] }, j.map { right.html[right.passages[$0].range] }))
    }
    return rows
  }

  private static func passages(of body: RenderedBody) -> [PassageAlignment.Passage] {
    body.passages.map { .init(level: $0.level, length: $0.range.count) }
  }

  private func row(_ left: ArraySlice<UInt8>?, _ right: ArraySlice<UInt8>?, isDefinition: Bool = false) -> TemplateRecord {
    func cell(_ html: ArraySlice<UInt8>?, _ language: LanguageTag, prefix: String) -> TemplateRecord {
      ["lang": .text(language.rawValue), "html": .html(MovedHTML.moved(html ?? [], idPrefix: prefix))]
    }
    return [
      "isDefinition": .bool(isDefinition),
      "cells": .records([cell(left, document.language, prefix: ""), cell(right, other.language, prefix: "\(other.language)-")]),
    ]
  }
}

extension SiteModel {
  /// The version to show beside a page; `nil` where it has none in another language, and for the home page's text.
  func parallel(of document: Document) -> Document? {
    guard document.id != RouteTable.homeID else { return nil }
    return corpus.otherVersions(of: document, languages: configuration.languages).first
  }

  func hasParallel(_ id: DocumentID, _ language: LanguageTag) -> Bool {
    corpus.document(id, in: language).flatMap { parallel(of: $0) } != nil
  }

  func translationState(of document: Document) -> TranslationState {
    corpus.translationState(of: document, languages: configuration.languages)
  }
}
