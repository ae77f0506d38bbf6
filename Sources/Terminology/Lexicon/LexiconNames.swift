/// Which concepts a name belongs to. A name may belong to several.
package struct LexiconNames: Sendable {
  private let byName: [[UInt32]: [Int]]
  /// The first folded scalars of the names: one, two and three of them.
  private let openings: Set<UInt64>
  /// Words of English names in their folded form: the vocabulary of the field.
  private let vocabulary: Set<String>
  package let concepts: [LexiconConcept]
  /// Length of the longest name, in folded scalars.
  package let longestName: Int

  /// Of the lexicon that ships with the program: made once.
  package static let standard = LexiconNames(.standard)

  package init(_ lexicon: Lexicon) {
    concepts = lexicon.concepts
    var byName: [[UInt32]: [Int]] = [:]
    var vocabulary: Set<String> = []
    for (index, concept) in lexicon.concepts.enumerated() {
      for name in concept.names {
        let folded = FoldedText(name).scalars
        if byName[folded]?.last != index { byName[folded, default: []].append(index) }
      }
      for name in concept.english {
        for word in name.lowercased().split(whereSeparator: { !$0.isLetter }) where word.count > 2 {
          vocabulary.insert(String(word))
        }
      }
    }
    self.byName = byName
    openings = Set(byName.keys.flatMap { name in (1...3).map { Self.packed(name.prefix($0)) } })
    self.vocabulary = vocabulary
    longestName = byName.keys.map(\.count).max() ?? 0
  }

  /// Up to three scalars, which have 21 bits each.
  private static func packed(_ scalars: ArraySlice<UInt32>) -> UInt64 { scalars.reduce(0) { $0 << 21 | UInt64($1) } }

  /// Whether a name may begin like this one, as far as no hyphen or space comes between; `false` is certain.
  private func opens(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    var opening: UInt64 = 0
    for scalar in name.prefix(3) {
      let folded = FoldedScalar.of(scalar)
      guard folded.kind == .han || folded.kind == .letter || folded.kind == .sign else { break }
      opening = opening << 21 | UInt64(folded.value)
    }
    return opening == 0 || openings.contains(opening)
  }

  /// The concepts of a name; a plural counts as its singular.
  package func concepts(named name: some StringProtocol) -> [Int] { concepts(folded: FoldedText(name).scalars) }

  package func concepts(named name: ArraySlice<Unicode.Scalar>) -> [Int] {
    // Most questions are about characters that no name begins with.
    guard opens(name) else { return [] }
    return concepts(folded: FoldedText(name).scalars)
  }

  package func concepts(folded: [UInt32]) -> [Int] {
    if let found = byName[folded] { return found }
    guard let last = folded.last, last == 0x73, folded.count > 3 else { return [] }
    return byName[Array(folded.dropLast())] ?? []
  }

  /// Whether a lowercase English word belongs to the field's names.
  package func knowsWord(_ word: String) -> Bool {
    vocabulary.contains(word) || (word.hasSuffix("s") && vocabulary.contains(String(word.dropLast())))
  }
}
