import ContentModel
internal import Encodings

/// What a page tells machines about itself: JSON-LD in the vocabulary of https://schema.org.
///
/// A term is a DefinedTerm of the glossary, a DefinedTermSet. A question is a FAQPage of one Question: QAPage is for pages
/// where visitors write answers (https://developers.google.com/search/docs/appearance/structured-data/qapage), and here
/// editors do.
struct StructuredData {
  let common: CommonContext

  private var language: JSONValue { .text(common.language.rawValue) }

  private func address(_ permalink: Permalink) -> JSONValue { .text(common.absolute(permalink)) }

  /// The block of a page: what it is, and the way to it. `nil` where there is nothing to say.
  func block(entity: JSONValue?, title: String, breadcrumbs: [(title: String, permalink: Permalink)]) -> JSONValue? {
    let graph = [entity, trail(breadcrumbs + [(title, common.permalink)])].compactMap { $0 }
    guard !graph.isEmpty else { return nil }
    return .record(["@context": "https://schema.org", "@graph": .list(graph)])
  }

  private func trail(_ steps: [(title: String, permalink: Permalink)]) -> JSONValue? {
    guard steps.count > 1 else { return nil }
    return .record([
      "@type": "BreadcrumbList",
      "itemListElement": .list(
        steps.enumerated().map { index, step in
          .record([
            "@type": "ListItem", "position": .number(index + 1), "name": .text(step.title), "item": address(step.permalink),
          ])
        }),
    ])
  }

  var site: JSONValue {
    let configuration = common.model.configuration
    return .record([
      "@type": "WebSite", "name": .text(configuration.title[common.language]), "url": address(common.permalink),
      "description": .filled(configuration.description[common.language]), "inLanguage": language,
    ])
  }

  var glossary: JSONValue {
    let model = common.model
    let permalink = model.routes.list(.terms, common.language)
    return .record([
      "@type": "DefinedTermSet", "@id": address(permalink), "url": address(permalink),
      "name": .text("\(model.configuration.title[common.language]) · \(model.string("terms", common.language))"),
      "inLanguage": language,
    ])
  }

  func term(_ document: Document, definition: String, alternateNames: [String]) -> JSONValue {
    .record([
      "@type": "DefinedTerm", "@id": address(common.permalink), "url": address(common.permalink), "name": .text(document.title),
      "alternateName": .texts(alternateNames), "description": .filled(definition), "inLanguage": language,
      "sameAs": .filled(document.text("reference")), "inDefinedTermSet": glossary,
    ])
  }

  /// `nil` for a question without an answer.
  func question(_ document: Document, answer: String) -> JSONValue? {
    guard !answer.isEmpty else { return nil }
    return .record([
      "@type": "FAQPage", "url": address(common.permalink), "inLanguage": language,
      "dateModified": .filled(document.lastChange?.description),
      "mainEntity": .list([
        .record([
          "@type": "Question", "name": .text(document.title), "alternateName": .texts(document.texts("aliases")),
          "acceptedAnswer": .record(["@type": "Answer", "text": .text(answer), "url": address(common.permalink)]),
        ])
      ]),
    ])
  }
}
