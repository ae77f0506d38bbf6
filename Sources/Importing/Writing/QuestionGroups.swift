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
  /// For each group the questions of which people made it, in the order of their first member; empty where it is one by itself.
  let questions: [[[Place]]]
  /// For each group of several why they are one question, in words.
  let reasons: [String?]
  /// Keys of items that people parted from a page, by the id of its record.
  let parted: [String: Set<String>]
  let diagnostics: [Diagnostic]

  init(_ sources: [ImportedSource], decisions: ImportDecisions, names: QuestionNames, termPages: [Document]) {
    var places: [String: Place] = [:]
    var decided = DecidedItems(names: names)
    var candidates: [QuestionCandidate] = []
    let areNamed = !decisions.same.isEmpty || !decisions.different.isEmpty
    for (index, source) in sources.enumerated() {
      for (offset, item) in source.items.enumerated() where item.kind != Item.Kind.definition.rawValue {
        let id = "\(source.id)#L\(item.first).\(offset)"
        places[id] = Place(source: index, item: offset)
        if areNamed { decided.add(item, of: source, id: id) }
        candidates.append(
          QuestionCandidate(
            id: id, title: item.title, answer: item.isAnswered ? item.blocks : [],
            language: ContentLanguage.of(title: item.title, text: item.blocks.first ?? ""), documents: [source.id]))
      }
    }
    decided.read(decisions)
    let recognizer = DuplicateRecognizer(
      decisions: DuplicateDecisions(same: decided.same, different: decided.different), termPages: termPages)
    let grouping = recognizer.groups(of: candidates)
    diagnostics =
      decided.diagnostics
      + Self.contradictions(
        grouping.contradictions.map { ($0, decided.pairings[$0.list]) }, reported: Set(decided.diagnostics.map(\.location)),
        title: { id in places[id].map { sources[$0.source].items[$0.item].title } ?? id })
    parted = decided.parted
    var grouped: Set<String> = []
    var groups: [[Place]] = []
    var reasonOf: [Place: String] = [:], questionsOf: [Place: [[Place]]] = [:]
    for group in grouping.groups {
      grouped.formUnion(group.members)
      groups.append(group.members.compactMap { places[$0] }.sorted(by: Self.precedes))
      if let first = groups[groups.count - 1].first {
        reasonOf[first] = group.reason
        questionsOf[first] = group.questions.map { $0.compactMap { places[$0] }.sorted(by: Self.precedes) }
          .sorted { Self.precedes($0[0], $1[0]) }
      }
    }
    for candidate in candidates where !grouped.contains(candidate.id) { groups.append([places[candidate.id]!]) }
    self.groups = groups.filter { !$0.isEmpty }.sorted { Self.precedes($0[0], $1[0]) }
    reasons = self.groups.map { reasonOf[$0[0]] }
    questions = self.groups.map { questionsOf[$0[0]] ?? [] }
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
