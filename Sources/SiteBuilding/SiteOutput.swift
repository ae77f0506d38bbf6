public import ContentModel
public import Diagnostics

/// What a build gives: the files of the site, and what is wrong with its content.
public struct SiteOutput: Sendable {
  /// Sorted by path.
  public let files: [OutputFile]
  public let diagnostics: [Diagnostic]
  /// What an editor has yet to do: unanswered questions, sources whose licence is unknown or forbids adaptation.
  public var review: [Diagnostic] { EditorialReview.diagnostics(of: built.model.corpus.documents) }
  /// Former and general addresses with those that they lead to, relative to the site's root; sorted.
  public var redirects: [(from: String, to: String)] = []
  /// How many pages of content there are, each language counted.
  public let pageCount: Int

  /// Paths of files that are as the build before left them: nobody need ask for their bytes.
  public var untouched: Set<String> = []

  /// What the next build may take from this one.
  public let built: BuiltSite

  /// Whether the content has faults that keep the site from being written.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
