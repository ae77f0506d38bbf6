/// Which concepts stand above which, without circles.
struct BroaderRelation {
  /// The broader concepts of each that can be kept, in the order they were stated.
  let parents: [String: [String]]

  /// - Parameter stated: Broader concepts by concept, in any order. Where they go round in a circle, the step that
  ///   closes it is left out; which one that is depends on the order of slugs alone. O(concepts + relations).
  init(_ stated: [(concept: String, broader: [String])]) {
    let wanted = Dictionary(stated.map { ($0.concept, $0.broader) }) { first, _ in first }
    var kept: [String: [String]] = [:]
    var finished: Set<String> = []
    for (start, _) in stated.sorted(by: { $0.concept < $1.concept }) where !finished.contains(start) {
      // Depth first, with a stack of its own: a chain may be as long as the termbase.
      var path: [(concept: String, next: Int)] = [(start, 0)]
      var onPath: Set<String> = [start]
      while let (concept, next) = path.last {
        let broader = wanted[concept] ?? []
        guard next < broader.count else {
          finished.insert(concept)
          onPath.remove(concept)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let parent = broader[next]
        if onPath.contains(parent) { continue }
        kept[concept, default: []].append(parent)
        if !finished.contains(parent) {
          path.append((parent, 0))
          onPath.insert(parent)
        }
      }
    }
    parents = kept
  }

  /// Whether `upper` is reached from `lower` by going to broader concepts. O(concepts above).
  func isAbove(_ upper: String, _ lower: String) -> Bool {
    var seen: Set<String> = []
    var open = parents[lower] ?? []
    while let concept = open.popLast() {
      if concept == upper { return true }
      if seen.insert(concept).inserted { open += parents[concept] ?? [] }
    }
    return false
  }
}
