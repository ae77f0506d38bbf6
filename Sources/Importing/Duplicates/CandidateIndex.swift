internal import ContentModel
internal import Encodings

/// Which questions are worth comparing: those that share a key. No question meets all others.
///
/// Keys are the set of concepts, pairs of concepts that are compared, and where no concept is known the rarest words.
/// A crowded key is compared within windows of a fixed order, so that the work stays near linear.
struct CandidateIndex {
  private let questions: [ParsedQuestion]
  private let vocabulary: QuestionVocabulary
  private let comparison: QuestionComparison
  private let tuning: DuplicateTuning
  private var postings: [UInt64: [Int32]] = [:]

  /// - Parameter questions: In an order that depends on their content alone.
  init(_ questions: [ParsedQuestion], vocabulary: QuestionVocabulary, tuning: DuplicateTuning) {
    self.questions = questions
    self.vocabulary = vocabulary
    comparison = QuestionComparison(vocabulary: vocabulary, tuning: tuning)
    self.tuning = tuning
    postings.reserveCapacity(questions.count)
    let rarity = Self.rarity(of: questions)
    let keys = concurrentMap(count: questions.count) { [self] in
      questions[$0].hasSubject ? self.keys(of: questions[$0], rarity: rarity) : []
    }
    for (index, keys) in keys.enumerated() { for key in keys { postings[key, default: []].append(Int32(index)) } }
  }

  /// Each pair once, the smaller index first, in the same order on every run.
  var pairs: [(first: Int, second: Int)] {
    var pairs: [(first: Int, second: Int)] = []
    var seen: Set<UInt64> = []
    for key in postings.keys.sorted() {
      guard let posting = postings[key], posting.count > 1 else { continue }
      let reach = posting.count > tuning.crowd ? tuning.neighbours : posting.count
      for (place, first) in posting.enumerated() {
        for second in posting[(place + 1)..<min(posting.count, place + 1 + reach)] {
          let pair = UInt64(first) << 32 | UInt64(second)
          if seen.insert(pair).inserted { pairs.append((Int(first), Int(second))) }
        }
      }
    }
    return pairs
  }

  private func keys(of question: ParsedQuestion, rarity: [UInt64: Int]) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    keys.insert(Fingerprint(comparison.spelling(of: question).joined(separator: " ").utf8, seed: 6).value)
    let unknown = question.words + question.qualifiers
    if unknown.count > 1 || unknown.contains(where: { $0.utf8.count > 2 }) {
      keys.insert(Fingerprint(unknown.joined(separator: " ").utf8, seed: 5).value)
    }
    if !question.concepts.isEmpty {
      let concepts = Set(question.concepts.map { vocabulary.nearest[$0] }).sorted()
      keys.insert(Self.key(1, concepts))
      let base = vocabulary.withoutSettings(Set(concepts))
      if base.count < concepts.count { keys.insert(Self.key(1, base.sorted())) }
      // Without the field that is named beside, and without what something is chosen over.
      let own = concepts.filter { !vocabulary.isContext($0) }
      if !own.isEmpty, own.count < concepts.count { keys.insert(Self.key(1, own)) }
      if !question.contrasted.isEmpty {
        keys.insert(Self.key(1, Set(question.withoutContrast.concepts.map { vocabulary.nearest[$0] }).sorted()))
      }
      if (2...4).contains(concepts.count) {
        for (place, first) in concepts.enumerated() {
          for second in concepts[(place + 1)...] { keys.insert(Self.key(2, [first, second])) }
        }
      }
      return keys
    }
    // Without a concept: the rarest of what is left over, as many as two equal titles surely share.
    let features = Self.features(of: question).sorted { (rarity[$0] ?? 0, $0) < (rarity[$1] ?? 0, $1) }
    return keys.union(features.prefix(3))
  }

  private static func rarity(of questions: [ParsedQuestion]) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for question in questions where question.concepts.isEmpty {
      for feature in features(of: question) { counts[feature, default: 0] += 1 }
    }
    return counts
  }

  /// Pairs of neighbouring left-over characters in sorted order, and words.
  private static func features(of question: ParsedQuestion) -> Set<UInt64> {
    let han = Array(Set(question.leftover)).sorted()
    var features = Set(zip(han, han.dropFirst()).map { key(3, [Int($0), Int($1)]) })
    if han.count == 1 { features.insert(key(3, [Int(han[0])])) }
    for word in question.words + question.qualifiers { features.insert(Fingerprint(word.utf8, seed: 4).value) }
    return features
  }

  private static func key(_ kind: UInt64, _ values: [Int]) -> UInt64 {
    Fingerprint(values.lazy.map { UInt64(truncatingIfNeeded: $0) }, seed: kind).value
  }
}
