/// Which questions are one, which are close, and why.
package struct DuplicateGrouping: Sendable, Hashable {
  /// Groups of two and more.
  package let groups: [Group]
  /// Questions that share concepts and differ in what is asked: links for each other's pages, best first.
  package let related: [Pair]
  /// Pairs that may be the same question: for people to settle, likeliest first.
  package let undecided: [Pair]
  /// Pairs that are decided to be one and to be different; they count as different.
  package let contradictions: [Contradiction]
  /// Questions whose titles do not say what they are about: nothing is like them.
  package let wordless: [String]

  package struct Group: Sendable, Hashable {
    /// In the order of the input.
    package let members: [String]
    /// The lowest score between two members, 0 to 1.
    package let score: Double
    /// Why they are one, in words.
    package let reason: String
    /// Where people made several questions one: the members of each, in the order of their first; else empty.
    package var questions: [[String]] = []
  }

  package struct Pair: Sendable, Hashable {
    package let first: String
    package let second: String
    package let score: Double
    package let reason: String
  }

  package struct Contradiction: Sendable, Hashable {
    package let first: String
    package let second: String
    /// Index of the list of `DuplicateDecisions.different` that says so.
    package let list: Int
  }
}
