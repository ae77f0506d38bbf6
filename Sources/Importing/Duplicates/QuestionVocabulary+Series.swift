internal import Terminology

/// Names that are numbered: ZeRO-1, ZeRO-2, ZeRO-3.
extension QuestionVocabulary {
  /// What some of a title's concepts are all the numbered members of, and these.
  func whole(among concepts: Set<Int>) -> (whole: Int, members: Set<Int>)? {
    series.first { $0.members.isSubset(of: concepts) }
  }

  /// Concepts with those that are called like them and numbered: ZeRO with ZeRO-1, ZeRO-2 and ZeRO-3. In the order of the lexicon.
  static func series(in concepts: [LexiconConcept]) -> [(whole: Int, members: Set<Int>)] {
    var owner: [String: Int] = [:]
    for (own, concept) in concepts.enumerated() { for name in concept.english where owner[name] == nil { owner[name] = own } }
    var members: [Int: Set<Int>] = [:]
    for (own, concept) in concepts.enumerated() {
      for name in concept.english {
        guard let mark = name.lastIndex(of: "-"), !name[mark...].dropFirst().isEmpty, name[mark...].dropFirst().allSatisfy(\.isNumber),
          let whole = owner[String(name[..<mark])]
        else { continue }
        members[whole, default: []].insert(own)
      }
    }
    return members.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
