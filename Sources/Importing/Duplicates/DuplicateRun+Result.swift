extension DuplicateRun {
  func result() -> DuplicateGrouping {
    DuplicateGrouping(
      groups: groups(), related: related(), undecided: undecided(), contradictions: contradictions)
  }

  private func groups() -> [DuplicateGrouping.Group] {
    grouping.groups.compactMap { nodesOfGroup in
      let members = nodesOfGroup.flatMap { nodes[$0].members }.sorted()
      guard members.count > 1 else { return nil }
      let ids = members.map { candidates[$0].id }
      guard nodesOfGroup.count > 1 else {
        let question = nodes[nodesOfGroup[0]].question
        return DuplicateGrouping.Group(members: ids, score: 1, reason: comparison.reason(question, question))
      }
      var weakest: Link?
      for (place, first) in nodesOfGroup.enumerated() {
        for second in nodesOfGroup[(place + 1)...] {
          let found = link(min(first, second), max(first, second))
          if found.score < weakest?.score ?? 2 { weakest = found }
        }
      }
      guard let weakest else { return nil }
      let isDecided = decided.areSame(nodes[weakest.first], nodes[weakest.second], candidates)
      return DuplicateGrouping.Group(
        members: ids, score: isDecided ? 1 : weakest.score,
        reason: isDecided ? "decided by hand" : reason(weakest))
    }.sorted { $0.members.lexicographicallyPrecedes($1.members) }
  }

  private func reason(_ link: Link) -> String {
    comparison.reason(nodes[link.first].question, nodes[link.second].question, answers: link.answers)
  }

  /// Pairs of the undecided band, and pairs over the threshold that complete linkage kept apart.
  private func undecided() -> [DuplicateGrouping.Pair] {
    links.filter { !grouping.areTogether($0.first, $0.second) }
      .filter { !areDecidedDifferent($0.first, $0.second) }
      .map(pair)
  }

  /// Questions about the same things that ask something else, and those that may be one and are not taken for one, the best
  /// few of each.
  private func related() -> [DuplicateGrouping.Pair] {
    var kept = [Int: Int]()
    return (links + relations).filter { link in
      guard !grouping.areTogether(link.first, link.second), kept[link.first, default: 0] < tuning.relatedPerQuestion,
        kept[link.second, default: 0] < tuning.relatedPerQuestion
      else { return false }
      kept[link.first, default: 0] += 1
      kept[link.second, default: 0] += 1
      return true
    }.map(pair)
  }

  private func pair(_ link: Link) -> DuplicateGrouping.Pair {
    DuplicateGrouping.Pair(
      first: candidates[nodes[link.first].members[0]].id, second: candidates[nodes[link.second].members[0]].id,
      score: link.score, reason: reason(link))
  }
}
