/// Reads pages and gathers, for each key, the pages that have it and how much it counts there.
///
/// One collector reads a range of pages in order; `Postings` joins those of several.
struct PostingsCollector: Sendable {
  private(set) var tokenizer = SearchTokenizer()
  private(set) var table = KeyTable()
  /// In the order of reading: the key's number, and page and level in one: `page << 4 | level`.
  private(set) var entryKeys: [UInt32] = []
  private(set) var entries: [UInt32] = []
  /// Whole titles, aliases and names: exact hits.
  private(set) var titles: [PageName] = []

  private let matcher: NameMatcher
  private var tokens: [SearchToken] = []
  private var extras: [SearchToken] = []
  private var numbers: [UInt32] = []
  private var sums: [Float] = []
  /// By key: the last page that had it, and where its sum stands.
  private var lastPage: [Int32] = []
  private var place: [Int32] = []

  init(names: [String]) {
    var tokenizer = SearchTokenizer()
    matcher = NameMatcher(names.map { tokenizer.tokens(of: $0) })
    self.tokenizer = tokenizer
  }

  mutating func add(_ page: SearchPage, number: Int) {
    numbers.removeAll(keepingCapacity: true)
    sums.removeAll(keepingCapacity: true)
    add(page.title, as: .title, page: number)
    titles.append(PageName(text: tokenizer.canonicalText(tokens), page: number))
    for alias in page.aliases {
      add(alias, as: .alias, page: number)
      titles.append(PageName(text: tokenizer.canonicalText(tokens), page: number))
    }
    for name in page.termNames where name != page.title {
      add(name, as: .termName, page: number)
      titles.append(PageName(text: tokenizer.canonicalText(tokens), page: number))
    }
    for tag in page.tags { add(tag, as: .tag, page: number) }
    for section in page.sections where !section.heading.isEmpty { add(section.heading, as: .heading, page: number) }
    let length = page.sections.reduce(0) { $0 + $1.text.utf8.count } / 4
    for section in page.sections { add(section.text, as: .body, page: number, length: length) }
    for (key, sum) in zip(numbers, sums) {
      entryKeys.append(key)
      entries.append(UInt32(number) << 4 | UInt32(FieldWeight.level(sum)))
    }
  }

  private mutating func add(_ text: String, as field: FieldWeight, page: Int, length: Int? = nil) {
    tokens.removeAll(keepingCapacity: true)
    extras.removeAll(keepingCapacity: true)
    tokenizer.tokenize(text, into: &tokens, extras: &extras)
    let amount = field.contribution(length: length ?? tokens.count)
    var previous = SearchToken.boundary
    for position in tokens.indices {
      let token = tokens[position]
      if token.isWord {
        count(.word(token.wordIndex), amount, page)
      } else {
        count(.han(token), amount, page)
        if previous.isHan { count(.han(previous, token), amount, page) }
      }
      matcher.names(in: tokens, at: position) { count(.name($0), amount, page) }
      previous = token
    }
    for token in extras { count(.word(token.wordIndex), amount, page) }
  }

  @inline(__always)
  private mutating func count(_ key: IndexKey, _ amount: Float, _ page: Int) {
    let number = table.number(of: key)
    if number == lastPage.count {
      lastPage.append(-1)
      place.append(0)
    }
    if lastPage[number] == Int32(page) {
      sums[Int(place[number])] += amount
    } else {
      lastPage[number] = Int32(page)
      place[number] = Int32(sums.count)
      numbers.append(UInt32(number))
      sums.append(amount)
    }
  }
}

/// A title, alias or name in its canonical form, and the page that is called so.
struct PageName: Sendable, Hashable {
  let text: [UInt16]
  let page: Int
}
