internal import Diagnostics
internal import HanText

/// What decisions say of the items at hand: the names that people wrote, as the ids of candidates.
struct DecidedItems {
  /// Lists of ids that are one question.
  private(set) var same: [[String]] = []
  /// Pairs of ids that are two, and the decision that says so of each.
  private(set) var different: [[String]] = []
  private(set) var pairings: [ImportDecisions.Pairing] = []
  /// Keys of items that people parted from a page, by the id of its record.
  private(set) var parted: [String: Set<String>] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  private let names: QuestionNames
  /// Ids by every name that an item has: its key, `source#title`, origin, and the title alone.
  private var byName: [String: [String]] = [:]
  private var keyOf: [String: String] = [:]
  private var titles: [(id: String, title: String)] = []
  /// Ids by the names that an import makes of titles: what a page is called before it is there.
  private lazy var bySlug = Dictionary(grouping: titles, by: { Slug.make(from: $0.title) }).mapValues { $0.map(\.id) }

  init(names: QuestionNames) { self.names = names }

  /// An item that decisions may name.
  mutating func add(_ item: ImportedSource.Item, of source: ImportedSource, id: String) {
    let key = source.key(of: item)
    keyOf[id] = key
    titles.append((id, item.title))
    let title = ComparableText.squash(item.title)
    for name in [key, source.origin(of: item), "\(source.slug)#L\(item.first)", "\(source.slug)#\(title)", title] where !name.isEmpty {
      byName[name, default: []].append(id)
    }
  }

  /// Reads the decisions, once all items are known.
  mutating func read(_ decisions: ImportDecisions) {
    diagnostics = decisions.contradictions { [names] in names.question(of: $0) ?? names.canonical($0) }
    let different = decisions.different.map { pairing in (pairing, pairing.names.map { members($0, in: pairing) }) }
    for (pairing, sets) in different { part(pairing, sets) }
    for (pairing, sets) in different { separate(pairing, zip(pairing.names, sets).map { remaining($1, of: $0) }) }
    for list in names.united(decisions.same.map(\.names), by: names.question) {
      guard let pairing = decisions.same.first(where: { $0.names.contains(list[0]) }) else { continue }
      // What was parted from a page is not one with it any more, whatever made it so.
      // What was joined to a page is part of its text already.
      let pages = Set(list.compactMap { names.current[$0]?.id })
      reportDeleted(in: list, decisions)
      let sets = list.filter { names.former[$0]?.isJoined != true }
        .map { remaining(members($0, in: pairing), of: $0, besides: pages) }.filter { !$0.isEmpty }
      if sets.count > 1 { same.append(sets.flatMap { $0 }) }
    }
  }

  /// A page that a person removed has answers, which another imported page may take in; where none of that list is there, nothing can.
  private mutating func reportDeleted(in list: [String], _ decisions: ImportDecisions) {
    let imported = list.filter { names.page(of: $0).flatMap { names.current[$0] } != nil }
    let gone = imported.filter { names.current[$0]?.isDeleted == true }
    guard gone.count == imported.count, list.contains(where: names.isHandWritten) else { return }
    for pairing in decisions.same {
      guard let name = pairing.names.first(where: gone.contains) else { continue }
      diagnostics.append(
        Diagnostic(
          .warning, rule: "import-decisions", "The page \"\(name)\" was deleted, and becomes part of no other one", at: pairing.place,
          suggestion: "put its file back and import again, or remove it from the list"))
    }
  }

  /// Where one of two names is a page and the other a part of it, the part leaves the page.
  private mutating func part(_ pairing: ImportDecisions.Pairing, _ sets: [[String]]) {
    for (name, whole) in zip(pairing.names, sets) {
      guard let page = names.current[name] else { continue }
      for part in sets where !part.isEmpty && part.count < whole.count && Set(part).isSubset(of: whole) {
        parted[page.id, default: []].formUnion(part.compactMap { keyOf[$0] })
      }
    }
  }

  /// What a name stands for without that which was parted from its page, or from one of others that took it in.
  private func remaining(_ ids: [String], of name: String, besides pages: Set<String> = []) -> [String] {
    guard let page = names.current[name] ?? names.former[name].flatMap({ pages.contains($0.id) ? $0 : nil }), let gone = parted[page.id]
    else { return ids }
    return ids.filter { !gone.contains(keyOf[$0] ?? "") }
  }

  /// What is settled holds between the sets, not within them.
  private mutating func separate(_ pairing: ImportDecisions.Pairing, _ sets: [[String]]) {
    for (i, first) in sets.enumerated() {
      for second in sets[(i + 1)...] {
        let shared = Set(first).intersection(second)
        for a in first {
          for b in second where !shared.contains(a) || !shared.contains(b) {
            different.append([a, b])
            pairings.append(pairing)
          }
        }
      }
    }
  }

  private mutating func members(_ name: String, in pairing: ImportDecisions.Pairing) -> [String] {
    let keys = (names.current[name] ?? names.former[name])?.keys ?? [name]
    var found = keys.flatMap { byName[$0] ?? byName[QuestionNames.normalized($0)] ?? byName[ComparableText.squash($0)] ?? [] }
    if found.isEmpty, !names.isHandWritten(name) {
      found = bySlug[name.hasPrefix("questions/") ? String(name.dropFirst("questions/".count)) : name] ?? []
    }
    if found.isEmpty, !names.isHandWritten(name) {
      diagnostics.append(ImportDecisions.unknown(name, in: pairing, among: names.current.keys))
    }
    return found
  }
}
