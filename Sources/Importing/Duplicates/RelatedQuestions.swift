import Foundation

internal import ContentModel

/// Pairs of questions that share what they are about and ask something else, or something else of it as well: what a reader of
/// the one may want to read next.
///
/// A concept weighs by its rarity among the questions (inverse document frequency), and two questions are as near as
/// the weight that they share of all that both have (the weighted Jaccard index). Concepts that very many questions
/// share are no reason to read one of them, and are not looked at: so the work is linear in the questions.
struct RelatedQuestions {
  private let concepts: [[Int]]
  private let postings: [Int: [Int32]]
  private let tuning: DuplicateTuning

  init(_ questions: [ParsedQuestion], vocabulary: QuestionVocabulary, tuning: DuplicateTuning) {
    concepts = questions.map { question in
      Set(question.concepts.map { vocabulary.nearest[$0] }.filter { !vocabulary.isContext($0) }).sorted()
    }
    var postings: [Int: [Int32]] = [:]
    for (index, concepts) in concepts.enumerated() { for concept in concepts { postings[concept, default: []].append(Int32(index)) } }
    self.postings = postings
    self.tuning = tuning
  }

  /// Each pair once, the smaller index first, with how near the two are, 0 to 1: of every question the nearest few among those behind it.
  var pairs: [(first: Int, second: Int, share: Double)] {
    concurrentMap(count: concepts.count) { first in nearest(to: first).map { (first: first, second: $0.index, share: $0.share) } }
      .flatMap { $0 }
  }

  private func nearest(to first: Int) -> [(index: Int, share: Double)] {
    var shared: [Int: Double] = [:]
    for concept in concepts[first] {
      guard let posting = postings[concept], posting.count <= tuning.crowd else { continue }
      for other in posting where Int(other) > first { shared[Int(other), default: 0] += weight(concept) }
    }
    let own = total(first)
    let found = shared.map { (index: $0.key, share: $0.value / (own + total($0.key) - $0.value)) }
    return Array(
      found.filter { $0.share >= tuning.relatedConcepts }.sorted { ($1.share, $0.index) < ($0.share, $1.index) }
        .prefix(tuning.relatedConsidered))
  }

  private func total(_ question: Int) -> Double { concepts[question].reduce(0) { $0 + weight($1) } }

  private func weight(_ concept: Int) -> Double { log(1 + Double(concepts.count) / Double(postings[concept]?.count ?? 1)) }
}
