/// One line of a scraped page.
package struct ScrapedLine: Sendable, Hashable {
  /// Characters of the longest line that is read whatever it holds. A longer one is data, or a text that lost its breaks (``LongText``).
  static let longest = 50_000
  /// Rule of lines that are longer and no text.
  static let tooLong = "too-long-line"

  /// From 1.
  package let number: Int
  /// What a reader sees, without a line break. Where a hint names the structure (`## `, `- `, `1. `), the markers are
  /// not part of the text; code keeps its indentation.
  package let text: String

  /// Boxed: millions of plain lines have none.
  private let box: Box?

  package init(number: Int, text: String, hint: LineHint? = nil) {
    self.number = number
    self.text = text
    self.box = hint.map(Box.init)
  }

  /// What the markup says of the line; `nil` for plain text, of which code alone is known before it is judged.
  package var hint: LineHint? { box?.hint }

  private final class Box: Sendable, Hashable {
    let hint: LineHint
    init(_ hint: LineHint) { self.hint = hint }
    static func == (lhs: Box, rhs: Box) -> Bool { lhs.hint == rhs.hint }
    func hash(into hasher: inout Hasher) { hasher.combine(hint) }
  }
}
