import ContentModel
import Diagnostics

/// Which address each page has: the only place that knows how addresses are formed.
struct RouteTable: Sendable, Equatable {
  let languages: [LanguageTag]

  func home(_ language: LanguageTag) -> Permalink { Permalink("\(language)/") }

  func document(_ id: DocumentID, _ language: LanguageTag) -> Permalink {
    if id == Self.homeID { return home(language) }
    var path = language.rawValue
    for part in ["/", id.section.rawValue, "/", id.slug, "/"] { path += part }
    return Permalink(path)
  }

  /// Both languages of a document side by side.
  func parallel(_ id: DocumentID, _ language: LanguageTag) -> Permalink { Permalink(document(id, language).path + "parallel/") }

  func list(_ section: DocumentID.Section, _ language: LanguageTag) -> Permalink {
    Permalink("\(language)/\(section.rawValue)/")
  }

  func termsByField(_ language: LanguageTag) -> Permalink { Permalink(list(.terms, language).path + "by-field/") }

  func recent(_ language: LanguageTag) -> Permalink { Permalink("\(language)/recent/") }

  func tags(_ language: LanguageTag) -> Permalink { Permalink("\(language)/tags/") }

  func tag(_ tag: String, _ language: LanguageTag) -> Permalink { Permalink("\(language)/tags/\(tag)/") }

  func search(_ language: LanguageTag) -> Permalink { Permalink("\(language)/search/") }

  func practice(_ language: LanguageTag) -> Permalink { Permalink("\(language)/practice/") }

  /// What is shown without a network in the place of a page that was never opened.
  func offline(_ language: LanguageTag) -> Permalink { Permalink("\(language)/offline/") }

  func feed(_ language: LanguageTag) -> String { "\(language)/feed.xml" }

  func jsonFeed(_ language: LanguageTag) -> String { "\(language)/feed.json" }

  /// The document whose text stands on the home page.
  static let homeID = DocumentID(section: .pages, slug: "home")
}
