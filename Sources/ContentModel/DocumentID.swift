/// What a page is in every language: its section and its slug, `questions/what-is-lora`.
public struct DocumentID: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let section: Section
  /// ASCII letters, digits, `-`, `_` and `.`; the file's name up to the language.
  public let slug: String

  public init(section: Section, slug: String) {
    self.section = section
    self.slug = slug
  }

  /// The folders of `Content/`, each with one kind of document.
  public enum Section: String, Sendable, Hashable, CaseIterable, Comparable {
    case questions, terms, sources, pages

    public static func < (lhs: Section, rhs: Section) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// By the slug: sections share few of them.
  public func hash(into hasher: inout Hasher) { hasher.combine(slug) }

  public var description: String { "\(section.rawValue)/\(slug)" }

  public static func < (lhs: DocumentID, rhs: DocumentID) -> Bool {
    (lhs.section, lhs.slug) < (rhs.section, rhs.slug)
  }
}
