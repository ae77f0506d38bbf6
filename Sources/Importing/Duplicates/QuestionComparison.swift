internal import Terminology

/// How nearly two titles ask the same, and why.
struct QuestionComparison: Sendable {
  let vocabulary: QuestionVocabulary
  let tuning: DuplicateTuning

  struct Result: Sendable {
    /// 0 to 1.
    var score: Double
    var facets: Double
    var concepts: Double
    var leftover: Double
  }

  func compare(_ a: ParsedQuestion, _ b: ParsedQuestion) -> Result {
    if a == b, a.hasSubject { return Result(score: 1, facets: 1, concepts: 1, leftover: 1) }
    // "Why A rather than B" is "why A".
    if a.contrasted.isEmpty != b.contrasted.isEmpty {
      var result = compare(a.contrasted.isEmpty ? a : a.withoutContrast, b.contrasted.isEmpty ? b : b.withoutContrast)
      result.score *= tuning.contrastUnsaid
      return result
    }
    let isSpelledSame =
      a.conceptSet != b.conceptSet && mayHoldParts(a, b) && a.properties == b.properties
      && spellingMask(of: a) == spellingMask(of: b) && spelling(of: a) == spelling(of: b)
    var concepts = isSpelledSame ? tuning.sameSpelling : conceptShare(a, b)
    guard concepts > 0 else { return Result(score: 0, facets: 0, concepts: 0, leftover: 0) }
    if goesTheOtherWay(a, b) { concepts = min(concepts, tuning.oppositeDirection) }
    let facets = facetShare(a, b)
    let leftover = isSpelledSame ? 1 : leftoverShare(a, b, hasConcepts: !a.concepts.isEmpty && !b.concepts.isEmpty)
    var score = concepts * facets * leftover
    // Small differences of several kinds are still small ones.
    if min(concepts, facets, leftover) >= tuning.smallDifference { score = max(score, tuning.merge) }
    return Result(score: score, facets: facets, concepts: concepts, leftover: leftover)
  }

  /// Whether one of two questions may hold the parts of a name in the other: 中译英 and 英译中 are two names.
  private func mayHoldParts(_ a: ParsedQuestion, _ b: ParsedQuestion) -> Bool {
    a.concepts.count != b.concepts.count || [a, b].contains { !$0.leftover.isEmpty || !$0.words.isEmpty || !$0.qualifiers.isEmpty }
  }

  /// Of Han characters a bit each, of words the number: equal where `spelling(of:)` is, and cheap.
  private func spellingMask(of question: ParsedQuestion) -> (han: UInt64, words: Int) {
    var han = QuestionVocabulary.mask(question.leftover), words = question.words.count
    for qualifier in question.qualifiers {
      if let scalar = qualifier.unicodeScalars.first, FoldedText.isHan(scalar.value) {
        han |= QuestionVocabulary.mask(qualifier.unicodeScalars.lazy.map(\.value))
      } else {
        words += 1
      }
    }
    for concept in question.concepts {
      han |= vocabulary.spelled[concept].mask
      words += vocabulary.spelled[concept].words.count
    }
    return (han, words)
  }

  /// All that a question is about, spelled out: equal for two titles of which one has a name that the lexicon knows, the
  /// other its parts.
  func spelling(of question: ParsedQuestion) -> [String] {
    var han = question.leftover, words = question.words
    for qualifier in question.qualifiers {
      if let scalar = qualifier.unicodeScalars.first, FoldedText.isHan(scalar.value) {
        han += qualifier.unicodeScalars.map(\.value)
      } else {
        words.append(qualifier)
      }
    }
    for concept in question.concepts {
      han += vocabulary.spelled[concept].han
      words += vocabulary.spelled[concept].words
    }
    return words.sorted() + [String(String.UnicodeScalarView(Set(han).sorted().compactMap(Unicode.Scalar.init)))]
  }

