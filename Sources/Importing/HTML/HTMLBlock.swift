/// One line of a page as a reader sees it: a heading, a paragraph, a list item, a line of code, a table row.
struct HTMLBlock: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case heading(level: Int)
    case paragraph
    /// A line of code, verbatim, with the language where the page names one.
    case code(language: String?)
    case tableRow(cells: [String], isHeader: Bool)
    /// An image that stands alone.
    case image
    case rule
  }

  /// Where on the page the line stands.
  enum Region: Sendable, Equatable {
    /// In the box that holds the article.
    case content
    /// Menus, sidebars, comments: named by the class that says so, where one does.
    case outside(name: String?)
    /// Byline of the article: author, date, licence.
    case title
  }

  struct Marker: Sendable, Equatable {
    /// The number of an ordered item; `nil` for a bullet.
    var number: Int?
  }

  struct Image: Sendable, Equatable {
    var alternativeText: String
    var address: String
  }

  var kind: Kind
  var region: Region
  /// Lines of the source, from 1.
  var lines: ClosedRange<Int>
  /// What a reader reads, without markup; formulas as `$TeX$`.
  var text: String
  /// The same as inline Markdown.
  var markdown: String
  /// How many lists enclose the line.
  var listDepth: Int
  /// The bullet or number that the line begins with; `nil` for a further paragraph of an item.
  var marker: Marker?
  var quoteDepth: Int
  /// Whether the line follows a line break inside the same paragraph.
  var continuesParagraph: Bool
  var images: [Image]
  /// Share of the text that stands in links, 0 to 1.
  var linkShare: Double
  /// Length in characters of a bold beginning; the whole text's length where all is bold.
  var boldLength: Int
  /// The class name of an enclosing box that speaks of advertisement, menus or comments.
  var boilerplateName: String?
}
