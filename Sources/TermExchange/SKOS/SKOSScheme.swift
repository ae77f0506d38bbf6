public import ContentModel
public import Diagnostics
internal import MarkdownTree

/// A termbase as SKOS sees it (W3C Recommendation, 2009), holding to its integrity conditions: one preferred label a
/// language (S14), labels of different kinds apart (S13), related concepts apart from broader ones (S27), and no concept
/// broader than itself by any way round.
public struct SKOSScheme: Sendable {
  struct Label: Hashable, Comparable {
    let language: LanguageTag
    let text: String

    static func < (a: Label, b: Label) -> Bool { (a.language, a.text) < (b.language, b.text) }
  }

  struct Concept {
    let slug: String
    var preferred: [Label] = []
    var alternative: [Label] = []
    /// Names to avoid: found by a search and never shown.
    var hidden: [Label] = []
    var definitions: [Label] = []
    var broader: [String] = []
    var related: [String] = []
    var seeAlso: [String] = []
    var field: String?
  }

  /// What is said of the scheme as a whole.
  public struct About: Sendable {
    /// Address at which the site stands, with a `/` at its end; concepts are named below it. `nil`: relative to the file.
    public let base: String?
    public let titles: [LanguageTag: String]
    public let creator: String
    public let rights: String
    /// What the subject fields are called.
    public let fields: [String: [LanguageTag: String]]

    public init(base: String?, titles: [LanguageTag: String], creator: String, rights: String, fields: [String: [LanguageTag: String]]) {
      (self.base, self.titles, self.creator, self.rights, self.fields) = (base, titles, creator, rights, fields)
    }
  }

  let about: About
  /// Ordered by slug.
  let concepts: [Concept]
  /// Concepts of each subject field, ordered.
  let members: [(field: String, slugs: [String])]
  /// Relations that were left out because SKOS forbids them.
  public private(set) var diagnostics: [Diagnostic] = []

  public init(_ exchanged: [ExchangedConcept], about: About) {
    self.about = about
    let sorted = exchanged.sorted { $0.slug < $1.slug }
    let slugs = Set(sorted.map(\.slug))
    var concepts = sorted.map { Self.concept($0, slugs) }
    let broader = BroaderRelation(concepts.map { ($0.slug, $0.broader) })
    for index in concepts.indices {
      let concept = concepts[index]
      concepts[index].broader = broader.parents[concept.slug] ?? []
      concepts[index].related = concept.related.filter {
        !broader.isAbove($0, concept.slug) && !broader.isAbove(concept.slug, $0)
      }
      for lost in concept.broader where !concepts[index].broader.contains(lost) {
        diagnostics.append(
          Diagnostic(.warning, rule: "broader-cycle", "\(concept.slug) would be broader than itself: \"broader: \(lost)\" is left out"))
      }
    }
    self.concepts = concepts
    members = Dictionary(grouping: concepts.filter { $0.field != nil }, by: { $0.field! })
      .map { (field: $0, slugs: $1.map(\.slug)) }.sorted { $0.field < $1.field }
  }

  private static func concept(_ exchanged: ExchangedConcept, _ slugs: Set<String>) -> Concept {
    var result = Concept(slug: exchanged.slug)
    var alternative: Set<Label> = [], hidden: Set<Label> = []
    for language in exchanged.languages {
      let page = exchanged.pages[language]!
      func labels(_ key: String, _ language: LanguageTag) -> [Label] { page[key].map { Label(language: language, text: $0) } }
      result.preferred += labels("title", language)
      alternative.formUnion(labels("admitted", language) + labels("abbreviation", language))
      hidden.formUnion(labels("deprecated", language) + labels("aliases", language))
      // What an abbreviation stands for, and names in a language without a page, are in the other one.
      for text in page["full-form"] {
        let isHan = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        alternative.insert(Label(language: isHan ? .chinese : .english, text: text))
      }
      let other: LanguageTag = language == .chinese ? .english : .chinese
      if exchanged.pages[other] == nil {
        let names = labels("translation", other)
        result.preferred += names.prefix(1)
        alternative.formUnion(names.dropFirst())
      }
      let definition = plainDefinition(page)
      if !definition.isEmpty { result.definitions.append(Label(language: language, text: definition)) }
      func add(_ key: String, to list: inout [String]) {
        for value in page[key] {
          let slug = value.hasPrefix("terms/") ? String(value.dropFirst(6)) : value
          if slugs.contains(slug), slug != exchanged.slug, !list.contains(slug) { list.append(slug) }
        }
      }
      add("broader", to: &result.broader)
      add("related", to: &result.related)
      add("see", to: &result.seeAlso)
      result.field = result.field ?? page["field"].first
    }
    result.alternative = alternative.subtracting(result.preferred).sorted()
    result.hidden = hidden.subtracting(result.preferred).subtracting(alternative).sorted()
    return result
  }

  private static func plainDefinition(_ page: ExchangedPage) -> String {
    guard let text = page[ExchangeKey.definition].first else { return "" }
    let file = SourceFile(path: "", text: text)
    return MarkdownTree.parse(file, body: 0..<file.bytes.count).tree.firstParagraph
  }
}
