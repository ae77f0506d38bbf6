internal import Terminology

/// Names of concepts, cues and fillers in one phrase table, so that the longest of them wins at each place.
struct QuestionVocabulary: Sendable {
  enum Meaning: Hashable {
    /// Index into `concepts`.
    case concept(Int)
    case cue(Int)
    case filler
  }

  let concepts: [LexiconConcept]
  let facets: FacetTable
  /// For each concept those beside which it says nothing, as indices.
  let within: [Set<Int>]
  /// The concept that stands for all those which questions take for one another.
  let nearest: [Int]
  /// Concepts too wide to count beside any other.
  let isGeneral: [Bool]
  private let table: PhraseTable
  /// Concept names that are also plain English words count only where written with a capital.
  private let needsCapital: Set<Int32>

  init(lexicon: Lexicon, facets: FacetTable = .standard, fillers: String? = EmbeddedFiles.all["Duplicates/fillers.txt"]) {
    let concepts = lexicon.concepts
    self.concepts = concepts
    self.facets = facets
    let index = Dictionary(uniqueKeysWithValues: concepts.enumerated().map { ($1.id, $0) })
    within = concepts.map { Set($0.within.compactMap { index[$0] }) }
    isGeneral = concepts.map { $0.field == "general" }
    var nearest = Array(concepts.indices)
    for (own, concept) in concepts.enumerated() {
      if let other = concept.near.compactMap({ index[$0] }).first { nearest[own] = other }
    }
    self.nearest = nearest

    let plainWords = Set(
      (fillers ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap { $0.split(separator: "|") }
        .map(String.init) + facets.phrases.map(\.phrase))
    var table = PhraseTable()
    var needsCapital: Set<Int32> = []
    for (own, concept) in concepts.enumerated() {
      // One Han character or one letter names too much.
      for name in concept.names where FoldedText(name).scalars.count > 1 {
        if plainWords.contains(name.lowercased()) { needsCapital.insert(Int32(own)) }
        table.add(name, value: Int32(own))
      }
    }
    for (phrase, cue) in facets.phrases { table.add(phrase, value: Self.cueBase + Int32(cue)) }
    for phrase in plainWords.sorted() { table.add(phrase, value: Self.fillerValue) }
    self.table = table
    self.needsCapital = needsCapital
  }

  private static let cueBase: Int32 = 1 << 24
  private static let fillerValue: Int32 = 1 << 25

  /// The longest phrase that begins at `start`.
  func match(_ text: FoldedText, at start: Int) -> (end: Int, meaning: Meaning)? {
    guard let (end, value) = table.match(text, at: start) else { return nil }
    if value == Self.fillerValue { return (end, .filler) }
    if value >= Self.cueBase { return (end, .cue(Int(value - Self.cueBase))) }
    if needsCapital.contains(value), !FoldedText.isHan(text.scalars[start]), !text.isUppercase[start] {
      return (end, .filler)
    }
    return (end, .concept(Int(value)))
  }
}
