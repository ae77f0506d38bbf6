/// What people have settled; it wins over every score.
package struct DuplicateDecisions: Sendable, Hashable {
  /// Ids that ask the same question, a list for each.
  package let same: [[String]]
  /// Ids no two of which ask the same question.
  package let different: [[String]]

  package init(same: [[String]] = [], different: [[String]] = []) {
    self.same = same
    self.different = different
  }

  package static let none = DuplicateDecisions()
}
