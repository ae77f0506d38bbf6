/// Groups in which every two members are linked: no chains.
struct CompleteLinkGrouping {
  /// Members of each group, singles included; `groupOf` leads to them.
  private(set) var groups: [[Int]]
  private var groupOf: [Int]

  init(count: Int) {
    groups = (0..<count).map { [$0] }
    groupOf = Array(0..<count)
  }

  /// Joins the groups of two members if `linked` holds for every pair across them.
  /// - Returns: Whether they are in one group now.
  @discardableResult
  mutating func join(_ first: Int, _ second: Int, where linked: (Int, Int) -> Bool) -> Bool {
    let a = groupOf[first], b = groupOf[second]
    if a == b { return true }
    for x in groups[a] {
      for y in groups[b] where !linked(x, y) { return false }
    }
    for member in groups[b] { groupOf[member] = a }
    groups[a] += groups[b]
    groups[b] = []
    return true
  }

  func areTogether(_ first: Int, _ second: Int) -> Bool { groupOf[first] == groupOf[second] }
}
