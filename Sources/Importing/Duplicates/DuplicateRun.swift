internal import ContentModel
internal import Encodings
internal import Terminology

/// One grouping of one set of candidates, step by step.
///
/// Candidates whose titles come apart into the same parts are one node: a title asked a thousand times costs as much
/// as one asked once.
struct DuplicateRun {
  let candidates: [QuestionCandidate]
  let tuning: DuplicateTuning
  let comparison: QuestionComparison
  let decided: DecidedPairs
  /// Sorted by content.
  let nodes: [Node]
  /// Nodes by the question that they ask, in that order.
  let distinct: [[Int]]
  /// Of the answers that a decision may depend on.
  var answers: AnswerOverlap
  /// The pages that each node's members stand on.
  let pages: [Set<String>]
  var grouping: CompleteLinkGrouping
  /// The groups as the scores alone make them: every two members of one are linked.
  var cells: CompleteLinkGrouping
  /// Pairs that are one question or may be, best first.
  var links: [Link] = []
  /// Pairs of distinct questions that are near, or about some of the same concepts, best first.
  var relations: [Relation] = []
  var contradictions: [DuplicateGrouping.Contradiction] = []

  struct Node {
    let question: ParsedQuestion
    /// Indices of candidates, in the order of the input.
    var members: [Int]
  }

  private struct Pair: Hashable { let first: Int, second: Int }

  struct Link {
    let first: Int, second: Int
    let score: Double
    let answers: Double?
    /// Whether the titles are the same letter by letter: of two pages that people parted, the one that is called so takes it.
    var isVerbatim = false

    static func precedes(_ a: Link, _ b: Link) -> Bool {
      (b.score, a.isVerbatim ? 0 : 1, a.first, a.second) < (a.score, b.isVerbatim ? 0 : 1, b.first, b.second)
    }
  }

  /// Two distinct questions, by their place in ``distinct``.
  struct Relation {
    let first: Int, second: Int
    let score: Double
  }

  init(_ recognizer: DuplicateRecognizer, _ candidates: [QuestionCandidate]) {
    self.candidates = candidates
    tuning = recognizer.tuning
    comparison = QuestionComparison(vocabulary: recognizer.vocabulary, tuning: recognizer.tuning)
    decided = DecidedPairs(recognizer.decisions)
    let parser = QuestionParser(vocabulary: recognizer.vocabulary, tuning: recognizer.tuning)
    nodes = Self.nodes(candidates, parser: parser, decided: decided)
    var placeOf: [ParsedQuestion: Int] = [:], distinct: [[Int]] = []
    for (index, node) in nodes.enumerated() {
      let place = placeOf[node.question] ?? distinct.count
      if place == distinct.count {
        placeOf[node.question] = place
        distinct.append([])
      }
      distinct[place].append(index)
    }
    self.distinct = distinct
    answers = AnswerOverlap(count: 0, compared: [], corpus: (0, { _ in nil })) { _ in nil }
    pages = nodes.map { Set($0.members.flatMap { candidates[$0].documents }) }
    grouping = CompleteLinkGrouping(count: nodes.count)
    cells = grouping
  }

  /// What candidates with one key share; a candidate that people decided about stands for itself, and beside it each title that
  /// comes apart into the same parts; a title that says nothing stands for itself and its answer.
  private struct NodeKey: Hashable {
    let question: ParsedQuestion
    let id: String?
  }

  private static func nodes(_ candidates: [QuestionCandidate], parser: QuestionParser, decided: DecidedPairs) -> [Node] {
    var byKey: [NodeKey: Int] = [:]
    var nodes: [(node: Node, order: String)] = []
    let questions = concurrentMap(count: candidates.count) { parser.parse(candidates[$0].title) }
    let parted = Set(candidates.indices.filter { decided.mentions(candidates[$0].id) }.map { questions[$0] })
    for (index, candidate) in candidates.enumerated() {
      let question = questions[index]
      let own = parted.contains(question) ? ComparableText.squash(candidate.title) : nil
      let said = question.hasSubject ? own : candidate.answerText.map { "\(ComparableText.squash(candidate.title))\n\($0)" } ?? candidate.id
      let key = NodeKey(question: question, id: decided.mentions(candidate.id) ? candidate.id : said)
      if let node = byKey[key] {
        nodes[node].node.members.append(index)
        nodes[node].order = min(nodes[node].order, candidate.title)
      } else {
        byKey[key] = nodes.count
        nodes.append((Node(question: question, members: [index]), candidate.title))
      }
    }
    return nodes.sorted { a, b in
      a.order != b.order
        ? a.order.utf8.lexicographicallyPrecedes(b.order.utf8)
        : candidates[a.node.members[0]].id < candidates[b.node.members[0]].id
    }.map(\.node)
  }

