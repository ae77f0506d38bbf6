/// A title taken apart: what it is about, what it asks, what is left over.
struct ParsedQuestion: Sendable, Hashable {
  /// Concepts of the main clause in the order in which they stand, those that say nothing beside others left out.
  var concepts: [Int] = [] { didSet { conceptSet = concepts.sorted() } }
  /// Concepts sorted: the set.
  private(set) var conceptSet: [Int] = []
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
  /// Numbers, versions, negations, opposites and the words of `contrasts.txt`: two questions that differ in them are two. Sorted.
  var qualifiers: [String] = []
  /// Properties of which the reason is asked, by their names in `properties.txt`; sorted. Two questions that differ in them
  /// are two.
  var properties: [String] = []
  /// Which way a relation between two things goes: A to B, A rather than B.
  var direction = Direction()
  /// Whether more or less of the thing is wanted, where the title says so.
  var remedy: Remedy?
  /// Those of the concepts that say where the others are met (`Java 中`); sorted.
  var places: [Int] = []
  /// Those of the concepts that another one is chosen over (`LN 而不是 BN`); sorted.
  var contrasted: [Int] = []

  /// Whether the title says what it is about.
  var hasSubject: Bool { !concepts.isEmpty || !leftover.isEmpty || !words.isEmpty || !qualifiers.isEmpty }

  /// Whether a thing that has a role in another title stands in this one.
  func mentions(_ thing: Direction.Thing) -> Bool {
    switch thing {
    case .concept(let concept): concepts.contains(concept)
    case .word(let word): words.contains(word) || qualifiers.contains(word)
    case .han(let scalars): scalars.allSatisfy { leftover.contains($0) }
    }
  }

  /// What is left over of a cue that no facet uses.
  static func word(forUnused cue: String) -> String { "?" + cue }

  /// The question without what something is chosen over, and so without the direction of a choice.
  var withoutContrast: ParsedQuestion {
    var question = self
    question.concepts = concepts.filter { !contrasted.contains($0) }
    question.contrasted = []
    question.words = words.filter { $0 != Self.contrastWord }
    question.direction = Direction()
    return question
  }

  private static let contrastWord = word(forUnused: FacetTable.contrast)
}
