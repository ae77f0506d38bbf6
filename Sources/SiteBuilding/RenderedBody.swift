import ContentModel
import Diagnostics
import MarkdownTree

/// A document's text as its page shows it. It is the same in every language's tree: its links are relative within one.
struct RenderedBody: Sendable {
  /// A link and where it leads.
  struct ResolvedLink: Sendable {
    let target: LinkResolver.Target
    let destination: String
    let isImage: Bool
    let location: SourceLocation
  }

  /// A concept that the text names.
  struct Mention: Sendable {
    let concept: DocumentID
    /// The heading below which it stands.
    let anchor: String?
    let sentence: String
    let text: String
  }

  let document: Document
  /// Of a term or a question, the first paragraph: a definition, a short answer; empty for other pages.
  let opening: [UInt8]
  let html: [UInt8]
  let headings: [Heading]
  let sections: [SectionText]
  /// Plain text for lists, previews and search engines.
  let summary: String
  let links: [ResolvedLink]
  let mentions: [Mention]
  let diagnostics: [Diagnostic]
}
