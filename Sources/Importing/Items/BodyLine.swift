/// A line of an answer as the block builder takes it.
struct BodyLine {
  enum Shape: Hashable {
    case heading(rank: Int)
    /// An item by its mark in the text. Columns of indent; `ordinal` of numbered ones.
    case item(indent: Int, ordinal: Int?)
    case paragraph
    case code(language: String?)
    /// `isHeader` where the markup says it.
    case tableRow([String], isHeader: Bool?)
    case formula
    case image(address: String, alternative: String)
    case nothing
  }

  let number: Int
  var shape: Shape
  /// Inline Markdown; for code, formulas and the like the bare text.
  var text: String
  /// Whether a blank line, or the start of a block in the markup, stands before it.
  let startsBlock: Bool
  /// What the markup encloses the line with, outermost first.
  var containers: [LineHint.Container] = []
}
