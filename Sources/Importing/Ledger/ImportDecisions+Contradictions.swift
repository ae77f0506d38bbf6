internal import Diagnostics

extension ImportDecisions {
  /// Decisions that say of two questions that they are one and that they are not, be it that the first follows only from
  /// several decisions. They name each other's lines.
  ///
  /// - Parameter canonical: What a name stands for, where a question has several names.
  func contradictions(canonical: (String) -> String = { $0 }) -> [Diagnostic] {
    let same = same.map { (names: Set($0.names.map(canonical)), place: $0.place) }
    return different.compactMap { pairing in
      for (place, first) in pairing.names.enumerated() {
        for second in pairing.names[(place + 1)...] {
          let (a, b) = (canonical(first), canonical(second))
          guard a != b, let chain = Self.chain(from: a, to: b, same.map(\.names)) else { continue }
          return Diagnostic(
            .error, rule: "import-decisions", "\(first) and \(second) are different here and one question elsewhere: taken as different",
            at: pairing.place, suggestion: "remove one of the decisions",
            notes: chain.map { Diagnostic.Note(chain.count == 1 ? "one question here" : "a step to one question", at: same[$0].place) })
        }
      }
      return nil
    }
  }

  /// The fewest lists that lead from one name to another, each sharing a name with the next; indices.
  private static func chain(from first: String, to last: String, _ lists: [Set<String>]) -> [Int]? {
    var paths = lists.indices.filter { lists[$0].contains(first) }.map { [$0] }
    var seen = Set(paths.map { $0[0] })
    while !paths.isEmpty {
      if let found = paths.first(where: { lists[$0.last!].contains(last) }) { return found }
      paths = paths.flatMap { path in
        lists.indices.filter { !lists[$0].isDisjoint(with: lists[path.last!]) && seen.insert($0).inserted }.map { path + [$0] }
      }
    }
    return nil
  }
}
