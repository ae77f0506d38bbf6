/// What each line of a page is to its items.
struct Outline {
  enum Role: Hashable {
    /// Part of what stands above it.
    case body
    /// Title of the page.
    case pageTitle
    /// Heading of a section; deeper ones have a higher level.
    case section(level: Int)
    /// Title of an item.
    case title
    /// First line of an item that has no title of its own.
    case untitled
    /// A definition: its name and text in one.
    case definition
    /// A name whose definition stands below.
    case term
    /// Repeats the title above it.
    case echo
    /// A row of a table: which cell asks, and which answers.
    case row(question: Int, answer: Int)
    /// Heading of what belongs to no item: references, a preface.
    case apart

    var isSection: Bool { if case .section = self { true } else { false } }

    var isItem: Bool {
      switch self {
      case .title, .definition, .term, .row: true
      default: false
      }
    }
  }

  /// By index of the line; absent: body.
  var roles: [Int: Role] = [:]
  /// Indices of headings such as 其他 with nothing below.
  var empty: [Int] = []

  subscript(index: Int) -> Role { roles[index] ?? .body }
}
