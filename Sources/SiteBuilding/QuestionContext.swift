import ContentModel
internal import HanText
import TemplateEngine

/// The page of a question.
struct QuestionContext {
  let page: DocumentContext

  var record: TemplateRecord {
    let aliases = page.document.texts("aliases")
    let sources = page.model.independentSources(of: page.document).count
    return page.record(
      kind: "question",
      details: [
        "answer": .html(page.body.opening), "aliases": .list(aliases.map { .record(Self.phrasing($0)) }),
        "hasAliases": .bool(!aliases.isEmpty),
        "isAsked": .bool(sources > 1 || !aliases.isEmpty),
        // One source is where it comes from; several say that many ask it.
        "askedIn": sources > 1 ? ["count": .number(sources)] : .null,
      ])
  }

  /// Other titles of a question may be in the other language than its page.
  private static func phrasing(_ alias: String) -> TemplateRecord {
    ["text": .text(alias), "lang": .text(HanScript.share(of: alias) > 0 ? "zh" : "en")]
  }
}

/// The page of a source: who wrote it, where, under which licence, and what cites it.
struct SourceContext {
  let page: DocumentContext

  var record: TemplateRecord {
    let document = page.document
    let citedBy = page.references(page.model.relations.citedBy[document.id])
    return page.record(
      kind: "source",
      details: [
        "author": .optional(document.text("author")), "address": .optional(document.text("url")),
        "licence": .optional(document.text("licence")), "licenceIsUnknown": .bool(document.text("licence") == nil),
        "published": .optional(document.text("published")), "retrieved": .optional(document.text("retrieved")),
        "citedBy": citedBy, "hasCitedBy": .bool(page.model.relations.citedBy[document.id]?.isEmpty == false),
      ])
  }
}
