public import Diagnostics

/// What `ciyuan.yml` says of a site.
public struct SiteConfiguration: Sendable {
  /// A text that may differ from language to language.
  public struct LocalizedText: Sendable, Hashable {
    /// The text for all languages without one of their own.
    public var fallback: String
    public var byLanguage: [LanguageTag: String]

    public init(_ fallback: String = "", byLanguage: [LanguageTag: String] = [:]) {
      self.fallback = fallback
      self.byLanguage = byLanguage
    }

    public subscript(language: LanguageTag) -> String { byLanguage[language] ?? fallback }
  }

  public var title = LocalizedText("Ciyuan")
  public var tagline = LocalizedText()
  public var description = LocalizedText()
  /// Where the site will stand, with a `/` at its end; `nil` while it is not published.
  public var baseURL: String?
  /// The languages of the site; the first is the default.
  public var languages: [LanguageTag] = [.chinese, .english]
  public var author = LocalizedText()
  /// Licence of the content, in words.
  public var licence = LocalizedText()
  /// Address of the repository that holds the site.
  public var repository: String?
  /// Address of the editor of a page, with `{path}` for the file's path below the content folder.
  public var editURL: String?
  /// Address for reports, with `{path}` and `{title}`.
  public var reportURL: String?
  /// Folders, relative to the site's root.
  public var content = "Content"
  public var templates = "Templates"
  public var output = "site"
  /// Whether the site can be read without a network once it was opened.
  public var isOffline = true
  /// Where the site is published, in the order of the file.
  public var publish: [PublishTarget] = []
  /// The file, where it has an `import:` section, for the importer to read.
  public var importSection: SourceFile?

  public init() {}

  /// The path part of the base address: `/llm/` of `https://example.org/llm/`; `/` where there is none.
  public var basePath: String {
    guard let baseURL, let scheme = baseURL.firstRange(of: "://") else { return "/" }
    let rest = baseURL[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }
}
