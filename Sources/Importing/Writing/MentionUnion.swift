/// Mentions that are joined step by step; each group knows which concept of the lexicon it is, if any.
struct MentionUnion {
  private var parent: [Int]
  private var concept: [Int?]
  private var membersByRoot: [Int: [Int]]

  init(_ concepts: [Int?]) {
    parent = Array(concepts.indices)
    concept = concepts
    membersByRoot = Dictionary(uniqueKeysWithValues: concepts.indices.map { ($0, [$0]) })
  }

  /// Names under which mentions of the same concept meet.
  func conceptKeys(_ index: Int) -> [String] { concept[index].map { ["concept \($0)"] } ?? [] }

  func agreesOnConcept(_ a: Int, _ b: Int) -> Bool {
    guard let first = concept[root(a)], let second = concept[root(b)] else { return true }
    return first == second
  }

  /// Groups that are different concepts stay apart, whatever name they share.
  mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(a), root(b))
    guard x != y, agreesOnConcept(x, y) else { return }
    let (low, high) = (min(x, y), max(x, y))
    parent[high] = low
    concept[low] = concept[low] ?? concept[high]
    membersByRoot[low]! += membersByRoot.removeValue(forKey: high)!
  }

  func members(of index: Int) -> [Int] { membersByRoot[root(index)] ?? [] }

  /// In the order of their first member; members in order.
  var groups: [[Int]] { membersByRoot.sorted { $0.key < $1.key }.map { $0.value.sorted() } }

  private func root(_ index: Int) -> Int {
    var index = index
    while parent[index] != index { index = parent[index] }
    return index
  }
}
