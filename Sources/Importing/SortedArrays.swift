extension Array where Element: Comparable {
  /// The elements in ascending order, each once. O(n · log n), and for small values quicker than a `Set`.
  func sortedDistinct() -> [Element] {
    var result = sorted()
    guard !result.isEmpty else { return [] }
    var count = 1
    for index in 1..<result.count where result[index] != result[count - 1] {
      result[count] = result[index]
      count += 1
    }
    result.removeLast(result.count - count)
    return result
  }

  /// How many elements two ascending arrays have in common; one that stands several times counts as often as in both. O(n + m).
  func commonCount(_ other: [Element]) -> Int {
    var (own, others, count) = (0, 0, 0)
    while own < self.count, others < other.count {
      if self[own] == other[others] {
        count += 1
        own += 1
        others += 1
      } else if self[own] < other[others] {
        own += 1
      } else {
        others += 1
      }
    }
    return count
  }
}
