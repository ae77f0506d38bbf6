/// A block of recovered structure. Texts are inline Markdown, escaped: nothing in them is raw HTML.
package struct Block: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    /// Levels as they should stand below the item's title: from 2.
    case heading(level: Int, text: String)
    case paragraph(String)
    /// The blocks of each item; `start` is the first number of an ordered list, `nil` for a bulleted one.
    case list(start: Int?, items: [[Block]])
    case code(language: String?, text: String)
    /// Rows of cells; every row has as many as the header.
    case table(header: [String], rows: [[String]])
    case quote([Block])
    /// TeX source of a formula that stands on its own.
    case formula(String)
    case image(address: String, alternative: String)
  }

  package let kind: Kind
  /// The source lines it comes from.
  package let lines: ClosedRange<Int>

  package init(_ kind: Kind, lines: ClosedRange<Int>) {
    self.kind = kind
    self.lines = lines
  }
}
