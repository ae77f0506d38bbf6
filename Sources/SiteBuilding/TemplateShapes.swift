import ContentModel
import Diagnostics
import TemplateEngine

/// What each template may count on. Templates/CONTEXT.md explains the names to theme authors; a test holds the records
/// that are built against these shapes.
enum TemplateShapes {
  /// Faults of a theme's templates: unknown names, missing pages. What several pages share is said once.
  static func check(_ templates: TemplateLibrary, theme: Theme) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let faults = pages(theme).sorted { $0.key < $1.key }.flatMap { name, shape in templates.check(name, against: shape) }
    // A loop without any condition has been named by the library itself.
    let recursions = templates.diagnostics.contains { $0.rule == "template-loop" } ? [] : templates.recursions
    return (faults + recursions).filter { fault in
      seen.insert(Diagnostic(fault.severity, rule: fault.rule, fault.summary, at: fault.location)).inserted
    }
  }

  /// The shape of every page's record, by template.
  static func pages(_ theme: Theme) -> [String: TemplateShape] {
    let common = common(theme)
    func page(_ fields: [String: TemplateShape]...) -> TemplateShape {
      .record(fields.reduce(common) { $0.merging($1) { $1 } })
    }
    return [
      "home": page([
        "body": .text, "examples": .list(["text": .text, "url": .text]),
        "doors": .list(["title": .text, "text": .text, "url": .text, "count": .text, "accent": .text]),
        "featuredTerms": .list(.record(termEntry)), "featuredQuestions": .list(.record(questionEntry)),
        "fields": .list(tagEntry), "recent": .list(["title": .text, "url": .text, "kindLabel": .text, "date": .text]),
      ]),
      "question": page(
        document,
        [
          "answer": .text, "aliases": .list(["lang": .text, "text": .text]), "hasAliases": .flag, "askedIn": ["count": .text],
          "isAsked": .flag,
        ]),
      "term": page(document, term),
      "source": page(document, source),
      "page": page(document), "path": page(document),
      "parallel": page([
        "versions": .list(["lang": .text, "name": .text, "title": .text, "url": .text]), "staleTranslation": .flag,
        "rows": .list(["isDefinition": .flag, "cells": .list(["lang": .text, "html": .text])]),
      ]),
      "list-terms": page([
        "total": .text, "indexes": indexes, "groups": .list(["label": .text, "id": .text, "entries": .list(.record(termEntry))]),
      ]),
      "list-questions": page([
        "total": .text, "groups": .list(["label": .text, "id": .text, "entries": .list(.record(questionEntry))]),
      ]),
      "list-fields": page([
        "total": .text, "indexes": indexes, "groups": .list(["label": .text, "id": .text, "entries": .list(.record(termEntry))]),
      ]),
      "recent": page([
        "total": .text, "indexes": indexes,
        "groups": .list(["label": .text, "id": .text, "entries": .list(.record(entry.merging(["kindLabel": .text]) { $1 }))]),
      ]),
      "list-sources": page(["total": .text, "entries": .list(.record(sourceEntry))]),
      "tags": page(["entries": .list(tagEntry)]),
      "tag": page([
        "tag": ["name": .text, "label": .text], "terms": .list(.record(termEntry)), "questions": .list(.record(questionEntry)),
        "hasTerms": .flag, "hasQuestions": .flag,
      ]),
      "search": page(),
      "practice": page(["practiceTags": .list(["name": .text, "label": .text])]),
      "not-found": page(), "offline": page(),
      "redirect": page(["target": .text]),
    ]
  }

  private static func common(_ theme: Theme) -> [String: TemplateShape] {
    let strings = Set(theme.strings.values.flatMap(\.keys))
    let assets = Set(theme.assets.keys.filter { !$0.contains("/") }.map { String($0.prefix { $0 != "." }) } + ["terms", "cards"])
    return [
      "lang": .text, "otherLang": .text, "root": .text, "home": .text, "searchPage": .text,
      "site": [
        "title": .text, "tagline": .text, "description": .text, "author": .text, "licence": .text, "repository": .text,
        "generator": .text, "isOffline": .flag,
      ],
      "strings": .record(Dictionary(uniqueKeysWithValues: strings.map { ($0, .text) })),
      "assets": .record(Dictionary(uniqueKeysWithValues: assets.map { ($0, .text) })),
      "nav": .list(["label": .text, "url": .text, "current": .flag]),
      "footNav": .list(["label": .text, "url": .text, "current": .flag]),
      "languages": .list(["tag": .text, "name": .text, "url": .text, "current": .flag]),
      "page": [
        "title": .text, "fullTitle": .text, "description": .text, "kind": .text, "bodyLang": .text, "canonical": .text,
        "noindex": .flag, "isTranslationMissing": .flag, "missingLanguageName": .text, "editURL": .text, "reportURL": .text,
        "updated": .text, "updatedISO": .text, "structuredData": .text, "markdownURL": .text, "touchIcon": .text,
        "card": ["url": .text, "width": .text, "height": .text, "description": .text],
      ],
      "alternates": .list(["tag": .text, "url": .text]),
      "feed": ["url": .text, "jsonURL": .text, "title": .text],
      "breadcrumbs": .list(["title": .text, "url": .text]),
    ]
  }

  private static let entry: [String: TemplateShape] = [
    "title": .text, "url": .text, "lang": .text, "isOtherLanguage": .flag, "summary": .text,
  ]
  private static let termEntry = entry.merging(["pinyin": .text, "names": .text, "other": .text, "field": .text]) { $1 }
  private static let questionEntry = entry.merging(["isStub": .flag, "sourceCount": .text]) { $1 }
  private static let sourceEntry = entry.merging([
    "author": .text, "licence": .text, "licenceIsUnknown": .flag, "address": .text, "count": .text,
  ]) { $1 }
  private static let tagEntry: TemplateShape = ["name": .text, "label": .text, "title": .text, "url": .text, "count": .text]
  private static let indexes: TemplateShape = .list(["label": .text, "url": .text, "current": .flag])
  private static let tagLink: TemplateShape = ["name": .text, "label": .text, "url": .text]

  private static let document: [String: TemplateShape] = [
    "body": .text, "outline": .list(["id": .text, "text": .text, "children": .list(["id": .text, "text": .text]), "hasChildren": .flag]),
    "hasOutline": .flag, "tags": .list(tagLink), "hasTags": .flag, "hasActions": .flag, "isProposed": .flag, "isStub": .flag,
    "isDraft": .flag,
    "sources": .list(["title": .text, "url": .text, "isExternal": .flag, "detail": .text]), "hasSources": .flag,
    "related": .list(.record(entry)), "hasRelated": .flag, "previous": ["title": .text, "url": .text],
    "next": ["title": .text, "url": .text],
    "paths": .list([
      "title": .text, "url": .text, "position": .text, "count": .text, "previous": ["title": .text, "url": .text],
      "next": ["title": .text, "url": .text],
    ]),
    "translation": ["title": .text, "name": .text, "lang": .text, "url": .text], "parallel": ["url": .text],
    "staleTranslation": ["url": .text],
  ]

  private static let term: [String: TemplateShape] = [
    "names": .list([
      "lang": .text, "langName": .text, "preferred": .text, "isTitle": .flag, "pinyin": .text, "abbreviations": .list(.text),
      "admitted": .list(.text), "deprecated": .list(.text), "hasMore": .flag,
    ]),
    "map": ["layouts": .list(.record(map))],
    "definition": .text, "field": tagLink, "broader": .list(.record(entry)), "narrower": .list(.record(entry)),
    "see": .list(.record(entry)), "fullForm": .text, "hasFacts": .flag, "year": .text, "publication": .text, "authors": .text,
    "reference": .text,
    "backlinks": .list(["title": .text, "url": .text, "lang": .text, "sentence": .text]), "hasBacklinks": .flag,
  ]

  private static let mapBox: [String: TemplateShape] = [
    "label": .text, "x": .text, "y": .text, "width": .text, "height": .text, "textX": .text, "textY": .text,
  ]
  private static let map: [String: TemplateShape] = [
    "name": .text, "width": .text, "height": .text, "rem": .text, "centre": .record(mapBox),
    "groups": .list([
      "kind": .text, "caption": .text, "captionX": .text, "captionY": .text, "lines": .list(.text),
      "nodes": .list(.record(mapBox.merging(["url": .text, "title": .text, "lang": .text]) { $1 })),
    ]),
  ]

  private static let source: [String: TemplateShape] = [
    "author": .text, "address": .text, "licence": .text, "licenceIsUnknown": .flag, "published": .text, "retrieved": .text,
    "citedBy": .list(.record(entry)), "hasCitedBy": .flag,
  ]
}
