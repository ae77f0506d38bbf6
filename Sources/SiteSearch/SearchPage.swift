public import ContentModel

/// A page as search sees it: plain text, no markup.
public struct SearchPage: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
    case term, question, page, source, tag

    private var rank: Int {
      switch self {
      case .term: 0
      case .question: 1
      case .page: 2
      case .source: 3
      case .tag: 4
      }
    }

    public static func < (lhs: Kind, rhs: Kind) -> Bool { lhs.rank < rhs.rank }
  }

  /// A heading with the text below it, up to the next heading of any level.
  public struct Section: Sendable, Hashable {
    /// The heading's id; `nil` for the text before the first heading.
    public let anchor: String?
    public let heading: String
    public let text: String

    public init(anchor: String?, heading: String, text: String) {
      self.anchor = anchor
      self.heading = heading
      self.text = text
    }
  }

  /// Address relative to the site's root: `zh/terms/lora/`.
  public let path: String
  public let language: LanguageTag
  public let kind: Kind
  public let title: String
  /// Other phrasings of a question's title.
  public let aliases: [String]
  /// For a term's page: the concept's names in all languages, abbreviations among them.
  public let termNames: [String]
  public let tags: [String]
  public let sections: [Section]
  /// What a page without text of its own shows as its beginning; it is not searched.
  public let beginning: String

  public init(
    path: String, language: LanguageTag, kind: Kind, title: String, aliases: [String] = [], termNames: [String] = [],
    tags: [String] = [], sections: [Section], beginning: String = ""
  ) {
    self.path = path
    self.language = language
    self.kind = kind
    self.title = title
    self.aliases = aliases
    self.termNames = termNames
    self.tags = tags
    self.sections = sections
    self.beginning = beginning
  }
}
