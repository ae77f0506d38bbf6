extension DuplicateRun {
  func result() -> DuplicateGrouping {
    DuplicateGrouping(
      groups: groups(), related: related(), undecided: undecided(), contradictions: contradictions,
      wordless: nodes.filter { !$0.question.hasSubject }.flatMap(\.members).sorted().map { candidates[$0].id })
  }

  private func groups() -> [DuplicateGrouping.Group] {
    grouping.groups.map { $0.sorted() }.compactMap { nodesOfGroup in
      let members = nodesOfGroup.flatMap { nodes[$0].members }.sorted()
      guard members.count > 1 else { return nil }
      let ids = members.map { candidates[$0].id }
      guard nodesOfGroup.count > 1 else {
        let question = nodes[nodesOfGroup[0]].question
        return DuplicateGrouping.Group(
          members: ids, score: 1,
          reason: question.hasSubject ? comparison.reason(question, question) : "the same answer, below titles that do not say what about")
      }
      let questions = questions(of: nodesOfGroup)
      var weakest: Link?
      for (place, first) in nodesOfGroup.enumerated() {
        for second in nodesOfGroup[(place + 1)...] where cells.areTogether(first, second) {
          let found = link(min(first, second), max(first, second))
          if found.score < weakest?.score ?? 2 { weakest = found }
        }
      }
      guard let weakest else { return DuplicateGrouping.Group(members: ids, score: 1, reason: "decided by hand", questions: questions) }
      return DuplicateGrouping.Group(
        members: ids, score: weakest.score,
        reason: reason(weakest, names: Set(members.map { ComparableText.squash(candidates[$0].title) }).count > 2)
          + (questions.isEmpty ? "" : "; one with the others by hand"), questions: questions)
    }.sorted { $0.members.lexicographicallyPrecedes($1.members) }
  }

  /// The questions that people made one; empty where it is one by itself.
  private func questions(of nodesOfGroup: [Int]) -> [[String]] {
    let cells = Dictionary(grouping: nodesOfGroup, by: cells.first).values
    guard cells.count > 1 else { return [] }
    let members = cells.map { cell in cell.flatMap { nodes[$0].members }.sorted() }
    return members.sorted { $0[0] < $1[0] }.map { $0.map { candidates[$0].id } }
  }

  /// Why two are one in words; of a group of more its two least similar titles are named.
  private func reason(_ link: Link, names: Bool = false) -> String {
    let (first, second) = (nodes[link.first], nodes[link.second])
    let reason = comparison.reason(first.question, second.question, answersOverlap: link.answers != nil)
    guard names else { return reason }
    let titles = [first, second].map { $0.members.map { candidates[$0].title }.min()?.prefix(60) ?? "" }
    return "“\(titles[0])” and “\(titles[1])”: \(reason)"
  }

  /// Pairs of the undecided band, and pairs over the threshold that complete linkage kept apart.
  private func undecided() -> [DuplicateGrouping.Pair] {
    links.filter { !grouping.areTogether($0.first, $0.second) }
      .filter { !areDecidedDifferent($0.first, $0.second) }
      .map(pair)
  }

  /// Questions about the same things that ask something else, and those that may be one and are not taken for one, the best
  /// few of each group.
  private func related() -> [DuplicateGrouping.Pair] {
    var kept = [Int: Int](), seen: Set<[Int]> = []
    var pairs: [(link: Link, order: [Int])] = []
    for relation in relations {
      for first in distinct[relation.first] {
        for second in distinct[relation.second] where !grouping.areTogether(first, second) {
          let order = [grouping.first(with: first), grouping.first(with: second)].sorted()
          guard seen.insert(order).inserted else { continue }
          pairs.append((Link(first: min(first, second), second: max(first, second), score: relation.score, answers: nil), order))
        }
      }
    }
    return pairs.sorted { ($1.link.score, $0.order[0], $0.order[1]) < ($0.link.score, $1.order[0], $1.order[1]) }.filter { pair in
      guard pair.order.allSatisfy({ kept[$0, default: 0] < tuning.relatedPerQuestion }) else { return false }
      for group in pair.order { kept[group, default: 0] += 1 }
      return true
    }.map { self.pair($0.link) }
  }

  private func pair(_ link: Link) -> DuplicateGrouping.Pair {
    DuplicateGrouping.Pair(
      first: candidates[nodes[link.first].members[0]].id, second: candidates[nodes[link.second].members[0]].id,
      score: link.score, reason: reason(link))
  }
}
