/// Finds the name that was probably meant.
public enum NearMiss {
  /// The candidate nearest to `name` by edit distance with transpositions, when it is near enough to be a slip
  /// (a third of its length, at most 3); the first in order where several are equally near.
  public static func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
    let limit = min(3, max(1, name.count / 3))
    var best: (distance: Int, name: String)?
    for candidate in candidates.sorted() {
      let distance = distance(Array(name.lowercased()), Array(candidate.lowercased()))
      if distance <= limit, distance < max(name.count, candidate.count), distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.name
  }

  /// Optimal string alignment distance. O(a·b).
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](), last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
