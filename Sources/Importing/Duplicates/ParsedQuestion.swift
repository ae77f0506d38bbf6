/// A title taken apart: what it is about, what it asks, what is left over.
struct ParsedQuestion: Sendable, Hashable {
  /// Concepts of the main clause in the order in which they stand, those that say nothing beside others left out.
  var concepts: [Int] = []
  /// Facets of the main clause.
  var facets: [Int] = []
  /// Facets of further clauses that name the same concepts themselves.
  var coordinateFacets: [Int] = []
  /// Whether a further clause follows that refers back (`… and what are its drawbacks`).
  var hasSubordinate = false
  /// Han characters left over in the main clause, sorted.
  var leftover: [UInt32] = []
  /// Latin words left over, sorted.
  var words: [String] = []
  /// Numbers, versions, negations and opposites: two questions that differ in them are two. Sorted.
  var qualifiers: [String] = []
  /// Properties of which the reason is asked, by their names in `properties.txt`; sorted. Two questions that differ in them
  /// are two.
  var properties: [String] = []
  /// Whether one concept is measured by another: why A is faster than B.
  var isComparative = false

  /// Whether the title says what it is about.
  var hasSubject: Bool { !concepts.isEmpty || !leftover.isEmpty || !words.isEmpty || !qualifiers.isEmpty }

  /// Concepts sorted: the set.
  var conceptSet: [Int] { concepts.sorted() }
}