  private func conceptShare(_ a: ParsedQuestion, _ b: ParsedQuestion) -> Double {
    let (first, second) = (a.conceptSet, b.conceptSet)
    if first == second { return 1 }
    let near = { (set: [Int]) in Set(set.map { vocabulary.nearest[$0] }) }
    let (nearFirst, nearSecond) = (near(first), near(second))
    if nearFirst == nearSecond, !nearFirst.isEmpty {
      // Beside a thing that is the same: 容器和虚拟机, Docker 和虚拟机.
      let sharesAnother = nearFirst.count > 1 && !Set(first).isDisjoint(with: second)
      return sharesAnother || agreesOtherwise(a, b) ? tuning.nearConceptsAgreeing : tuning.nearConcepts
    }
    // Numbers say as much as concepts: `175B, 60B, 540B`.
    if a.qualifiers.count > 1, a.qualifiers == b.qualifiers, first.isEmpty || second.isEmpty,
      (first + second).allSatisfy(vocabulary.isContext)
    {
      return tuning.sameNumbers
    }
    if differInSettingOnly(a, b, nearFirst, nearSecond) || differInContextOnly(nearFirst, nearSecond) { return tuning.settingMissing }
    let (small, large) = nearFirst.count <= nearSecond.count ? (nearFirst, nearSecond) : (nearSecond, nearFirst)
    guard !small.isEmpty, small.isSubset(of: large) else { return 0 }
    if small.count >= 2, compares(a), compares(b) { return tuning.moreConceptsCompared }
    return large.count - small.count == 1 ? tuning.oneConceptMore : 0
  }

  /// Whether two questions about a thing of its own differ only in the field that they name beside it, or in how widely they name
  /// that: loss spikes in training, in pre-training, of large language models.
  private func differInContextOnly(_ first: Set<Int>, _ second: Set<Int>) -> Bool {
    guard first.intersection(second).contains(where: { !vocabulary.isContext($0) }) else { return false }
    let onlyFirst = first.subtracting(second), onlySecond = second.subtracting(first)
    guard !onlyFirst.isEmpty, !onlySecond.isEmpty else { return onlyFirst.union(onlySecond).allSatisfy(vocabulary.isContext) }
    return onlyFirst.allSatisfy { one in
      onlySecond.allSatisfy { vocabulary.areNested(one, $0) && (vocabulary.isContext(one) || vocabulary.isContext($0)) }
    }
  }

  /// Whether one of two questions says where the other leaves it open: in Java, of threads.
  private func differInSettingOnly(_ a: ParsedQuestion, _ b: ParsedQuestion, _ first: Set<Int>, _ second: Set<Int>) -> Bool {
    let base = vocabulary.withoutSettings(first)
    if !base.isEmpty, base == vocabulary.withoutSettings(second) {
      let onlyFirst = first.subtracting(second), onlySecond = second.subtracting(first)
      return onlyFirst.allSatisfy { setting in onlySecond.allSatisfy { vocabulary.areNested(setting, $0) } }
    }
    // Of two things compared or chosen from, one title says where they are met.
    if compares(a) && compares(b) || asksForChoice(a) && asksForChoice(b) {
      let places = (Set(a.places.map { vocabulary.nearest[$0] }), Set(b.places.map { vocabulary.nearest[$0] }))
      if places.0.isEmpty || places.1.isEmpty {
        let things = (first.subtracting(places.0), second.subtracting(places.1))
        if things.0 == things.1, things.0.count > 1 { return true }
      }
    }
    // The subject is in words that no list knows.
    let extra = first.union(second)
    guard extra.count == 1, first.isEmpty || second.isEmpty, a.words + a.qualifiers == b.words + b.qualifiers,
      a.leftover == b.leftover
    else { return false }
    return (a.words.count + a.qualifiers.count + a.leftover.count / 2 > 1 && compares(a) && compares(b))
      || (a.words.contains { $0.utf8.count > 2 } && extra.allSatisfy(vocabulary.isContext))
  }

  /// Whether two questions about near concepts use the same words for the rest, ask the same several things, or how much of the
  /// same.
  private func agreesOtherwise(_ a: ParsedQuestion, _ b: ParsedQuestion) -> Bool {
    let sameWords = a.leftover == b.leftover && a.words == b.words && a.leftover.count + a.words.count > 0
    let sameFacets =
      a.facets.count > 1 && a.facets.count == b.facets.count
      && a.facets.allSatisfy { facet in b.facets.contains { vocabulary.facets.nearness(facet, $0) >= tuning.facetCovered } }
    return sameWords || sameFacets || (a.facets == b.facets && vocabulary.facets[.measured].isSuperset(of: a.facets))
  }

  /// "JSON to XML" is not "XML to JSON", and "why A rather than B" not "why B rather than A". What A and B differ in, have
  /// in common or have to do with each other is the same either way.
  private func goesTheOtherWay(_ a: ParsedQuestion, _ b: ParsedQuestion) -> Bool {
    guard !a.direction.isNone, !b.direction.isNone else { return false }
    if (a.facets + b.facets).allSatisfy(vocabulary.facets[.symmetric].contains) { return false }
    return a.direction.opposes(b.direction, where: { a.mentions($0) && b.mentions($0) })
  }

