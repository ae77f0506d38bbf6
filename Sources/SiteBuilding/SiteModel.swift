import ContentModel
import HanText
import TemplateEngine

/// The whole site, rendered bodies and relations included, as the pages are made from it. Read by all pages at once.
struct SiteModel: Sendable {
  private(set) var input: SiteInput
  let routes: RouteTable
  let links: LinkResolver
  private(set) var bodies: Bodies
  let relations: SiteRelations
  let assets: AssetNames
  /// What every page of a language shows alike, made once.
  let interface: [LanguageTag: InterfaceValues]
  /// Where each page stands in the learning paths, by the language of the path's page.
  let places: [LanguageTag: [DocumentID: [LearningPath.Place]]]
  let orders: [DocumentID.Section: [LanguageTag: SectionOrder]]
  private(set) var frames = PageFrames()
  /// None unless the build was asked for them.
  var drawn = DrawnPictures()

  var configuration: SiteConfiguration { input.configuration }
  var corpus: Corpus { input.corpus }
  var defaultLanguage: LanguageTag { configuration.languages[0] }

  /// A document as the reader of a language sees it: in that language where it exists, else in the one it has.
  func document(_ id: DocumentID, for language: LanguageTag) -> Document? { input.document(id, for: language) }

  /// The sources that a document names, copies of one another once.
  func independentSources(of document: Document) -> [String] {
    var seen: Set<String> = []
    let sources = document.texts("sources").filter { seen.insert($0).inserted }
    guard sources.count > 1 else { return sources }
    // Of two that are said to be copies of each other the second stays.
    var copies: Set<String> = []
    for source in sources {
      let page = self.document(DocumentID(section: .sources, slug: source), for: document.language)
      if let original = page?.text("copy-of"), seen.contains(original), !copies.contains(original) { copies.insert(source) }
    }
    return sources.filter { !copies.contains($0) }
  }

  /// The model with one body in another version and relations as they were.
  func replacing(_ body: RenderedBody, input: SiteInput) -> SiteModel {
    var model = self
    model.input = input
    model.bodies[body.document] = body
    return model
  }

  mutating func makeFrames() { frames = PageFrames(self) }

  func body(of document: Document) -> RenderedBody? { bodies[document] }

  /// The body that was rendered from the same bytes, in the build that this model was made in.
  func sameBody(of document: Document) -> RenderedBody? {
    body(of: document).flatMap { $0.document.file == document.file ? $0 : nil }
  }

  func string(_ key: String, _ language: LanguageTag) -> String { input.theme.strings[language]?[key] ?? key }

  /// The pages of a section in the order of its list.
  func order(_ section: DocumentID.Section, _ language: LanguageTag) -> SectionOrder {
    orders[section]?[language] ?? SectionOrder(ids: [])
  }
}

/// The pages of a section in the order of its list, and where each stands.
struct SectionOrder: Sendable {
  let ids: [DocumentID]
  let position: [DocumentID: Int]

  init(ids: [DocumentID]) {
    self.ids = ids
    position = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
  }
}

/// The order of titles in lists: by pinyin and Latin letters without regard to case, then as written.
struct SortKey: Sendable, Hashable, Comparable {
  let reading: String
  let title: String

  init(_ title: String) {
    self.title = title
    reading = Pinyin.syllables(of: WidthFolding.fold(title)).joined(separator: " ")
  }

  /// The letter under which a title stands in an index; `#` where it begins with none.
  var initial: String {
    guard let first = reading.utf8.first, (0x61...0x7A).contains(first) else { return "#" }
    return String(UnicodeScalar(first)).uppercased()
  }

  static func < (lhs: SortKey, rhs: SortKey) -> Bool { (lhs.reading, lhs.title) < (rhs.reading, rhs.title) }
}
