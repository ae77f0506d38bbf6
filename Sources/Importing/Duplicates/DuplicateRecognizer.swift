package import ContentModel
internal import Terminology

/// Finds questions that ask the same thing in other words or another language.
///
/// A title becomes a set of concepts and the facet asked of them; these decide, the words left over and the overlap of
/// the answers confirm. Groups are complete-link: every two members ask the same.
package struct DuplicateRecognizer: Sendable {
  let decisions: DuplicateDecisions
  let tuning: DuplicateTuning
  let vocabulary: QuestionVocabulary

  /// - Parameter termPages: pages of a site, whose terms are read as those of the lexicon are.
  package init(decisions: DuplicateDecisions = .none, termPages: [Document] = []) {
    self.decisions = decisions
    tuning = .standard
    vocabulary = QuestionVocabulary.of(Lexicon(termPages: termPages))
  }

  /// Groups the candidates. The groups do not depend on the order of the input; near linear in their number.
  package func groups(of candidates: [QuestionCandidate]) -> DuplicateGrouping {
    var run = DuplicateRun(self, candidates)
    run.applyDecisions()
    run.comparePairs()
    run.mergePairs()
    return run.result()
  }

  /// Those of the candidates that ask what a title asks, the nearest first, with the reason in words. O(candidates).
  package func matches(of title: String, among candidates: [QuestionCandidate]) -> [(id: String, reason: String)] {
    let parser = QuestionParser(vocabulary: vocabulary, tuning: tuning)
    let comparison = QuestionComparison(vocabulary: vocabulary, tuning: tuning)
    let asked = parser.parse(title)
    guard asked.hasSubject else { return [] }
    return candidates.compactMap { candidate in
      let question = parser.parse(candidate.title)
      let score = question == asked ? 1 : comparison.compare(asked, question).score
      return score >= tuning.merge ? (score: score, id: candidate.id, reason: comparison.reason(asked, question)) : nil
    }.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.map { ($0.id, $0.reason) }
  }
}
