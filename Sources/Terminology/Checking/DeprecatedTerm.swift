internal import ContentModel
internal import Diagnostics

extension TermCheck {
  /// A name that its concept advises against, in the title, a heading or prose; the first place on each page. The concept's
  /// own page may speak of it.
  static let deprecatedTerm = TermCheck(id: "deprecated-term") { site in
    site.pages.flatMap { page -> [Diagnostic] in
      var seen: Set<String> = []
      let headings = page.sections.filter { $0.level > 0 }.map { site.text($0.heading, line: $0.line) }
      let title = site.text(page.document.title, line: 0)
      return ([title] + headings + page.texts).flatMap { text in
        text.matches.compactMap { match -> Diagnostic? in
          // A name that another concept proposes is that one's.
          guard match.claims.allSatisfy({ $0.term.status == .deprecated }), let claim = match.claims.first,
            !match.claims.contains(where: { $0.concept == page.document.id })
          else { return nil }
          let name = match.name(in: text.text)
          guard seen.insert(name).inserted else { return nil }
          let preferred = site.names(of: claim.concept, claim.term.language).first ?? site.names(of: claim.concept).first
          return Diagnostic(
            .warning, rule: "deprecated-term", "\"\(name)\" is a name to avoid",
            at: text.line == 0 ? page.location(inTitle: name) : page.location(of: name, nearLine: text.line),
            suggestion: preferred.map { "write \"\($0.name)\"" },
            notes: [Diagnostic.Note("\(claim.concept.slug) advises against it here", at: claim.term.location)])
        }
      }
    }
  }
}
