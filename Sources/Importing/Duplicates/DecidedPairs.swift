/// People's decisions, checked for contradictions.
struct DecidedPairs: Sendable {
  /// Lists of ids that are one question; lists that share an id are one list.
  let same: [[String]]
  let contradictions: [DuplicateGrouping.Contradiction]
  private let different: Set<Pair>
  private let mentioned: Set<String>

  private struct Pair: Hashable {
    let first: String, second: String

    init(_ a: String, _ b: String) { (first, second) = a < b ? (a, b) : (b, a) }
  }

  init(_ decisions: DuplicateDecisions) {
    var lists: [[String]] = []
    for list in decisions.same {
      let touching = lists.indices.filter { lists[$0].contains { list.contains($0) } }
      let joined = Set(touching.flatMap { lists[$0] } + list)
      lists = lists.enumerated().filter { !touching.contains($0.offset) }.map(\.element) + [joined.sorted()]
    }
    var listOf: [String: Int] = [:]
    for (index, list) in lists.enumerated() { for id in list { listOf[id] = index } }
    var different: Set<Pair> = []
    var contradictions: [DuplicateGrouping.Contradiction] = []
    for (number, list) in decisions.different.enumerated() {
      for (place, first) in list.enumerated() {
        for second in list[(place + 1)...] where first != second {
          if let own = listOf[first], own == listOf[second] {
            contradictions.append(DuplicateGrouping.Contradiction(first: first, second: second, list: number))
          }
          different.insert(Pair(first, second))
        }
      }
    }
    same = lists
    self.different = different
    self.contradictions = contradictions
    mentioned = Set(decisions.same.flatMap { $0 } + decisions.different.flatMap { $0 })
  }

  var isEmpty: Bool { mentioned.isEmpty }

  func mentions(_ id: String) -> Bool { mentioned.contains(id) }

  func areDifferent(_ first: String, _ second: String) -> Bool { different.contains(Pair(first, second)) }
}
