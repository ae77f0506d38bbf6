/// A bilingual list of concepts: what ships with the program, extended by a site's own terms.
package struct Lexicon: Sendable {
  /// Sorted by id; ids are unique.
  package let concepts: [LexiconConcept]

  /// Of two concepts with one id the later one wins.
  package init(concepts: [LexiconConcept]) {
    var byID: [String: LexiconConcept] = [:]
    for concept in concepts { byID[concept.id] = concept }
    self.concepts = byID.values.sorted { $0.id < $1.id }
  }
}
