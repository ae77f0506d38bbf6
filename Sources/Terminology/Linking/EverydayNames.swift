/// Names of a glossary that are everyday words, and what a page must speak of for each of them to be one there.
struct EverydayNames: Sendable {
  /// By concept and term; `nil` for what is no everyday word.
  private let subjects: [[Set<Int>?]]

  /// An everyday word is of its concept's subject, of those near it, and of those that built a term upon it: a KV cache is a cache, so that
  /// 缓存 is the concept on a page about inference as well. (The last part of a term says what kind of thing it is, in both languages; a
  /// state space is no state.)
  ///
  /// O(names).
  init(_ concepts: [Concept], _ areas: SubjectAreas) {
    var names: Set<[UInt8]> = []
    for concept in concepts {
      for term in concept.terms where EverydayWords.hold(term) { names.insert(Self.folded(term)) }
    }
    var built: [[UInt8]: Set<Int>] = [:]
    if !names.isEmpty {
      for (index, concept) in concepts.enumerated() {
        for term in concept.terms {
          for head in Self.heads(of: Self.folded(term)) where names.contains(head) { built[head, default: []].insert(areas.of(index)) }
        }
      }
    }
    subjects = concepts.enumerated().map { index, concept in
      concept.terms.map { EverydayWords.hold($0) ? areas.near(index).union(built[Self.folded($0)] ?? []) : nil }
    }
  }

  /// The areas any of which bears witness for a name; `nil` for what needs no witness.
  func subjects(of claim: TermClaim) -> Set<Int>? { subjects[Int(claim.concept)][Int(claim.term)] }

  private static func folded(_ term: Term) -> [UInt8] { TermFolding.fold(term.name, keepingCase: false) }

  /// What a name of several words or characters may end in: its last word, or its last two or three Han characters.
  private static func heads(of name: [UInt8]) -> [[UInt8]] {
    guard let last = name.last else { return [] }
    if last < 0x80 {
      guard let space = name.lastIndex(of: TermFolding.separator) else { return [] }
      return [Array(name[(space + 1)...])]
    }
    return (2...HanWords.longest).map { 3 * $0 }.filter { $0 < name.count }.map { Array(name.suffix($0)) }
  }
}
