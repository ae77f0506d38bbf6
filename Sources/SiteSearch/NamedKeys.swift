internal import ContentModel

/// The keys that are not simply Han characters: words, names of concepts, whole titles, pinyin.
struct NamedKeys: Sendable {
  struct Entry: Sendable {
    /// In UTF-16, the order of the browser's strings.
    let text: [UInt16]
    /// All pages that contain the text, `page << 4 | level`; none for a title that is only a title.
    var postings: [UInt32] = []
    /// Pages whose title, alias or name this is.
    var exact: [UInt32] = []
    /// Pages that contain any name of the concepts this is a name of, `page << 4 | level`.
    var related: [UInt32] = []
  }

  /// Longer titles are keyed by their beginning.
  static let maximumLength = 40

  /// Sorted by text.
  private(set) var entries: [Entry]
  /// How many words begin with one or two letters, by the key of those.
  let prefixCounts: [[UInt16]: Int]

  private(set) var spelling: SpellingLists

  /// - Parameter words: the lists of each reader's words.
  init(_ readers: [PageReader], words wordLists: [WordLists], names: ConceptNames, pageCount: Int) {
    spelling = SpellingLists(pageCount: pageCount)
    var places: [[UInt16]: Int] = [:]
    var entries: [Entry] = []
    func place(of text: [UInt16]) -> Int {
      if let known = places[text] { return known }
      places[text] = entries.count
      entries.append(Entry(text: text))
      return entries.count - 1
    }
    func call(_ text: [UInt16], _ page: UInt32) {
      let place = place(of: text)
      if entries[place].exact.last != page { entries[place].exact.append(page) }
    }
    for (reader, lists) in zip(readers, wordLists) {
      for word in 0..<reader.tokenizer.words.count where !lists[word].isEmpty {
        entries[place(of: Array(reader.tokenizer.text(ofWord: word)))].postings += lists[word]
      }
    }
    let words = entries.sorted { $0.text.lexicographicallyPrecedes($1.text) }
    let titleWords = Self.words(ofTitles: readers)
    for word in words { spelling.note(word.text, on: word.postings[...], isOfTitle: titleWords.contains(word.text)) }
    for text in names.canonicalTexts { _ = place(of: text) }
    for reader in readers {
      let nameLists = WordLists(reader.names, count: names.canonicalTexts.count, fields: reader.fields)
      for name in names.canonicalTexts.indices {
        entries[place(of: names.canonicalTexts[name])].postings += nameLists[name]
      }
      for title in reader.titles where !title.text.isEmpty { call(Self.keyText(title.text), title.page) }
      let titles = reader.titles.filter(\.isTitle)
      for (title, keys) in zip(titles, PinyinKeys.keys(ofTitles: titles.map(\.text))) {
        for key in keys { call(key, title.page) }
      }
    }
    var spelled = Set<Int>()
    for text in names.canonicalTexts {
      for key in PinyinKeys.keys(ofName: text) {
        entries[place(of: key)].exact = entries[place(of: text)].exact
        spelled.insert(place(of: key))
      }
    }
    // What ends like a name and is none itself stands for the names that end so. Many may have one end.
    var pagesByEnd: [Int: Set<UInt32>] = [:]
    for text in names.canonicalTexts {
      for key in PinyinKeys.keys(ofEndsOf: text) where !spelled.contains(place(of: key)) {
        pagesByEnd[place(of: key), default: []].formUnion(entries[place(of: text)].exact)
      }
    }
    for (place, pages) in pagesByEnd { entries[place].exact = pages.sorted() }
    let prefixes = PrefixKeys.entries(words)
    entries += prefixes.entries
    prefixCounts = prefixes.counts
    self.entries = entries.sorted { $0.text.lexicographicallyPrecedes($1.text) }
  }

  private static func words(ofTitles readers: [PageReader]) -> Set<[UInt16]> {
    var words: Set<[UInt16]> = []
    for reader in readers {
      for title in reader.titles {
        for word in title.text.split(whereSeparator: { $0 == 0x20 || IndexEntry.isHanUnit($0) }) { words.insert(Array(word)) }
      }
    }
    return words
  }

  private static func keyText(_ text: [UInt16]) -> [UInt16] {
    let isCut = text.count > maximumLength && UTF16.isLeadSurrogate(text[maximumLength - 1])
    return Array(text.prefix(isCut ? maximumLength - 1 : maximumLength))
  }

  /// Gives every name of a concept the pages of all its names, with the highest level each page has.
  ///
  /// - Parameter postings: the list of a text of one or two Han characters.
  mutating func relate(_ names: ConceptNames, postings: ([UInt16]) -> ArraySlice<UInt32>?) {
    var places: [[UInt16]: Int] = [:]
    let wanted = Set(names.canonicalTexts)
    for (place, entry) in entries.enumerated() where wanted.contains(entry.text) { places[entry.text] = place }
    let related = RelatedPages.lists(of: names.canonicalTexts.indices, names) { name in
      let text = names.canonicalTexts[name], entry = entries[places[text]!]
      return (postings(text) ?? entry.postings[...], entry.exact)
    }
    for (name, list) in related { entries[places[names.canonicalTexts[name]]!].related = list }
  }
}
