internal import ContentModel
internal import Diagnostics

extension TermCheck {
  /// A concept that no other page names, links to or relates to.
  static let orphanConcept = TermCheck(id: "orphan-concept") { site in
    // A page that cannot be read may name any of them.
    guard site.corpus.unreadable.isEmpty else { return [] }
    var known: Set<String> = []
    for page in site.pages {
      let own = page.document.id
      for match in page.texts.flatMap(\.matches) { known.formUnion(match.claims.lazy.filter { $0.concept != own }.map(\.concept.slug)) }
      for link in page.links {
        let name = link.prefix { $0 != "#" }
        // `[[lora]]`, `../terms/lora.zh.md`, `/zh/terms/lora/`
        let last = name.split(separator: "/").last ?? name
        let slug = String(last.prefix { $0 != "." })
        if slug != own.slug { known.insert(slug) }
        if case .found(let id) = site.termbase.concept(named: String(name)), id != own { known.insert(id.slug) }
      }
      for key in ["related", "broader", "see"] {
        for name in page.document.texts(key) where name != own.slug && !name.hasPrefix("questions/") {
          known.insert(String(name.split(separator: "/").last ?? ""))
        }
      }
    }
    return site.termbase.concepts.filter { !known.contains($0.id.slug) }.compactMap { concept in
      guard let document = site.corpus.versions(of: concept.id).first else { return nil }
      return Diagnostic(
        .note, rule: "orphan-concept", "no other page names this concept", at: document.location(of: "title"),
        suggestion: "name it where it matters, or relate it to another concept")
    }
  }
}
