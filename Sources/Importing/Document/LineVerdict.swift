/// What becomes of one line of a page, and why.
package struct LineVerdict: Sendable, Hashable {
  package enum Action: String, Sendable, Hashable, CaseIterable {
    case keep, strip
    /// Noise to the reader, captured as provenance.
    case meta
    case blank
  }

  /// From 1.
  package let line: Int
  package let action: Action
  /// Id of the rule that decided, kebab-case; `content` for lines no rule objects to.
  package let rule: String
  /// What the rule saw: a phrase of the line, a figure, a neighbour's line number.
  package let evidence: String

  package init(line: Int, action: Action, rule: String, evidence: String = "") {
    self.line = line
    self.action = action
    self.rule = rule
    self.evidence = evidence
  }
}
