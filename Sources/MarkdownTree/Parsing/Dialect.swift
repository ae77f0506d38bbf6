/// Which Markdown is read, and how it is written.
struct Dialect: Sendable {
  /// Names of cmark-gfm extensions.
  let extensions: [String]
  let footnotes: Bool
  /// `~a~` does not strike: `10~20` is a range in Chinese.
  let doubleTildeOnly: Bool
  /// Formulas, wiki links, `{no-link}`, repairs, safe addresses, ids of headings, and HTML for a page.
  let isOurs: Bool

  /// What this program reads.
  static let ciyuan = Dialect(
    extensions: CMarkExtensions.names, footnotes: true, doubleTildeOnly: true, isOurs: true)

  /// As the specification says, for holding the reader and the renderer to it.
  static func specification(extensions: [String]) -> Dialect {
    Dialect(extensions: extensions, footnotes: false, doubleTildeOnly: false, isOurs: false)
  }
}
