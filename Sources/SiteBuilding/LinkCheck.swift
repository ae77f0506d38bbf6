import ContentModel
import MarkdownTree
import Diagnostics

extension Diagnostic {
  /// Advice: readers are led on, but the page has another name by now.
  ///
  /// - Parameter remedy: how the page is to be named instead, where not by its id.
  static func formerName(_ name: String, of page: DocumentID, at place: SourceLocation, writing remedy: String? = nil) -> Diagnostic {
    Diagnostic(
      .note, rule: "former-name", "\"\(name)\" is \(page) now, and leads there", at: place,
      suggestion: "write \"\(remedy ?? page.description)\"")
  }
}

/// Finds links that lead nowhere: to a page that does not exist, or to a heading that its page does not have.
struct LinkCheck {
  private let bodies: Bodies
  private let corpus: Corpus

  init(_ bodies: Bodies, of corpus: Corpus) { (self.bodies, self.corpus) = (bodies, corpus) }

  func diagnostics(of body: RenderedBody) -> [Diagnostic] {
    body.links.compactMap { link -> Diagnostic? in
      switch link.target {
      case .document(let id, let anchor?):
        return missing(anchor, in: id, for: body.document.language, name: "\(id)") { body.location(of: link) }
      case .successor(let id, let anchor):
        return anchor.flatMap { missing($0, in: id, for: body.document.language, name: "\(id)") { body.location(of: link) } }
          ?? .formerName(link.destination, of: id, at: body.location(of: link))
      case .ownAnchor(let anchor):
        return missing(anchor, in: body.document.id, for: body.document.language, name: "this page") { body.location(of: link) }
      case .dead(let nearest):
        return Diagnostic(
          .warning, rule: link.isImage ? "missing-image" : "dead-link",
          "\(link.isImage ? "image" : "link") \"\(link.destination)\" leads to nothing in the site", at: body.location(of: link),
          suggestion: nearest.map { "write \"\($0)\"" } ?? (link.isImage ? "put the file into assets/" : "remove it, or add the page"))
      case .external where link.isImage:
        return Diagnostic(
          .note, rule: "remote-image", "image of another site is shown as a link", at: body.location(of: link),
          suggestion: "put the file into assets/ to show it")
      case .document, .list, .asset, .external, .unreadable: return nil
      }
    }
  }

  /// The page's version in the language of the link counts, or the one that is shown in its place.
  private func missing(
    _ anchor: String, in id: DocumentID, for language: LanguageTag, name: String, at location: () -> SourceLocation
  ) -> Diagnostic? {
    if anchor.isEmpty { return nil }
    let document = corpus.document(id, in: language) ?? corpus.versions(of: id).min { $0.language < $1.language }
    let known = Set(document.flatMap { bodies[$0] }?.headings.map(\.id) ?? [])
    if known.contains(anchor) { return nil }
    return Diagnostic(
      .warning, rule: "dead-anchor", "\(name) has no heading \"#\(anchor)\"", at: location(),
      suggestion: NearMiss.suggestion(for: anchor, among: known).map { "write \"#\($0)\"" } ?? "name one of its headings")
  }
}
