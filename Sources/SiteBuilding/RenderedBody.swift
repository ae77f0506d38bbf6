import ContentModel
import Diagnostics
import MarkdownTree

/// A document's text as its page shows it. It is the same in every language's tree: its links are relative within one.
///
/// A class because it never changes and is passed around with every mention of a page: one reference is counted where a dozen
/// were.
final class RenderedBody: Sendable {
  /// A link and where it leads.
  struct ResolvedLink: Sendable {
    let target: LinkResolver.Target
    let destination: String
    let isImage: Bool
    /// Line in the file, from 1, as Markdown counts: a place to point at is looked for only where there is a fault.
    let line: Int
  }

  /// A concept that the text names.
  struct Mention: Sendable, Hashable {
    let concept: DocumentID
    /// The heading below which it stands.
    let anchor: String?
    let sentence: String
    let text: String
  }

  /// A page that a learning path names.
  struct Step: Sendable {
    let heading: Heading?
    let target: DocumentID
  }

  /// The text from one heading to the next.
  struct Passage: Sendable {
    /// Of its heading; 0 for what stands before the first.
    let level: Int
    /// Where it stands in the body's HTML.
    let range: Range<Int>
  }

  let document: Document
  /// Of a term or a question, the first paragraph: a definition, a short answer; empty for other pages.
  let opening: [UInt8]
  /// The same as plain text.
  let openingText: String
  let html: [UInt8]
  /// All of `html`, in order.
  let passages: [Passage]
  let headings: [Heading]
  let sections: [SectionText]
  /// Plain text for lists, previews and search engines.
  let summary: String
  /// Of a page with `layout: path`, the pages to read in order.
  let steps: [Step]
  let links: [ResolvedLink]
  let mentions: [Mention]
  let diagnostics: [Diagnostic]

  init(
    document: Document, opening: [UInt8], openingText: String, html: [UInt8], passages: [Passage], headings: [Heading],
    sections: [SectionText], summary: String, steps: [Step], links: [ResolvedLink], mentions: [Mention], diagnostics: [Diagnostic]
  ) {
    (self.document, self.opening, self.openingText, self.html) = (document, opening, openingText, html)
    (self.passages, self.headings, self.sections, self.summary) = (passages, headings, sections, summary)
    (self.steps, self.links, self.mentions, self.diagnostics) = (steps, links, mentions, diagnostics)
  }

  /// What a preview says: of a term its definition, not cut where the lists cut it.
  var definition: String {
    document.text("summary") ?? (openingText.isEmpty ? summary : BodyRenderer.shortened(openingText, to: BodyRenderer.definitionLength))
  }

  /// Where a link stands, for diagnostics. O(text before).
  func location(of link: ResolvedLink) -> SourceLocation {
    document.file.location(of: link.destination, nearLine: link.line)
  }
}
