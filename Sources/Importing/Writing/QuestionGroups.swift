internal import ContentModel
internal import Diagnostics
internal import Terminology

/// Questions of all sources, those that ask the same thing together.
struct QuestionGroups {
  struct Place: Hashable {
    let source: Int
    let item: Int
  }

  /// Each question in exactly one group; groups by their first member, members in the order of sources.
  let groups: [[Place]]
  /// For each group others that ask something else about the same concepts, the nearest first.
  let related: [[Int]]
  let diagnostics: [Diagnostic]

  init(_ sources: [ImportedSource], decisions: ImportDecisions, names: QuestionNames) {
    var places: [String: Place] = [:]
    var byKey: [String: [String]] = [:]
    var candidates: [QuestionCandidate] = []
    let areNamed = !decisions.same.isEmpty || !decisions.different.isEmpty
    for (index, source) in sources.enumerated() {
      for (offset, item) in source.items.enumerated() where item.kind != Item.Kind.definition.rawValue {
        let id = "\(source.id)#L\(item.first).\(offset)"
        places[id] = Place(source: index, item: offset)
        if areNamed {
          let byTitle = QuestionNames.normalized("\(source.slug)#\(item.title)")
          for name in [source.key(of: item), source.origin(of: item), "\(source.slug)#L\(item.first)", byTitle] {
            byKey[name, default: []].append(id)
          }
        }
        candidates.append(
          QuestionCandidate(
            id: id, title: item.title, answer: item.isAnswered ? item.blocks : [],
            language: ContentLanguage.of(title: item.title, text: item.blocks.first ?? ""), documents: [source.id]))
      }
    }
    var diagnostics: [Diagnostic] = decisions.contradictions(canonical: names.canonical)
    /// - Parameter isUnited: whether a name may be that of a page that another one took in: what was to be one is one.
    func members(_ name: String, in pairing: ImportDecisions.Pairing, isUnited: Bool) -> [String] {
      let keys = names.current[name] ?? (isUnited ? names.former[name] : nil)
      let found = (keys ?? [name]).flatMap { byKey[$0] ?? byKey[QuestionNames.normalized($0)] ?? [] }
      if found.isEmpty { diagnostics.append(Self.unknown(name, in: pairing, names)) }
      return found
    }
    let same = decisions.same.map { pairing in pairing.names.flatMap { members($0, in: pairing, isUnited: true) } }.filter { $0.count > 1 }
    var different: [[String]] = [], pairings: [ImportDecisions.Pairing] = []
    for pairing in decisions.different {
      // What is settled holds between the groups named, not within them.
      let sets = pairing.names.map { members($0, in: pairing, isUnited: false) }
      for (i, first) in sets.enumerated() {
        for second in sets[(i + 1)...] {
          for a in first {
            for b in second where a != b {
              different.append([a, b])
              pairings.append(pairing)
            }
          }
        }
      }
    }
    let recognizer = DuplicateRecognizer(decisions: DuplicateDecisions(same: same, different: different))
    let grouping = recognizer.groups(of: candidates)
    diagnostics += Self.contradictions(
      grouping.contradictions.map { ($0, pairings[$0.list]) }, reported: Set(diagnostics.map(\.location)),
      title: { id in places[id].map { sources[$0.source].items[$0.item].title } ?? id })
    var grouped: Set<String> = []
    var groups: [[Place]] = []
    for group in grouping.groups {
      grouped.formUnion(group.members)
      groups.append(group.members.compactMap { places[$0] }.sorted(by: Self.precedes))
    }
    for candidate in candidates where !grouped.contains(candidate.id) { groups.append([places[candidate.id]!]) }
    self.groups = groups.filter { !$0.isEmpty }.sorted { Self.precedes($0[0], $1[0]) }
    self.diagnostics = diagnostics
    var groupOf: [Place: Int] = [:]
    for (index, group) in self.groups.enumerated() { for place in group { groupOf[place] = index } }
    var related = Array(repeating: [Int](), count: self.groups.count)
    for pair in grouping.related {
      guard let first = places[pair.first].flatMap({ groupOf[$0] }), let second = places[pair.second].flatMap({ groupOf[$0] }),
        first != second, !related[first].contains(second)
      else { continue }
      related[first].append(second)
      related[second].append(first)
    }
    self.related = related
  }

  private static func unknown(_ name: String, in pairing: ImportDecisions.Pairing, _ names: QuestionNames) -> Diagnostic {
    if names.former[name] != nil, let page = names.page(of: name) {
      return Diagnostic(
        .warning, rule: "import-decisions", "\"\(name)\" is part of \"\(page)\" by now", at: pairing.place,
        suggestion: "name what is to be a page of its own: ciyuan duplicates --different \(page)")
    }
    return Diagnostic(
      .warning, rule: "import-decisions", "No question \"\(name)\"", at: pairing.place,
      suggestion: NearMiss.suggestion(for: name, among: names.current.keys).map { "write \"\($0)\"" }
        ?? "name the file of a question, its id, an origin, or a source and a title: source#title")
  }

  /// Contradictions that the names alone do not show, one for each decision.
  private static func contradictions(
    _ found: [(DuplicateGrouping.Contradiction, ImportDecisions.Pairing)], reported: Set<SourceLocation?>, title: (String) -> String
  ) -> [Diagnostic] {
    var reported = reported
    return found.compactMap { contradiction, pairing in
      guard reported.insert(pairing.place).inserted else { return nil }
      return Diagnostic(
        .error, rule: "import-decisions",
        "\"\(title(contradiction.first))\" and \"\(title(contradiction.second))\" are different here and one question elsewhere: taken as different",
        at: pairing.place, suggestion: "remove one of the decisions")
    }
  }

  private static func precedes(_ a: Place, _ b: Place) -> Bool { (a.source, a.item) < (b.source, b.item) }
}
