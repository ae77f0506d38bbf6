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
}
