internal import Foundation

/// Which passages of two versions of a page say the same.
package enum PassageAlignment {
  /// Indexes into the two versions; `nil` where one has nothing to show beside the other.
  package typealias Pair = (left: Int?, right: Int?)

  /// What there is to compare: the level of the passage's heading and how many bytes its text has.
  package struct Passage: Sendable {
    let level: Int
    let length: Int

    package init(level: Int, length: Int) {
      (self.level, self.length) = (level, length)
    }
  }

  /// More cells than this are not filled: what is left over stands alone.
  private static let largestTable = 1 << 20

  /// Passages in order, each once. Headings of different levels are never paired; among the rest, pairs of like length
  /// are preferred (after Gale and Church, 1993; in bytes, Chinese and English say the same at about the same length). Pages with the same levels are paired one by one.
  /// O(left × right).
  package static func align(_ left: [Passage], _ right: [Passage]) -> [Pair] {
    if left.map(\.level) == right.map(\.level) { return left.indices.map { ($0, $0) } }
    guard left.count * right.count <= largestTable else {
      return left.indices.map { ($0, nil) } + right.indices.map { (nil, $0) }
    }
    func cost(_ i: Int, _ j: Int) -> Double {
      guard left[i].level == right[j].level else { return .infinity }
      return min(1.5, abs(log(Double(left[i].length + 40) / Double(right[j].length + 40))))
    }
    // best[i][j]: the cost of pairing what follows i and j; a passage that stands alone costs 1.
    var best = [[Double]](repeating: [Double](repeating: 0, count: right.count + 1), count: left.count + 1)
    for i in stride(from: left.count, through: 0, by: -1) {
      for j in stride(from: right.count, through: 0, by: -1) {
        if i == left.count || j == right.count {
          best[i][j] = Double(left.count - i + right.count - j)
        } else {
          best[i][j] = min(cost(i, j) + best[i + 1][j + 1], 1 + best[i + 1][j], 1 + best[i][j + 1])
        }
      }
    }
    var pairs: [Pair] = []
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
      if i < left.count, j < right.count, best[i][j] == cost(i, j) + best[i + 1][j + 1] {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if i < left.count, j == right.count || best[i][j] == 1 + best[i + 1][j] {
        pairs.append((i, nil))
        i += 1
      } else {
        pairs.append((nil, j))
        j += 1
      }
    }
    return pairs
  }
}