  private static func longestAnswer(of node: Node, _ candidates: [QuestionCandidate]) -> String? {
    node.members.compactMap { candidates[$0].answerText }.max { a, b in
      a.utf8.count != b.utf8.count ? a.utf8.count < b.utf8.count : a < b
    }
  }

  /// Puts together what people said is one question, first of all.
  mutating func applyDecisions() {
    contradictions = decided.contradictions
    var nodeOf: [String: Int] = [:]
    for (index, node) in nodes.enumerated() {
      for member in node.members where decided.mentions(candidates[member].id) { nodeOf[candidates[member].id] = index }
    }
    var joined = grouping
    for list in decided.same {
      let members = list.compactMap { nodeOf[$0] }
      for other in members.dropFirst() where joined.mayJoin(members[0], other, where: { !areDecidedDifferent($0, $1) }) {
        joined.join(members[0], other)
      }
    }
    grouping = joined
  }

  func areDecidedDifferent(_ first: Int, _ second: Int) -> Bool {
    guard !decided.isEmpty else { return false }
    return nodes[first].members.contains { a in
      nodes[second].members.contains { decided.areDifferent(candidates[a].id, candidates[$0].id) }
    }
  }

  /// Scores every pair that shares a key. Questions are compared once however many nodes ask them: what people decided about one
  /// question must not change what others are related to.
  mutating func comparePairs() {
    let questions = distinct.map { nodes[$0[0]].question }
    let pairs = CandidateIndex(questions, vocabulary: comparison.vocabulary, tuning: tuning).pairs
    // Nodes of one question are apart only where people decided about it.
    var found = distinct.filter { nodes[$0[0]].question.hasSubject }.flatMap { nodes in
      nodes.indices.flatMap { place in nodes[(place + 1)...].map { (first: nodes[place], second: $0) } }
    }
    var near: [Relation] = [], kept: [Int: Int] = [:]
    // Block by block: there are millions of pairs, and few of their scores are wanted afterwards.
    for start in stride(from: 0, to: pairs.count, by: 1 << 16) {
      let block = pairs[start..<min(pairs.count, start + 1 << 16)]
      let results = concurrentMap(count: block.count) { [comparison] in
        comparison.compare(questions[block[start + $0].first], questions[block[start + $0].second])
      }
      for (pair, result) in zip(block, results) {
        let (first, second) = pair
        if result.score >= tuning.review {
          for a in distinct[first] { for b in distinct[second] { found.append((min(a, b), max(a, b))) } }
          near.append(Relation(first: first, second: second, score: result.score))
        } else if result.concepts >= tuning.oneConceptMore,
          isAboutSomething(questions[first]) || result.leftover >= tuning.contextLeftover,
          kept[first, default: 0] < tuning.relatedConsidered, kept[second, default: 0] < tuning.relatedConsidered
        {
          kept[first, default: 0] += 1
          kept[second, default: 0] += 1
          near.append(Relation(first: first, second: second, score: (result.concepts * result.leftover + result.score) / 2))
        }
      }
    }
    answers = overlap(of: found)
    links = concurrentMap(count: found.count) { [self, found] in link(found[$0].first, found[$0].second) }.sorted(by: Link.precedes)
    let known = Set(near.map { Pair(first: $0.first, second: $0.second) })
    near += RelatedQuestions(questions, vocabulary: comparison.vocabulary, tuning: tuning).pairs
      .filter { !known.contains(Pair(first: $0.first, second: $0.second)) }
      .map { Relation(first: $0.first, second: $0.second, score: $0.share * tuning.relatedWeight) }
    near += distinct.indices.filter { distinct[$0].count > 1 }.map { Relation(first: $0, second: $0, score: 1) }
    relations = near.sorted { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
  }

  /// Whether a question names more than the field that very many are about (AI, Java): that alone relates no two of them.
  private func isAboutSomething(_ question: ParsedQuestion) -> Bool { question.concepts.contains { !comparison.vocabulary.isContext($0) } }

  /// Of the answers of pairs that may be one question, and of those that people put together.
  private func overlap(of pairs: [(first: Int, second: Int)]) -> AnswerOverlap {
    let decidedNodes = decided.isEmpty ? [] : nodes.indices.filter { nodes[$0].members.contains { decided.mentions(candidates[$0].id) } }
    // Counted once each, in an order of their own: what people decided about other questions must not change a weight.
    let hashes = concurrentMap(count: candidates.count) { [candidates] in candidates[$0].answerText.map { Fingerprint($0.utf8).value } }
    var holder: [UInt64: Int] = [:]
    for (index, hash) in hashes.enumerated() { if let hash, holder[hash] == nil { holder[hash] = index } }
    let different = holder.sorted { $0.key < $1.key }.map(\.value)
    return AnswerOverlap(
      count: nodes.count, compared: Set(pairs.flatMap { [$0.first, $0.second] } + decidedNodes),
      corpus: (different.count, { [candidates] in candidates[different[$0]].answerText })
    ) { [nodes, candidates] in Self.longestAnswer(of: nodes[$0], candidates) }
  }

  /// A pair's score; answers that agree lift an undecided one over the threshold, a heading on the same page lowers it.
  ///
  /// Answers confirm what is nearly decided: where the facets differ the questions are two, however much the answers share.
  func link(_ first: Int, _ second: Int) -> Link {
    let result = comparison.compare(nodes[first].question, nodes[second].question)
    let score = result.score
    if score >= tuning.merge, isHeadingOnSamePage(first, second) {
      return Link(first: first, second: second, score: tuning.review, answers: nil)
    }
    guard score < tuning.merge, score >= tuning.review, result.facets >= tuning.facetsConfirmed,
      let overlap = answers.share(first, second),
      overlap >= tuning.answersAgree
    else { return Link(first: first, second: second, score: score, answers: nil, isVerbatim: haveOneTitle(first, second)) }
    return Link(first: first, second: second, score: tuning.merge, answers: overlap)
  }

  /// Only where people decided about a question: elsewhere such titles are one node.
  private func haveOneTitle(_ first: Int, _ second: Int) -> Bool {
    let titles = [first, second].map { candidates[nodes[$0].members[0]].title }
    return !decided.isEmpty && ComparableText.squash(titles[0]) == ComparableText.squash(titles[1])
  }

  /// Whether one of the two is a bare heading on the other's page with another text below it: a section about the
  /// subject, not the question again.
  private func isHeadingOnSamePage(_ first: Int, _ second: Int) -> Bool {
    let topic = [comparison.vocabulary.facets.topic]
    guard (nodes[first].question.facets == topic) != (nodes[second].question.facets == topic),
      !pages[first].isDisjoint(with: pages[second])
    else { return false }
    return answers.share(first, second) ?? 0 < tuning.answersAgree
  }

  /// Joins what the scores say is one. What people joined is one group of several cells, so that none of its questions keeps
  /// away what is the same as another. What came to it by its score stays in the cell of what it is the same as: else one
  /// import after another would add to the group what is like the last that came.
  mutating func mergePairs() {
    var (groups, cells) = (grouping, cells)
    for pair in links where pair.score >= tuning.merge {
      guard cells.mayJoin(pair.first, pair.second, where: { link($0, $1).score >= tuning.merge }),
        groups.mayJoin(pair.first, pair.second, where: { !areDecidedDifferent($0, $1) })
      else { continue }
      cells.join(pair.first, pair.second)
      groups.join(pair.first, pair.second)
    }
    (grouping, self.cells) = (groups, cells)
  }
}
