internal import ContentModel
internal import Diagnostics

extension TermCheck {
  /// A name that several concepts claim. A name that one of them advises against is the other's.
  static let sharedName = TermCheck(id: "shared-name") { site in
    site.termbase.sharedNames.compactMap { shared -> Diagnostic? in
      let claims = shared.claims.filter { $0.term.status != .deprecated }
      guard claims.count > 1, let last = claims.last else { return nil }
      let others = claims.dropLast().map { $0.concept.slug }
      return Diagnostic(
        .warning, rule: "shared-name", "\"\(last.term.name)\" is a name of \(others.joined(separator: " and ")) too",
        at: last.term.location,
        suggestion: "keep it where it is meant, or make the two one concept",
        notes: claims.dropLast().map { Diagnostic.Note("claimed by \($0.concept.slug) here", at: $0.term.location) })
    }
  }
}
