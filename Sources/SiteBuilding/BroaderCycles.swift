import ContentModel

/// Concepts that are broader than themselves by way of others.
enum BroaderCycles {
  /// Each cycle once, beginning and ending with the same concept; in the order of ids. O(concepts + relations).
  static func find(in broader: [DocumentID: [DocumentID]]) -> [[DocumentID]] {
    var cycles: [[DocumentID]] = []
    var finished: Set<DocumentID> = []
    for start in broader.keys.sorted() where !finished.contains(start) {
      var path: [DocumentID] = []
      var places: [DocumentID: Int] = [:]
      // A concept with its broader ones yet to be looked at.
      var stack: [(id: DocumentID, rest: ArraySlice<DocumentID>)] = []
      func enter(_ id: DocumentID) {
        places[id] = path.count
        path.append(id)
        stack.append((id, (broader[id] ?? [])[...]))
      }
      enter(start)
      while let top = stack.last {
        guard let next = top.rest.first else {
          finished.insert(top.id)
          places[top.id] = nil
          path.removeLast()
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].rest.removeFirst()
        if let place = places[next] {
          cycles.append(Array(path[place...]) + [next])
        } else if !finished.contains(next) {
          enter(next)
        }
      }
    }
    return cycles
  }
}
