internal import Encodings
internal import Terminology

/// Takes titles apart. O(length).
struct QuestionParser: Sendable {
  let vocabulary: QuestionVocabulary
  let tuning: DuplicateTuning

  /// Knows what ships with the program.
  static let standard = QuestionParser(vocabulary: .standard, tuning: .standard)

  func parse(_ title: String) -> ParsedQuestion {
    var text = title[...]
    var rest: Substring?
    if title.utf8.count > tuning.longestTitle {
      let end =
        title.unicodeScalars.index(
          title.startIndex, offsetBy: tuning.longestTitle, limitedBy: title.endIndex) ?? title.endIndex
      text = title[..<end]
      if end < title.endIndex { rest = title[end...] }
    }
    let clauses = TitleClauses.split(SeriesNames.spelled(TitleMarks.dropped(from: Spellings.standard.read(text)))).map(clause)
    var question = combine(merged(clauses))
    if let rest { question.words.append("…\(Fingerprint(rest.utf8).value)") }
    return question
  }

  private func clause(_ part: TitleClauses.Part) -> Clause {
    var clause = read(vocabulary.misspellings.corrected(PlainWording.plain(part.text)))
    clause.isGiven = !part.isQuestion && TitleGrammar.standard.saysWhatIsGiven(part.text)
    if let acquainted = vocabulary.facets.acquaintedCue, TitleGrammar.standard.asksAcquaintance(part.text) {
      clause.cues.insert(acquainted)
    }
    clause.isBareName = clause.concepts.count == 1 && clause.leftover.isEmpty && clause.words.isEmpty
    clause.asks = part.isQuestion || !clause.cues.isDisjoint(with: vocabulary.facets.askingCues)
    return clause
  }

  /// What stands in one clause.
  struct Clause {
    var concepts: [Int] = []
    var cues: Set<Int> = []
    var leftover: [UInt32] = []
    var words: [String] = []
    var qualifiers: [String] = []
    var properties: Set<String> = []
    var facets: [Int] = []
    var direction = Direction()
    var defects: [Defect] = []
    var remedy: Remedy?
    /// Concepts that say where: 中 or 里 follows.
    var places: Set<Int> = []
    /// Concepts that are not chosen: 而不是 stands before them.
    var contrasted: Set<Int> = []
    /// Whether a conjunction or a mark stands between things.
    var joins = false
    /// Whether it only says what is known.
    var isGiven = false
    /// Whether it has a question mark, or a word that asks (what, how, introduce …).
    var asks = false

    /// Whether it begins with a name, and whether it is nothing else but one that the reader is to speak of.
    var beginsWithName = false, isBareName = false

    var hasSubject: Bool { !concepts.isEmpty || !leftover.isEmpty || !words.isEmpty || !qualifiers.isEmpty }

    mutating func append(_ other: Clause) {
      for concept in other.concepts where !concepts.contains(concept) { concepts.append(concept) }
      cues.formUnion(other.cues)
      leftover += other.leftover
      words += other.words
      qualifiers += other.qualifiers
      properties.formUnion(other.properties)
      direction.complete(with: other.direction)
      defects += other.defects
      remedy = remedy ?? other.remedy
      places.formUnion(other.places)
      contrasted.formUnion(other.contrasted)
      asks = asks || other.asks
      joins = joins || other.joins
    }
  }

  /// Clauses that ask nothing by themselves belong to the next one, the last of them to the one before. What a clause
  /// before the question mentions (`when developing a model, how …`) is its occasion, not what is asked; only what is
  /// compared with (`compared to RNNs, …`) belongs to it.
  private func merged(_ clauses: [Clause]) -> [Clause] {
    var result: [Clause] = []
    var pending: Clause?
    for (place, original) in clauses.enumerated() {
      var clause = original
      // Of a list that commas part: it belongs to the clause behind it.
      if result.isEmpty, pending == nil, place + 1 < clauses.count, isListed(clause, with: clauses[place + 1]) {
        pending = clause
        continue
      }
      let isOccasion = !clause.asks && result.isEmpty && clauses[(place + 1)...].contains(where: \.asks)
      if isOccasion {
        if clause.isGiven { continue }
        if clause.direction.isNone { clause.places.formUnion(clause.concepts) }
        clause.cues = clause.direction.isNone ? [] : clause.cues.intersection(vocabulary.facets.comparingCues)
      }
      if let held = pending {
        var joined = held
        joined.append(clause)
        clause = joined
        pending = nil
      }
      if !isOccasion { clause.settleDefects(vocabulary.facets) }
      let (facets, unused) = vocabulary.facets.facets(of: clause.cues)
      clause.facets = facets
      if isOccasion || facets == [vocabulary.facets.topic] {
        pending = clause
      } else {
        clause.words += unused.map { ParsedQuestion.word(forUnused: vocabulary.facets.cues[$0]) }
        result.append(clause)
      }
    }
    if var pending {
      if result.isEmpty {
        pending.settleDefects(vocabulary.facets)
        return [pending]
      }
      // What follows the question names its occasion or repeats it.
      if result[0].concepts.isEmpty { result[0].append(pending) }
    }
    return result
  }

