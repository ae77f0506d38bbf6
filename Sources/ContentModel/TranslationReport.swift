internal import Diagnostics

/// How far the pages of a site are translated, by section and language.
public struct TranslationReport: Sendable {
  /// The pages of one section in one language.
  public struct Row: Sendable {
    public let section: DocumentID.Section
    public let language: LanguageTag
    /// Pages that the section has in any language, drafts of all languages aside.
    public let pages: Int
    /// The versions that this language lacks, each with the one that is to be translated.
    public let missing: [Gap]
    /// Versions whose source has changed since they were translated.
    public let stale: [Gap]
    /// Versions that are drafts of what another language publishes.
    public let drafts: [Gap]
    /// Versions of pages that have several, none of which says which it translates: nobody is told when one changes.
    public let unmarked: [String]

    public var current: Int { pages - missing.count - stale.count - drafts.count }
    /// Whole percent of the pages that are there and up to date; 100 only where all are.
    public var percent: Int { pages == 0 ? 100 : current * 100 / pages }
  }

  /// A file to write or to bring up to date, and the file that it translates.
  public struct Gap: Sendable, Hashable {
    public let path: String
    public let source: String
  }

  /// Sections in order, in each the site's languages.
  public let rows: [Row]

  /// O(text) for the versions that name a hash.
  public init(_ corpus: Corpus, languages: [LanguageTag]) {
    rows = DocumentID.Section.allCases.filter { !corpus.ids(in: $0).isEmpty }.flatMap { section in
      languages.map { Self.row(section, $0, corpus, languages) }
    }
  }

  public var isComplete: Bool { rows.allSatisfy { $0.missing.isEmpty && $0.stale.isEmpty && $0.drafts.isEmpty } }

  private static func row(_ section: DocumentID.Section, _ language: LanguageTag, _ corpus: Corpus, _ languages: [LanguageTag]) -> Row {
    var missing: [Gap] = []
    var stale: [Gap] = []
    var unmarked: [String] = []
    var drafts: [Gap] = []
    let ids = corpus.ids(in: section).filter { corpus.versions(of: $0).contains { $0.status != .draft } }
    for id in ids {
      guard let document = corpus.document(id, in: language) else {
        if let source = published(id, corpus, languages) {
          missing.append(Gap(path: path(of: source, in: language), source: source.file.path))
        }
        continue
      }
      if document.status == .draft, let source = published(id, corpus, languages) {
        drafts.append(Gap(path: document.file.path, source: source.file.path))
        continue
      }
      let versions = corpus.versions(of: id)
      if versions.count > 1, versions.allSatisfy({ $0.translatedFrom == nil }) { unmarked.append(document.file.path) }
      if case .stale(let source) = corpus.translationState(of: document, languages: languages) {
        stale.append(Gap(path: document.file.path, source: source.file.path))
      }
    }
    return Row(section: section, language: language, pages: ids.count, missing: missing, stale: stale, drafts: drafts, unmarked: unmarked)
  }

  /// The first version, in the order of the site's languages, that is no draft.
  private static func published(_ id: DocumentID, _ corpus: Corpus, _ languages: [LanguageTag]) -> Document? {
    languages.lazy.compactMap { corpus.document(id, in: $0) }.first { $0.status != .draft }
  }

  /// Where the version in another language belongs: beside this one.
  private static func path(of document: Document, in language: LanguageTag) -> String {
    let path = document.file.path
    return path.dropLast("\(document.language).md".utf8.count) + "\(language).md"
  }
}
