internal import ContentModel
internal import Diagnostics

extension TermCheck {
  /// A concept of which one language has no name.
  static let missingLanguage = TermCheck(id: "missing-language") { site in
    site.termbase.concepts.compactMap { concept -> Diagnostic? in
      let languages = Set(concept.terms.filter { $0.status == .preferred }.map(\.language))
      guard languages.count == 1, !site.corpus.unreadable.contains(concept.id), let language = languages.first,
        let document = site.corpus.document(concept.id, in: language)
      else {
        return nil
      }
      let other: LanguageTag = language == .chinese ? .english : .chinese
      let file = "\(concept.id.slug).\(other).md"
      let isDraft = site.corpus.drafts.contains(concept.id)
      return Diagnostic(
        .note, rule: "missing-language", "concept has no name in \(other)" + (isDraft ? ": \(file) is a draft" : ""),
        at: document.location(of: "title"),
        suggestion: isDraft
          ? "remove \"status: draft\" there once it is ready, or add a line \"translation: [...]\""
          : "add \(file), or a line \"translation: [...]\"")
    }
  }
}
