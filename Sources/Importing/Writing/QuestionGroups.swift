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

  /// - Parameter names: what people may call a group in their decisions: file name or id, to the keys of its members.
  init(
    _ sources: [ImportedSource], decisions: ImportDecisions, names: [String: [String]], decisionsPath: String
  ) {
    var places: [String: Place] = [:]
    var byKey: [String: [String]] = [:]
    var candidates: [QuestionCandidate] = []
    let areNamed = !decisions.same.isEmpty || !decisions.different.isEmpty
    for (index, source) in sources.enumerated() {
      for (offset, item) in source.items.enumerated() where item.kind != Item.Kind.definition.rawValue {
        let id = "\(source.id)#L\(item.first).\(offset)"
        places[id] = Place(source: index, item: offset)
        if areNamed {
          for name in [source.key(of: item), source.origin(of: item), "\(source.slug)#L\(item.first)"] {
            byKey[name, default: []].append(id)
          }
        }
        candidates.append(
          QuestionCandidate(
            id: id, title: item.title, answer: item.isAnswered ? item.blocks : [],
            language: ContentLanguage.of(title: item.title, text: item.blocks.first ?? ""), document: source.id))
      }
    }
    var diagnostics: [Diagnostic] = []
    func members(_ name: String) -> [String] {
      let keys = names[name] ?? [name]
      let found = keys.flatMap { byKey[$0] ?? [] }
      if found.isEmpty {
        diagnostics.append(
          Diagnostic(
            .warning, rule: "import-decisions", "No question \"\(name)\"",
            at: SourceLocation(path: decisionsPath, line: 1, column: 1),
            suggestion: NearMiss.suggestion(for: name, among: names.keys).map { "write \"\($0)\"" }
              ?? "name the file of a question, its id, or an origin"))
      }
      return found
    }
    let same = decisions.same.map { $0.flatMap(members) }.filter { $0.count > 1 }
    var different: [[String]] = []
    for names in decisions.different {
      // What is settled holds between the groups named, not within them.
      let sets = names.map(members)
      for (i, first) in sets.enumerated() {
        for second in sets[(i + 1)...] {
          for a in first { for b in second where a != b { different.append([a, b]) } }
        }
      }
    }
    let recognizer = DuplicateRecognizer(decisions: DuplicateDecisions(same: same, different: different))
    let grouping = recognizer.groups(of: candidates)
    diagnostics += grouping.contradictions.map {
      Diagnostic(.error, rule: "import-decisions", $0, at: SourceLocation(path: decisionsPath, line: 1, column: 1))
    }
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

  private static func precedes(_ a: Place, _ b: Place) -> Bool { (a.source, a.item) < (b.source, b.item) }
}
