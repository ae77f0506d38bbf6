/// A line of an answer as the block builder takes it.
struct BodyLine {
  enum Shape: Hashable {
    case heading(rank: Int)
    /// Columns of indent, or depth × 2 of a list in the markup; `ordinal` of numbered ones.
    case item(indent: Int, ordinal: Int?)
    case paragraph
    /// A further paragraph of the list item above, at its depth.
    case continuation(indent: Int)
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
  let quoteDepth: Int
}