  private func combine(_ clauses: [Clause]) -> ParsedQuestion {
    guard var main = clauses.first else { return ParsedQuestion() }
    var others = clauses.dropFirst()
    if let choice = vocabulary.facets.index(of: "choice"), askOfEach(clauses, vocabulary.facets[.separate]) {
      for other in others { main.append(other) }
      main.facets = [choice]
      others = []
    }
    // A first clause about nothing (`what is it: …`) borrows the subject of the next one.
    while main.concepts.isEmpty, main.leftover.isEmpty, main.words.isEmpty, let next = others.popFirst() {
      let facets = main.facets
      main.append(next)
      main.facets = facets + next.facets.filter { !facets.contains($0) }
    }
    // "Do you know X, and how does it work": the second clause asks.
    if let next = others.first, !next.hasSubject || isAcquaintance(main), isPreamble(main, to: next) {
      main.append(next)
      main.facets = next.facets
      others.removeFirst()
    }
    // What is asked may stand behind a heading (`Migrating to PostgreSQL: best practices`).
    if !main.asks, let next = others.first, !next.hasSubject {
      main.facets += next.facets.filter { !main.facets.contains($0) }
      others.removeFirst()
    }
    var question = ParsedQuestion()
    question.concepts = reduced(main.concepts, facets: main.facets, places: main.places, amongKinds: asksAmongKinds(main))
    question.facets = main.facets.sorted()
    question.leftover = main.leftover.sorted()
    question.words = main.words.sorted()
    question.qualifiers = main.qualifiers.sorted()
    question.properties = main.properties.sorted()
    question.direction = main.direction
    question.remedy = main.remedy
    question.contrasted = main.contrasted.intersection(question.concepts).sorted()
    question.places = main.places.intersection(question.concepts).sorted()
    let own = Set(question.concepts)
    for clause in others where !onlyRequests(clause, after: main) {
      let concepts = Set(reduced(clause.concepts, facets: clause.facets))
      if !concepts.isEmpty, concepts == own {
        question.coordinateFacets += clause.facets.filter { !question.facets.contains($0) }
      } else {
        question.hasSubordinate = true
      }
    }
    question.coordinateFacets.sort()
    return question
  }

  /// Whether each clause asks the same of another thing: `什么时候用 RAG，什么时候用微调`.
  private func askOfEach(_ clauses: [Clause], _ facets: Set<Int>) -> Bool {
    guard clauses.count > 1 else { return false }
    return clauses.allSatisfy { clause in
      clause.facets.count == 1 && facets.contains(clause.facets[0]) && !clause.concepts.isEmpty
    } && Set(clauses.map(\.concepts)).count == clauses.count
  }

  /// Whether a clause only asks to be told what another one asks: `能解释一下吗`, `讲讲`.
  private func onlyRequests(_ clause: Clause, after main: Clause) -> Bool {
    guard !clause.hasSubject else { return false }
    let told = vocabulary.facets[.told], definition = vocabulary.facets.index(of: "definition").map { [$0] } ?? []
    let asksWhat = !told.union(definition).isDisjoint(with: main.facets)
    return told.union(asksWhat ? definition : []).isSuperset(of: clause.facets)
  }

  /// Whether a clause only leads to the next one: it asks whether one knows the thing, or what several are that the next
  /// one compares.
  private func isPreamble(_ clause: Clause, to next: Clause) -> Bool {
    if isAcquaintance(clause) { return clause.facets == vocabulary.facets.index(of: "overview").map { [$0] } }
    return clause.concepts.count > 1 && clause.facets.count == 1 && vocabulary.facets[.paired].isSuperset(of: clause.facets)
      && !vocabulary.facets[.compared].isDisjoint(with: next.facets)
  }

  /// Whether a clause is the first name of a list that commas part: `说说 select，poll 和 epoll 的区别`.
  private func isListed(_ clause: Clause, with next: Clause) -> Bool {
    clause.isBareName && next.joins && next.beginsWithName && !next.cues.isDisjoint(with: vocabulary.facets.comparingCues)
  }

  private func isAcquaintance(_ clause: Clause) -> Bool { vocabulary.facets.acquaintedCue.map(clause.cues.contains) ?? false }

  /// Without the concepts that say nothing beside the others. A comparison keeps what it compares.
  private func reduced(_ concepts: [Int], facets: [Int], places: Set<Int> = [], amongKinds: Bool = false) -> [Int] {
    guard concepts.count > 1 else { return concepts }
    // Where things are met says nothing of what is compared there: 知识库项目里 RAG 和微调怎么选.
    let met = concepts.count > 2 && !concepts.allSatisfy(places.contains) ? places : []
    func isIdle(_ concept: Int) -> Bool {
      concepts.contains { !met.contains($0) && vocabulary.isIdle(concept, beside: $0) }
        || (vocabulary.isGeneral[concept] && concepts.contains { !vocabulary.isGeneral[$0] })
    }
    if !vocabulary.facets[.list].isDisjoint(with: facets) { return concepts.filter { vocabulary.isGeneral[$0] || !isIdle($0) } }
    let rest = concepts.filter { !isIdle($0) }
    let compares = !vocabulary.facets[.symmetric].isDisjoint(with: facets)
    // All that a series has, compared: ZeRO-1、ZeRO-2、ZeRO-3 are the stages of ZeRO.
    if let (whole, members) = vocabulary.whole(among: Set(rest)) {
      return [whole] + rest.filter { !members.contains($0) && !vocabulary.isIdle($0, beside: whole) }
    }
    return rest.isEmpty || (compares && rest.count < 2 && !amongKinds) ? concepts : rest
  }

  /// Whether what is compared are kinds or stages of one thing: `ZeRO 各个 stage 有何不同`.
  ///
  /// Nor does a choice compare where nothing joins the names: `RAG 的 embedding 模型怎么选`.
  private func asksAmongKinds(_ clause: Clause) -> Bool {
    !clause.cues.isDisjoint(with: vocabulary.facets.kindCues)
      || (!clause.joins && clause.facets.map { vocabulary.facets.facets[$0].id } == ["choice"])
  }
}
