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

  /// A question that asks what a title asks, or may: where answers would decide, a title alone does not.
  package struct Match {
    package let id: String
    /// The title of the candidate, which the reason is about.
    package let title: String
    package let reason: String
    package let isCertain: Bool
  }

  /// Why two titles are one question, in words; `nil` where by themselves they are not.
  func reason(_ first: String, _ second: String) -> String? {
    let parser = QuestionParser(vocabulary: vocabulary, tuning: tuning)
    let comparison = QuestionComparison(vocabulary: vocabulary, tuning: tuning)
    let (a, b) = (parser.parse(first), parser.parse(second))
    return a.hasSubject && comparison.compare(a, b).score >= tuning.merge ? comparison.reason(a, b) : nil
  }

  /// Those of the candidates that ask what a title asks, the nearest first, with the reason in words: the same decision as that of
  /// `groups(of:)`, which a title without an answer can only meet in part. O(candidates).
  package func matches(of title: String, among candidates: [QuestionCandidate]) -> [Match] {
    let parser = QuestionParser(vocabulary: vocabulary, tuning: tuning)
    let comparison = QuestionComparison(vocabulary: vocabulary, tuning: tuning)
    let asked = parser.parse(title)
    guard asked.hasSubject else { return [] }
    return candidates.compactMap { candidate -> (score: Double, match: Match)? in
      let question = parser.parse(candidate.title)
      let result = comparison.compare(asked, question)
      let isCertain = result.score >= tuning.merge
      guard isCertain || result.score >= tuning.review && result.facets >= tuning.facetsConfirmed else { return nil }
      return (
        result.score,
        Match(id: candidate.id, title: candidate.title, reason: comparison.reason(asked, question), isCertain: isCertain)
      )
    }.sorted { ($1.score, $0.match.id) < ($0.score, $1.match.id) }.map(\.match)
  }
}
