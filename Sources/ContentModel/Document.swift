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

  public var id: DocumentID { storage.id }
  public var language: LanguageTag { storage.language }
  public var file: SourceFile { storage.file }
  /// Offsets of the Markdown body in the file.
  public var body: Range<Int> { storage.body }
  public var frontMatter: FrontMatter { storage.frontMatter }

  public var title: String { storage.title }
  public var status: Status { storage.status }
  public var tags: [String] { storage.tags }
  public var date: CalendarDate? { storage.date }
  public var updated: CalendarDate? { storage.updated }

  /// Shared by all copies: documents are passed around more than anything else, and one reference is counted where a
  /// dozen were.
  private let storage: Storage

  private final class Storage: Sendable {
    let id: DocumentID
    let language: LanguageTag
    let file: SourceFile
    let body: Range<Int>
    let frontMatter: FrontMatter
    let title: String
    let status: Status
    let tags: [String]
    let date: CalendarDate?
    let updated: CalendarDate?

    init(
      id: DocumentID, language: LanguageTag, file: SourceFile, body: Range<Int>, frontMatter: FrontMatter, title: String,
      status: Status, tags: [String], date: CalendarDate?, updated: CalendarDate?
    ) {
      (self.id, self.language, self.file, self.body, self.frontMatter) = (id, language, file, body, frontMatter)
      (self.title, self.status, self.tags, self.date, self.updated) = (title, status, tags, date, updated)
    }
  }

  public init(
    id: DocumentID, language: LanguageTag, file: SourceFile, body: Range<Int>, frontMatter: FrontMatter, title: String,
    status: Status, tags: [String], date: CalendarDate?, updated: CalendarDate?
  ) {
    storage = Storage(
      id: id, language: language, file: file, body: body, frontMatter: frontMatter, title: title, status: status, tags: tags,
      date: date, updated: updated)
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
