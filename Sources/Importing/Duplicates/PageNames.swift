internal import ContentModel
internal import Diagnostics
internal import HanText

/// What decisions may call the pages of a content folder, as the pages themselves say it.
struct PageNames {
  private var byName: [String: Set<String>] = [:]
  /// By the name that an import makes of a title: that of a page which became part of another one.
  private var bySlug: [String: Set<String>] = [:]
  /// Names of pages that became part of others.
  private var former: Set<String> = []
  /// Candidates of a page.
  private var titles: [String: [String]] = [:]

  /// A title of a page, which is the candidate `id`.
  mutating func add(_ id: String, title: String, of document: Document) {
    let slug = document.id.slug, origins = document.texts("origins")
    titles[slug, default: []].append(id)
    var names = Set([slug, document.id.description, ComparableText.squash(title)] + origins)
    if let identity = document.text("id") { names.insert(identity) }
    for redirect in document.texts("redirects") where redirect.hasPrefix("questions/") {
      let old = [redirect, String(redirect.dropFirst("questions/".count))]
      names.formUnion(old)
      former.formUnion(old)
    }
    // What the page was made of: each of its titles may come from each of its sources.
    for source in Set(origins.map({ $0.prefix { $0 != "#" } })) { names.insert(QuestionNames.normalized("\(source)#\(title)")) }
    for name in names where !name.isEmpty { byName[name, default: []].insert(slug) }
    if !origins.isEmpty { bySlug[Slug.make(from: title), default: []].insert(slug) }
  }

  /// The pages that a name stands for, sorted: one, but for a title that several have.
  func pages(_ name: String) -> [String] {
    let found = byName[name] ?? byName[QuestionNames.normalized(name)] ?? byName[ComparableText.squash(name)] ?? bySlug[name]
    return (found ?? []).sorted()
  }

  /// The page that a name stands for, and what became part of one by itself: people may have parted it.
  func question(_ name: String) -> String {
    guard former.contains(name) else { return pages(name).first ?? name }
    return name.hasPrefix("questions/") ? name : "questions/\(name)"
  }

  private func ids(_ name: String) -> [String] { pages(name).flatMap { titles[$0] ?? [] } }

  /// Decisions about pages are decisions about all that the pages ask.
  func expanded(_ decisions: ImportDecisions) -> DuplicateDecisions {
    let same = decisions.same.map { $0.names.flatMap(ids) }.filter { $0.count > 1 }
    var different: [[String]] = []
    for pairing in decisions.different {
      let sets = pairing.names.map(ids)
      for (place, first) in sets.enumerated() {
        for second in sets[(place + 1)...] where Set(first).isDisjoint(with: second) {
          for a in first { for b in second { different.append([a, b]) } }
        }
      }
    }
    return DuplicateDecisions(same: same, different: different)
  }

  /// A warning for each name in decisions that no page has.
  func unknown(in decisions: ImportDecisions) -> [Diagnostic] {
    (decisions.same + decisions.different).flatMap { pairing in
      pairing.names.filter { pages($0).isEmpty }.map { ImportDecisions.unknown($0, in: pairing, among: titles.keys) }
    }
  }
}

extension ImportDecisions {
  /// A warning for a name that no question has.
  static func unknown(_ name: String, in pairing: Pairing, among pages: some Sequence<String>) -> Diagnostic {
    Diagnostic(
      .warning, rule: "import-decisions", "No question \"\(name)\"", at: pairing.place,
      suggestion: NearMiss.suggestion(for: name, among: pages).map { "write \"\($0)\"" }
        ?? "name the file of a question, its id, an origin, its title, or a source and a title: source#title")
  }
}
