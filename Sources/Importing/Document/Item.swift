/// A question, topic or definition found on a page, with its answer.
package struct Item: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case question, topic, definition
  }

  /// Without number, mark or tag, cleaned for reading: Chinese has its full-width punctuation.
  package let title: String
  /// The title with punctuation as the page writes it.
  package let writtenTitle: String
  package let kind: Kind
  /// From the line of the title to the last line of the answer; stripped lines may stand inside.
  package let lines: ClosedRange<Int>
  package let answered: Bool
  /// The answer, without the title.
  package let body: [Block]
  /// Titles of the sections around it, outermost first.
  package let section: [String]
  /// Why the title is not what stands over the answer but the beginning of the text; `nil`: it is.
  package let titleFault: TitleFault?

  package init(
    title: String, writtenTitle: String? = nil, kind: Kind, lines: ClosedRange<Int>, answered: Bool, body: [Block], section: [String] = [],
    titleFault: TitleFault? = nil
  ) {
    self.title = title
    self.writtenTitle = writtenTitle ?? title
    self.kind = kind
    self.lines = lines
    self.answered = answered
    self.body = body
    self.section = section
    self.titleFault = titleFault
  }
}
