/// Draws from ranks as words are drawn in a text: the rank r with a weight of 1/r (Zipf, 1935). Whole numbers only, so that
/// every machine draws the same.
struct ZipfSampler: Sendable {
  private let ends: [Int]

  /// - Parameter flatness: added to each rank; the larger, the less the first ones stand out.
  init(count: Int, flatness: Int = 0) {
    var total = 0
    ends = (1...max(1, count)).map { rank in
      total += 1_000_000_000 / (rank + flatness)
      return total
    }
  }

  /// A rank, from 0. O(log count).
  func draw(_ generator: inout SplitMix64) -> Int {
    let target = generator.below(ends[ends.count - 1])
    var low = 0, high = ends.count - 1
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] > target { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
