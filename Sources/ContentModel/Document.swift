public import Diagnostics

/// A content file, decoded: one page in one language.
public struct Document: Sendable {
  public enum Status: String, Sendable, CaseIterable {
    case published
    /// Made by an import and not yet reviewed: shown with a notice.
    case proposed
    /// Shown only with `--drafts`.
    case draft
    /// A question without an answer.
    case stub
  }

  public let id: DocumentID
  public let language: LanguageTag
  public let file: SourceFile
  /// Offsets of the Markdown body in the file.
  public let body: Range<Int>
  public let frontMatter: FrontMatter

  public let title: String
  public let status: Status
  public let tags: [String]
  public let date: CalendarDate?
  public let updated: CalendarDate?

  public init(
    id: DocumentID, language: LanguageTag, file: SourceFile, body: Range<Int>, frontMatter: FrontMatter, title: String,
    status: Status, tags: [String], date: CalendarDate?, updated: CalendarDate?
  ) {
    (self.id, self.language, self.file, self.body, self.frontMatter) = (id, language, file, body, frontMatter)
    (self.title, self.status, self.tags, self.date, self.updated) = (title, status, tags, date, updated)
  }

  /// A text of the front matter that only some sections have.
  public func text(_ key: String) -> String? { frontMatter.text(key)?.value }

  /// A list of the front matter.
  public func texts(_ key: String) -> [String] { frontMatter.list(key).map(\.value) }

  /// Where a key stands, for diagnostics.
  public func location(of key: String) -> SourceLocation {
    let entry = frontMatter.entries.first { $0.key.value == key }
    return file.location(of: entry?.key.range ?? 0..<1)
  }

  /// The day a reader calls the page's date: of the last change, else of writing.
  public var lastChange: CalendarDate? { updated ?? date }
}
