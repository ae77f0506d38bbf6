/// One scraped page as lines, before any judgement: what every source adapter makes and the normalizer reads.
package struct ScrapedDocument: Sendable, Hashable {
  package enum Format: String, Sendable, Hashable {
    case text, markdown, html
  }

  /// What a page has and its reader left out: a box that it hides, a button.
  package struct HiddenText: Sendable, Hashable {
    /// Line of the source where it begins, from 1.
    package let line: Int
    package let text: String
    /// By what kind it was left out, and what showed it: `control`, `<button>`.
    package let rule: String
    package let evidence: String
  }

  /// Where the page was read from, as the user named it.
  package let path: String
  package let format: Format
  /// Every input line exactly once, numbered from 1 without a gap. For HTML: the lines of the extracted text.
  package let lines: [ScrapedLine]
  /// What the page has and nobody reads there: boxes that a script would show, buttons, the words of drawings.
  package let hidden: [HiddenText]
  /// What the markup itself says of the page's origin; empty for plain text.
  package let provenance: Provenance
  /// The page's own title where the markup names it.
  package let title: String?

  package init(
    path: String, format: Format, lines: [ScrapedLine], hidden: [HiddenText] = [], provenance: Provenance = Provenance(),
    title: String? = nil
  ) {
    self.path = path
    self.format = format
    self.lines = lines
    self.hidden = hidden
    self.provenance = provenance
    self.title = title
  }
}
