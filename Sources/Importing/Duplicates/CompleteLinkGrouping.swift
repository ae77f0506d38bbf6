/// Groups in which every two members are linked: no chains.
struct CompleteLinkGrouping {
  /// Members of each group, singles included; `groupOf` leads to them.
  private(set) var groups: [[Int]]
  private var groupOf: [Int]

  init(count: Int) {
    groups = (0..<count).map { [$0] }
    groupOf = Array(0..<count)
  }

  /// Whether `linked` holds for every pair across the groups of two members.
  func mayJoin(_ first: Int, _ second: Int, where linked: (Int, Int) -> Bool) -> Bool {
    let a = groupOf[first], b = groupOf[second]
    return a == b || groups[a].allSatisfy { x in groups[b].allSatisfy { linked(x, $0) } }
  }

  /// Joins the groups of two members.
  mutating func join(_ first: Int, _ second: Int) {
    let a = groupOf[first], b = groupOf[second]
    if a == b { return }
    for member in groups[b] { groupOf[member] = a }
    groups[a] += groups[b]
    groups[b] = []
  }

  /// The smallest member of a member's group.
  func first(with member: Int) -> Int { groups[groupOf[member]].min() ?? member }

  func areTogether(_ first: Int, _ second: Int) -> Bool { groupOf[first] == groupOf[second] }
}
