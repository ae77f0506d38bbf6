internal import Terminology

/// Names that several concepts have (ORM: of objects and tables, and the outcome reward model). Alone, such a name means
/// the first of them; beside other concepts, the one that belongs to most of these.
struct Homonyms: Sendable {
  private let owners: [[UInt32]: [Int]]
  private let concepts: [LexiconConcept]
  /// Concepts with such a name.
  let ambiguous: Set<Int>

  init(_ concepts: [LexiconConcept]) {
    self.concepts = concepts
    var owners: [[UInt32]: [Int]] = [:]
    for (own, concept) in concepts.enumerated() {
      for name in concept.names {
        let folded = FoldedText(name).scalars
        if owners[folded]?.last != own { owners[folded, default: []].append(own) }
      }
    }
    self.owners = owners.filter { $0.value.count > 1 }
    ambiguous = Set(self.owners.values.joined())
  }

  /// The concept that a name means beside others; `nil` where it has one meaning.
  func meaning(of name: ArraySlice<UInt32>, beside others: Set<Int>) -> Int? {
    guard let own = owners[Array(name)] else { return nil }
    let rest = others.subtracting(own)
    // Of equals the first.
    return own.enumerated().max { (kinship($0.element, rest), $1.offset) < (kinship($1.element, rest), $0.offset) }?.element
  }

  private func kinship(_ concept: Int, _ others: Set<Int>) -> Int {
    others.reduce(0) { sum, other in
      let (own, beside) = (concepts[concept], concepts[other])
      let isRelated = own.within.contains(beside.id) || own.settings.contains(beside.id) || beside.within.contains(own.id)
      return sum + (isRelated ? 2 : own.field == beside.field ? 1 : 0)
    }
  }
}

extension QuestionParser {
  /// Gives names of several meanings the one that their neighbours have.
  func settleHomonyms(_ tokens: inout [Token], _ text: FoldedText) {
    let named = tokens.compactMap { token in if case .known(.concept(let concept)) = token.kind { concept } else { nil } }
    guard named.count > 1, named.contains(where: vocabulary.homonyms.ambiguous.contains) else { return }
    for place in tokens.indices {
      guard case .known(.concept(let concept)) = tokens[place].kind, vocabulary.homonyms.ambiguous.contains(concept),
        let meant = vocabulary.homonyms.meaning(of: text.scalars[tokens[place].range], beside: Set(named)), meant != concept
      else { continue }
      tokens[place].kind = .known(.concept(meant))
    }
  }
}
