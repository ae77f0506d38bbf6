extension Array {
  /// The first index from which on the condition holds; `endIndex` where it never does. It must not hold before an
  /// element for which it fails. O(log n).
  func bisected(where holds: (Element) -> Bool) -> Int {
    var low = 0, high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
