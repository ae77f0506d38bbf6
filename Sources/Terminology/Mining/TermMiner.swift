/// Finds the terms that a page states together with their names in the other language or their abbreviations.
package struct TermMiner: Sendable {
  let lexicon: Lexicon

  package init(lexicon: Lexicon = .standard) { self.lexicon = lexicon }

  /// The terms of one page, in the order in which they first stand. O(text).
  package func mine(lines: [(number: Int, text: String)]) -> [MinedTerm] { [] }
}
