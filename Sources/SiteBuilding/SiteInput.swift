public import ContentModel
public import Diagnostics

/// Everything a build reads. The same input gives the same bytes.
public struct SiteInput: Sendable {
  public let configuration: SiteConfiguration
  public private(set) var corpus: Corpus
  public let tags: TagVocabulary
  public let theme: Theme
  /// Files of `Content/assets/`, by their path there.
  public let assets: [String: [UInt8]]
  /// That folder as people know it, for diagnostics.
  public let assetFolder: String
  /// Whether pages with `status: draft` are built.
  public let includesDrafts: Bool
  /// What was wrong with the files that were read.
  public let diagnostics: [Diagnostic]

  public init(
    configuration: SiteConfiguration, corpus: Corpus, tags: TagVocabulary, theme: Theme, assets: [String: [UInt8]],
    assetFolder: String = "Content/assets", includesDrafts: Bool, diagnostics: [Diagnostic] = []
  ) {
    (self.configuration, self.tags, self.theme) = (configuration, tags, theme)
    (self.assets, self.assetFolder) = (assets, assetFolder)
    (self.includesDrafts, self.diagnostics) = (includesDrafts, diagnostics)
    self.corpus = includesDrafts ? corpus : corpus.withoutDrafts()
  }

  /// Whether a document is built.
  func accepts(_ document: Document) -> Bool { includesDrafts || document.status != .draft }

  /// A document as the reader of a language sees it: in that language where it exists, else in the one it has.
  func document(_ id: DocumentID, for language: LanguageTag) -> Document? {
    let versions = corpus.versions(of: id)
    return versions.first { $0.language == language }
      ?? configuration.languages.lazy.compactMap { preferred in versions.first { $0.language == preferred } }.first
  }

  /// The same with one document in another version; `nil` where there is none that it replaces.
  func replacing(_ document: Document) -> SiteInput? {
    guard let corpus = corpus.replacing(document) else { return nil }
    var input = self
    input.corpus = corpus
    return input
  }
}
