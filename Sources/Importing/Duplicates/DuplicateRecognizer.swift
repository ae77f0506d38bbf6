internal import ContentModel
package import Terminology

/// Finds questions that ask the same thing in other words or another language.
///
/// A title becomes a set of concepts and the facet asked of them; these decide, the words left over and the overlap of
/// the answers confirm. Groups are complete-link: every two members ask the same.
package struct DuplicateRecognizer: Sendable {
  let decisions: DuplicateDecisions
  let tuning: DuplicateTuning
  let vocabulary: QuestionVocabulary

  package init(lexicon: Lexicon = .standard, decisions: DuplicateDecisions = .none) {
    self.decisions = decisions
    tuning = .standard
    vocabulary = QuestionVocabulary(lexicon: lexicon)
  }

  /// Groups the candidates. The groups do not depend on the order of the input; near linear in their number.
  package func groups(of candidates: [QuestionCandidate]) -> DuplicateGrouping {
    var run = DuplicateRun(self, candidates)
    run.applyDecisions()
    run.comparePairs()
    run.mergePairs()
    return run.result()
  }
}
