public import ContentModel
public import Diagnostics

/// Everything a build reads. The same input gives the same bytes.
public struct SiteInput: Sendable {
  public let configuration: SiteConfiguration
  public let corpus: Corpus
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
    self.corpus = includesDrafts ? corpus : Corpus(corpus.documents.filter { $0.status != .draft })
  }
}
