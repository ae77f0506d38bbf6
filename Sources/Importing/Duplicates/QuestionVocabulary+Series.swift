internal import Terminology

/// Names that are numbered: ZeRO-1, ZeRO-2, ZeRO-3.
extension QuestionVocabulary {
  /// What some of a title's concepts are all the numbered members of, and these.
  func whole(among concepts: Set<Int>) -> (whole: Int, members: Set<Int>)? {
    guard concepts.count > 1 else { return nil }
    return series.first { $0.key.isSubset(of: concepts) && $0.key.count > 1 }.map { ($0.value, $0.key) }
  }

  /// Concepts by those that are called like them and numbered: ZeRO by ZeRO-1, ZeRO-2 and ZeRO-3.
  static func series(in concepts: [LexiconConcept]) -> [Set<Int>: Int] {
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
    return Dictionary(members.map { ($1, $0) }) { first, _ in first }
  }
}
