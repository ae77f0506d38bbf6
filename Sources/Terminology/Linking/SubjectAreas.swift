/// Which subject fields belong together: fields of one concept do, and what belongs to the same third one. A glossary of one subject has
/// one area, however many fields it names.
struct SubjectAreas: Sendable {
  private let areas: [String: Int]

  /// O(fields of all concepts).
  init(_ concepts: [Concept]) {
    var parents: [String: String] = [:]
    func root(_ field: String) -> String {
      var field = field
      while let parent = parents[field], parent != field { field = parent }
      return field
    }
    for concept in concepts {
      let fields = concept.fields.sorted()
      for field in fields {
        if parents[field] == nil { parents[field] = field }
        let (a, b) = (root(fields[0]), root(field))
        if a != b { parents[max(a, b)] = min(a, b) }
      }
    }
    let roots = Set(parents.keys.map(root)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: roots.enumerated().map { ($1, $0) })
    areas = Dictionary(uniqueKeysWithValues: parents.keys.map { ($0, numbers[root($0)]!) })
  }

  /// The areas of some fields; fields of no concept have none.
  func callAsFunction(of fields: some Sequence<String>) -> Set<Int> { Set(fields.compactMap { areas[$0] }) }
}
