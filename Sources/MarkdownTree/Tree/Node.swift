/// One event of a document read from start to end: a container opens, a leaf stands, a container closes.
///
/// A tree is a flat array of these in document order. Walking is a loop, rendering needs no recursion however deep the
/// nesting, and an edit is a new array with events put in or left out.
package struct Node: Sendable, Hashable {
  package enum Phase: UInt8, Sendable { case open, close, leaf }

  package enum Kind: UInt8, Sendable {
    // Blocks with children.
    case blockQuote, list, item, paragraph, heading, table, row, cell, footnote
    // Blocks without.
    case codeBlock, htmlBlock, thematicBreak, displayFormula
    // Inlines with children.
    case emphasis, strong, strikethrough, link, image
    // Inlines without.
    case text, softBreak, lineBreak, code, html, formula, footnoteReference, noLink
  }

  package internal(set) var kind: Kind
  package var phase: Phase
  /// list: is ordered · paragraph: stands in a tight list · row, cell: of the header · formula: is a display formula ·
  /// softBreak: between two characters that are written without a space · noLink: for the whole block.
  package var flag = false
  /// heading: level · list: first number · item: see `TaskState` · cell: alignment as `l`, `c`, `r` or 0 ·
  /// footnote: how many references it has · footnoteReference: its number · link: see `Link.Kind`.
  package var number: Int32 = 0
  /// Line in the file, from 1.
  package var line: Int32
  /// Leaves: the literal text · heading: its id · link, image: the destination · footnote, footnoteReference: the label.
  package var text = TextRange.empty
  /// link, image: attributes ready to be written (` title="…"`) · codeBlock: the language ·
  /// footnoteReference: its suffix among the references to one footnote.
  package var extra = TextRange.empty

  package init(_ kind: Kind, _ phase: Phase, line: Int32) {
    self.kind = kind
    self.phase = phase
    self.line = line
  }

  /// Whether the kind is a block.
  package var isBlock: Bool { kind.rawValue <= Kind.displayFormula.rawValue }
}

/// What stands before a list item's text.
package enum TaskState: Int32, Sendable { case none, open, done }

/// A range of a tree's text buffer.
package struct TextRange: Sendable, Hashable {
  package var start: Int32
  package var count: Int32

  package static let empty = TextRange(start: 0, count: 0)

  package var isEmpty: Bool { count == 0 }
  package var indices: Range<Int> { Int(start)..<Int(start + count) }
}
