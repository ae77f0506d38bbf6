import ContentModel
internal import Encodings
import SitePictures
import TemplateEngine

/// What stands in the head of a page and what search engines are told of it.
struct PageHead {
  var title: String
  var description = ""
  /// home, question, term, source, page, list-terms, …
  let kind: String
  /// Language of the content, which differs from the interface's where a translation is missing.
  let bodyLanguage: LanguageTag
  /// The page that search engines should list instead: another where a translation is missing.
  let canonical: Permalink
  var isIndexed = true
  var isTranslationMissing = false
  /// The same page in each language.
  let address: (LanguageTag) -> Permalink
  /// Versions for hreflang; none unless there are several.
  var alternates: [(LanguageTag, Permalink)] = []
  /// The document's file below the content folder.
  var contentPath: String?
  var lastChange: CalendarDate?
  /// What the page is about, in the words of schema.org.
  var entity: JSONValue?

  func record(siteTitle: String, common: CommonContext, structuredData: JSONValue?) -> TemplateValue {
    let configuration = common.model.configuration
    func filled(_ address: String?) -> TemplateValue {
      guard let address, let contentPath else { return .null }
      return .text(
        address.replacing("{path}", with: Self.encode(contentPath)).replacing("{title}", with: Self.encode(title)))
    }
    return [
      "title": .text(title), "fullTitle": .text(title == siteTitle ? title : "\(title) · \(siteTitle)"),
      "description": .text(description), "kind": .text(kind), "bodyLang": .text(bodyLanguage.rawValue),
      "canonical": .text(common.absolute(canonical)),
      "noindex": .bool(!isIndexed), "isTranslationMissing": .bool(isTranslationMissing),
      "missingLanguageName": .text(CommonContext.name(of: common.language)),
      "editURL": filled(configuration.editURL), "reportURL": filled(configuration.reportURL), "updated": .optional(lastChange?.description),
      "updatedISO": .optional(lastChange?.description), "card": card(common), "touchIcon": .optional(common.model.drawn.touchIcon),
      "structuredData": structuredData.map { .html($0.bytes) } ?? .null,
      "markdownURL": contentPath != nil && isIndexed && kind != "home" ? "index.md" : .null,
    ]
  }

  /// The picture of the page, for who shares its address.
  private func card(_ common: CommonContext) -> TemplateValue {
    guard let base = common.model.configuration.baseURL, let card = common.model.drawn.card(at: common.permalink, common.language)
    else { return .null }
    return [
      "url": .text(base + card.path), "width": .number(SocialCard.width), "height": .number(SocialCard.height),
      "description": .text(card.description),
    ]
  }

  static func encode(_ text: String) -> String { PercentEncoding.encode(text, keeping: .unreservedAndSlash) }
}
