/// Which concepts a name belongs to. A name may belong to several.
package struct LexiconNames: Sendable {
  private let byName: [[UInt32]: [Int]]
  /// The first two characters of the names that begin with two of Han.
  private let openings: Set<UInt64>
  /// Words of English names in their folded form: the vocabulary of the field.
  private let vocabulary: Set<String>
  package let concepts: [LexiconConcept]
  /// Length of the longest name, in folded scalars.
  package let longestName: Int

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
    openings = Set(byName.keys.compactMap { Self.openingPair($0.prefix(2).compactMap(Unicode.Scalar.init).map(FoldedScalar.of)) })
    self.vocabulary = vocabulary
    longestName = byName.keys.map(\.count).max() ?? 0
  }

  private static func openingPair(_ scalars: [FoldedScalar]) -> UInt64? {
    guard scalars.count == 2, scalars.allSatisfy({ $0.kind == .han }) else { return nil }
    return UInt64(scalars[0].value) << 32 | UInt64(scalars[1].value)
  }

  /// The concepts of a name; a plural counts as its singular.
  package func concepts(named name: some StringProtocol) -> [Int] { concepts(folded: FoldedText(name).scalars) }

  package func concepts(named name: ArraySlice<Unicode.Scalar>) -> [Int] {
    // Most questions are about a few Han characters, and no name begins like them.
    if let pair = Self.openingPair(name.prefix(2).map(FoldedScalar.of)), !openings.contains(pair) { return [] }
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
