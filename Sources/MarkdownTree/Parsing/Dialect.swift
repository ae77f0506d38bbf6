/// Which Markdown is read, and how it is written.
package struct Dialect: Sendable {
  /// Names of cmark-gfm extensions.
  let extensions: [String]
  let footnotes: Bool
  /// `~a~` does not strike: `10~20` is a range in Chinese.
  let doubleTildeOnly: Bool
  /// Formulas, wiki links, `{no-link}`, repairs, safe addresses, ids of headings, and HTML for a page.
  let isOurs: Bool

  /// What this program reads.
  package static let ciyuan = Dialect(
    extensions: CMarkExtensions.names, footnotes: true, doubleTildeOnly: true, isOurs: true)

  /// As the specification says, for holding the reader and the renderer to it; footnotes count as an extension.
  package static func specification(extensions: [String]) -> Dialect {
    Dialect(
      extensions: extensions, footnotes: extensions.contains("footnotes"), doubleTildeOnly: false, isOurs: false)
  }
}
