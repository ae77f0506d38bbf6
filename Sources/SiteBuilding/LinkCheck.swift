import ContentModel
import MarkdownTree
import Diagnostics

/// Finds links that lead nowhere: to a page that does not exist, or to a heading that its page does not have.
struct LinkCheck {
  let diagnostics: [Diagnostic]

  init(bodies: [RenderedBody], links: LinkResolver) {
    var anchors: [DocumentID: [LanguageTag: Set<String>]] = [:]
    for body in bodies { anchors[body.document.id, default: [:]][body.document.language] = Set(body.headings.map(\.id)) }
    diagnostics = bodies.flatMap { body in
      body.links.compactMap { link -> Diagnostic? in
        switch link.target {
        case .document(let id, let anchor?):
          let known = anchors[id]?[body.document.language] ?? anchors[id].flatMap { $0.min { $0.key < $1.key }?.value } ?? []
          return Self.missing(anchor, in: known, of: "\(id)") { body.location(of: link) }
        case .ownAnchor(let anchor):
          let known = anchors[body.document.id]?[body.document.language] ?? []
          return Self.missing(anchor, in: known, of: "this page") { body.location(of: link) }
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
  }

  private static func missing(
    _ anchor: String, in known: Set<String>, of page: String, at location: () -> SourceLocation
  ) -> Diagnostic? {
    if anchor.isEmpty || known.contains(anchor) { return nil }
    return Diagnostic(
      .warning, rule: "dead-anchor", "\(page) has no heading \"#\(anchor)\"", at: location(),
      suggestion: NearMiss.suggestion(for: anchor, among: known).map { "write \"#\($0)\"" } ?? "name one of its headings")
  }
}
