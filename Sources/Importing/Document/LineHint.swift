/// What the markup of a page says of one line.
package struct LineHint: Sendable, Hashable {
  package enum Role: Sendable, Hashable {
    case paragraph
    /// 1 to 6.
    case heading(level: Int)
    /// The first line of an item. Depth from 0; `ordinal` for ordered lists.
    case listItem(depth: Int, ordinal: Int?)
    case code(language: String?)
    /// The cells as inline Markdown.
    case tableRow(cells: [String], isHeader: Bool)
    /// TeX source without its delimiters, standing on its own.
    case formula
    case image(address: String, alternative: String)
    /// A horizontal rule.
    case divider
  }

  package var role: Role
  /// The line's text as inline Markdown (links, emphasis, code, `$…$`), safe to write; `nil`: the text, to be escaped.
  package var markdown: String?
  /// What encloses the line, outermost first, its own item included.
  package var containers: [Container] = []
  package enum Container: Sendable, Hashable {
    /// Items of one list have its number; `id` is an item's own.
    case item(list: Int, id: Int, ordinal: Int?)
    case quote(id: Int)
  }
  /// How many containers are recorded: what is nested deeper stands in the innermost of them.
  static let deepest = 64
  /// Whether a block begins here; `false` for the further lines of a code block, table or paragraph.
  package var startsBlock = true
  /// Whether the whole line is bold: often a heading that is none in the markup.
  package var isBold = false
  /// Whether the line is a name in a list of definitions, or stands in the definition of one.
  package var definition: Definition?
  package enum Definition: Sendable, Hashable { case name, text }
  /// Share of the text's characters that are links, 0 to 1.
  package var linkDensity = 0.0
  /// Evidence of boilerplate in tags, classes and ids around the line, 0 to 1 …
  package var boilerplate = 0.0
  /// … and what it was: `class=recommend-box`.
  package var boilerplateEvidence: String?
  /// Addresses of the links on the line, in order.
  package var links: [String] = []
  /// Line of the source file where the text stands, from 1.
  package var sourceLine: Int?

  package init(_ role: Role) { self.role = role }

  /// How many list items enclose the line, its own one not counted.
  var listDepth: Int {
    let items = containers.count - quoteDepth
    if case .listItem = role { return max(0, items - 1) }
    return items
  }

  var quoteDepth: Int { containers.count { if case .quote = $0 { true } else { false } } }
}
