internal import ContentModel

/// Which subject a concept belongs to, and which are near it.
///
/// Fields of one concept are one subject, and so is what belongs to the same third field: a glossary of one subject has one area, however
/// many fields it names. Concepts without a field belong together with those that they are stated to be near.
struct SubjectAreas: Sendable {
  private let fields: [String: Int]
  /// By concept.
  private let own: [Int]
  /// By concept: its own area, and those of the concepts that it is near, whoever of the two states it.
  private let near: [Set<Int>]

  /// O(fields and kin of all concepts).
  init(_ concepts: [Concept]) {
    var parents = Array(concepts.indices)
    func root(_ node: Int) -> Int {
      var node = node
      while parents[node] != node { node = parents[node] }
      return node
    }
    func join(_ a: Int, _ b: Int) {
      let (a, b) = (root(a), root(b))
      parents[max(a, b)] = min(a, b)
    }
    let indices = Dictionary(concepts.enumerated().map { ($1.id.slug, $0) }, uniquingKeysWith: { first, _ in first })
    var nodes: [String: Int] = [:], pairs: [(Int, Int)] = []
    for (index, concept) in concepts.enumerated() {
      for field in concept.fields {
        let node = nodes[field] ?? parents.count
        if node == parents.count { parents.append(node) }
        nodes[field] = node
        join(index, node)
      }
      pairs += concept.kin.compactMap { indices[$0] }.map { (index, $0) }
    }
    for (a, b) in pairs where concepts[a].fields.isEmpty && concepts[b].fields.isEmpty { join(a, b) }
    fields = nodes.mapValues(root)
    own = concepts.indices.map(root)
    var near = own.map { Set([$0]) }
    for (a, b) in pairs {
      near[a].insert(own[b])
      near[b].insert(own[a])
    }
    self.near = near
  }

  /// The areas of some fields; fields of no concept have none.
  func of(_ fields: some Sequence<String>) -> Set<Int> { Set(fields.compactMap { self.fields[$0] }) }

  func of(_ concept: Int) -> Int { own[concept] }

  func near(_ concept: Int) -> Set<Int> { near[concept] }
}
