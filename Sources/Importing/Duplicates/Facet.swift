/// What a question asks about its concepts: `facets.txt` lists them.
struct Facet: Sendable, Hashable {
  let id: String
  /// For people: `advantages`.
  let name: String
  /// Combinations of cues any of which makes the facet.
  let combinations: [Set<Int>]
  /// Cues that say nothing beside it.
  let absorbed: Set<Int>
  /// Whether it counts only in the absence of the others.
  let isWeak: Bool
}