  /// When to use either of two is which to choose.
  private func asksForChoice(_ question: ParsedQuestion) -> Bool {
    question.facets.count == 1 && vocabulary.facets[.chosen].contains(question.facets[0])
  }

  private func compares(_ question: ParsedQuestion) -> Bool {
    question.facets.contains(where: vocabulary.facets[.compared].contains)
  }

  /// The nearest pair of facets, less for what else only one of the two asks.
  private func facetShare(_ a: ParsedQuestion, _ b: ParsedQuestion) -> Double {
    let all = (asked(in: a), asked(in: b)), conditions = conditions(a, b)
    var best = 0.0, pair = (-1, -1)
    for first in all.0 {
      for second in all.1 {
        let nearness = vocabulary.facets.nearness(first, second, where: conditions)
        if nearness > best { (best, pair) = (nearness, (first, second)) }
      }
    }
    // "How is it optimized" says not whether more or less is wanted.
    if best < tuning.remedyUnsaid, a.remedy == nil || b.remedy == nil, asksRemedy(a), asksRemedy(b) { return tuning.remedyUnsaid }
    guard best > 0 else { return 0 }
    var share = best
    share *= missing(in: a, besides: pair.0, from: all.1, conditions)
    share *= missing(in: b, besides: pair.1, from: all.0, conditions)
    if a.hasSubordinate != b.hasSubordinate { share *= tuning.subordinateMissing }
    return share
  }

  private func asked(in question: ParsedQuestion) -> [Int] {
    question.coordinateFacets.isEmpty ? question.facets : question.facets + question.coordinateFacets
  }

  /// What holds of the concepts of both.
  private func conditions(_ a: ParsedQuestion, _ b: ParsedQuestion) -> FacetTable.Conditions {
    var result: FacetTable.Conditions = a.concepts.count > 1 && b.concepts.count > 1 ? .several : []
    for concept in a.concepts where b.concepts.contains(concept) { result.formUnion(vocabulary.traits[concept]) }
    return result
  }

  private func wantOpposites(_ a: ParsedQuestion, _ b: ParsedQuestion) -> Bool {
    a.remedy != nil && b.remedy != nil && a.remedy != b.remedy
  }

  private func asksRemedy(_ question: ParsedQuestion) -> Bool {
    question.facets.count == 1 && vocabulary.facets[.remedy].contains(question.facets[0])
  }

  private func missing(
    in question: ParsedQuestion, besides matched: Int, from other: [Int], _ conditions: FacetTable.Conditions
  ) -> Double {
    var factor = 1.0
    for facet in question.facets + question.coordinateFacets where facet != matched {
      if other.contains(where: { vocabulary.facets.nearness(facet, $0, where: conditions) >= tuning.facetCovered }) { continue }
      let isPreamble =
        vocabulary.facets[.preamble].contains(facet) && !question.coordinateFacets.isEmpty
      factor *= isPreamble ? tuning.preambleMissing : tuning.facetMissing
    }
    return factor
  }

  private func leftoverShare(_ a: ParsedQuestion, _ b: ParsedQuestion, hasConcepts: Bool) -> Double {
    guard a.qualifiers == b.qualifiers, a.properties == b.properties, !wantOpposites(a, b) else { return 0.5 }
    let han = a.leftover.commonCount(b.leftover), words = a.words.commonCount(b.words)
    let common = Double(han) + Double(words + a.qualifiers.count) * tuning.wordWeight
    let onlyA = Double(a.leftover.count - han) + Double(a.words.count - words) * tuning.wordWeight
    let onlyB = Double(b.leftover.count - han) + Double(b.words.count - words) * tuning.wordWeight
    let lone = onlyA + onlyB
    guard hasConcepts else {
      if a.qualifiers.count > 1, lone <= 2 { return 1 }
      let dice = common == 0 ? 0 : 2 * common / (2 * common + lone)
      let isLong = common >= tuning.minimumLexicalLength
      return dice >= tuning.lexicalMinimum && isLong && words == max(a.words.count, b.words.count) ? dice : min(dice, 0.5)
    }
    guard lone > 0 else { return 1 }
    let share = 1 - lone / (lone + 2 * common + tuning.leftoverSlack)
    return onlyA > 0 && onlyB > 0 ? share * tuning.substitution : share
  }
}
