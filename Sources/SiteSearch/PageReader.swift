/// The tokens of a range of pages, page after page and field after field: what all lists of the index are made from.
struct PageReader: Sendable {
  /// A title, a heading, the text of a section: no phrase crosses its end.
  struct Field: Sendable {
    let page: UInt32
    /// What one occurrence in it counts.
    let amount: Float
    /// Where its Han characters begin in `hanUnits`.
    let firstUnit: Int
  }

  private(set) var fields: [Field] = []
  /// Han characters in UTF-16, with 0 between those that do not touch.
  private(set) var hanUnits: [UInt16] = []
  /// Words in the order of reading: `word << 32 | field`.
  private(set) var words: [UInt64] = []
  /// Names of concepts that are not a word or one or two Han characters: `name << 32 | field`.
  private(set) var names: [UInt64] = []
  /// Whole titles, aliases and names: exact hits.
  private(set) var titles: [PageName] = []
  private(set) var tokenizer: SearchTokenizer

  private let matcher: NameMatcher
  private var tokens: [SearchToken] = []
  private var extras: [SearchToken] = []

  /// - Parameter names: of concepts; a name's number is its place.
  init(names: [String]) {
    var tokenizer = SearchTokenizer()
    matcher = NameMatcher(names.map { tokenizer.tokens(of: $0) })
    self.tokenizer = tokenizer
  }

  var wordLists: WordLists { WordLists(words, count: tokenizer.words.count, fields: fields) }

  /// Gives back the memory of what has become lists: characters and words are as many as those of all pages.
  mutating func forgetTexts() {
    hanUnits = []
    words = []
  }

  mutating func read(_ page: SearchPage, number: Int) {
    readTitle(page.title, as: .title, page: number)
    for alias in page.aliases { readTitle(alias, as: .alias, page: number) }
    for name in page.termNames where name != page.title { readTitle(name, as: .termName, page: number) }
    for tag in page.tags { read(tag, as: .tag, page: number) }
    for section in page.sections where !section.heading.isEmpty { read(section.heading, as: .heading, page: number) }
    let length = page.sections.reduce(0) { $0 + $1.text.utf8.count } / 4
    for section in page.sections { read(section.text, as: .body, page: number, length: length) }
  }

  private mutating func readTitle(_ text: String, as field: FieldWeight, page: Int) {
    read(text, as: field, page: page)
    titles.append(PageName(text: tokenizer.canonicalText(tokens), page: UInt32(page), isTitle: field == .title))
  }

  private mutating func read(_ text: String, as kind: FieldWeight, page: Int, length: Int? = nil) {
    tokens.removeAll(keepingCapacity: true)
    extras.removeAll(keepingCapacity: true)
    tokenizer.tokenize(text, into: &tokens, extras: &extras)
    let field = UInt64(fields.count)
    fields.append(
      Field(page: UInt32(page), amount: kind.contribution(length: length ?? tokens.count), firstUnit: hanUnits.count))
    for position in tokens.indices {
      let token = tokens[position]
      if token.isWord {
        words.append(UInt64(token.wordIndex) << 32 | field)
        endRun()
      } else if token == .boundary {
        endRun()
      } else {
        hanUnits.append(token.unit)
      }
      matcher.names(in: tokens, at: position) { names.append(UInt64($0) << 32 | field) }
    }
    for token in extras { words.append(UInt64(token.wordIndex) << 32 | field) }
    endRun()
  }

  private mutating func endRun() {
    if let last = hanUnits.last, last != 0 { hanUnits.append(0) }
  }
}

/// A title, alias or name in its canonical form, and the page that is called so.
struct PageName: Sendable, Hashable {
  let text: [UInt16]
  let page: UInt32
  let isTitle: Bool
}
