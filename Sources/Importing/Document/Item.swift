/// A question, topic or definition found on a page, with its answer.
package struct Item: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case question, topic, definition
  }

  /// Without number, mark or tag, cleaned for reading.
  package let title: String
  package let kind: Kind
  /// From the line of the title to the last line of the answer; stripped lines may stand inside.
  package let lines: ClosedRange<Int>
  package let answered: Bool
  /// The answer, without the title.
  package let body: [Block]
  /// Titles of the sections around it, outermost first.
  package let section: [String]

  package init(
    title: String, kind: Kind, lines: ClosedRange<Int>, answered: Bool, body: [Block], section: [String] = []
  ) {
    self.title = title
    self.kind = kind
    self.lines = lines
    self.answered = answered
    self.body = body
    self.section = section
  }
}
