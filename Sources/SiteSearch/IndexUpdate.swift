/// Edits in an index: the keys that a page has gained, lost or has otherwise are changed in their shards, and with them what
/// follows from their lists. Whether a rule that looks at all pages (which beginnings of words have keys, where shards are
/// cut) now gives something else is known from the outline; where it does, the update is refused.
struct IndexUpdate {
  struct Refusal: Error {}

  /// A page before and after.
  private struct Edit {
    let number: UInt32
    let former: PageKeys
    let keys: PageKeys
  }

  private var shards: OpenShards
  private let names: ConceptNames
  private let reader: PageReader
  private let page: (String) -> SearchPage?
  private var edits: [Edit] = []

  init(
    _ outline: IndexOutline, names: ConceptNames, page: @escaping (String) -> SearchPage?, file: @escaping (String) -> [UInt8]?
  ) {
    shards = OpenShards(outline, names: names, file: file)
    (self.names, self.page) = (names, page)
    reader = PageReader(names: names.spellings)
  }

  mutating func carryOut(_ pages: [(former: SearchPage, page: SearchPage)]) throws(Refusal) {
    for (former, page) in pages {
      guard let number = shards.outline.paths.firstIndex(of: page.path) else { throw Refusal() }
      edits.append(Edit(number: UInt32(number), former: keys(of: former), keys: keys(of: page)))
    }
    for text in touched(\.han).union(touched(\.followers)) { try changeHan(text) }
    for text in touched(\.words) { try changeWord(text) }
    for text in touched(\.names) { try change(text, \.names) }
    // Only now is it known which of them are keys.
    for text in touched(\.triples) where try shards.hasTriples(Array(text[..<2])) { try change(text, \.triples) }
    for text in touched(\.prefixes) where shards.isPrefixKey(text) { try change(text, \.prefixes) }
    try relate()
    try changeRecords(pages)
  }

  /// The index with the changed files in the place of the former ones.
  func index(from former: SearchIndex, client: SearchClient) throws(Refusal) -> SearchIndex {
    try shards.index(from: former, client: client)
  }

  private func keys(of page: SearchPage) -> PageKeys {
    var reader = reader
    reader.read(page, number: 0)
    return PageKeys(reader, names: names)
  }

  /// The keys that any page has otherwise than before.
  private func touched<Value: Equatable>(_ kind: KeyPath<PageKeys, [[UInt16]: Value]>) -> Set<[UInt16]> {
    var touched: Set<[UInt16]> = []
    for edit in edits {
      let (former, keys) = (edit.former[keyPath: kind], edit.keys[keyPath: kind])
      for (text, value) in former where keys[text] != value { touched.insert(text) }
      for text in keys.keys where former[text] == nil { touched.insert(text) }
    }
    return touched
  }

  // MARK: Lists

  /// Gives the edited pages their new places in a list. Returns the entry with what it was before.
  private func changed(
    _ text: [UInt16], _ kind: KeyPath<PageKeys, [[UInt16]: UInt32]>, in entry: IndexEntry
  ) -> IndexEntry {
    var entry = entry
    let numbers = Set(edits.map(\.number))
    let own = edits.compactMap { edit in edit.keys[keyPath: kind][text].map { edit.number << 4 | $0 } }
    entry.postings = (entry.postings.filter { !numbers.contains($0 >> 4) } + own).sorted()[...]
    return entry
  }

  private mutating func change(_ text: [UInt16], _ kind: KeyPath<PageKeys, [[UInt16]: UInt32]>) throws(Refusal) {
    let entry = changed(text, kind, in: try shards.entry(text))
    try shards.set(entry)
    if kind == \.names, IndexDictionary.isWordFeature(text) { try shards.note(text, on: entry.postings) }
  }

  private mutating func changeHan(_ text: [UInt16]) throws(Refusal) {
    let former = try shards.entry(text)
    var entry = changed(text, \.han, in: former)
    if text.count == 2 {
      try shards.note(text, on: entry.postings)
      entry.followers = try followers(of: text, from: former, on: entry.postings)
    }
    try shards.set(entry)
  }

  /// What comes after a pair on the pages that it is on now.
  private func followers(
    of pair: [UInt16], from former: IndexEntry, on postings: ArraySlice<UInt32>
  ) throws(Refusal) -> [IndexEntry.Follower] {
    let most = HanLists.mostPagesWithFollowers, fewest = HanLists.leastPagesWithFollowers
    // The followers of all pages would become keys, or the keys followers.
    guard (former.postings.count > most) == (postings.count > most) else { throw Refusal() }
    guard fewest <= postings.count, postings.count <= most else { return [] }
    let pages = postings.map { $0 >> 4 }
    var places: [UInt16: [UInt32]] = [:]
    let numbers = Set(edits.map(\.number))
    for follower in former.followers {
      for place in follower.places {
        let page = former.postings[former.postings.startIndex + Int(place)] >> 4
        if !numbers.contains(page) { places[follower.unit, default: []].append(Self.place(of: page, in: pages)) }
      }
    }
    for edit in edits {
      for unit in edit.keys.followers[pair] ?? [] { places[unit, default: []].append(Self.place(of: edit.number, in: pages)) }
    }
    // The followers of a pair on few pages were not written: those pages are asked.
    if former.postings.count < fewest {
      for posting in former.postings where !numbers.contains(posting >> 4) {
        guard let page = page(shards.outline.paths[Int(posting >> 4)]) else { throw Refusal() }
        for unit in keys(of: page).followers[pair] ?? [] { places[unit, default: []].append(Self.place(of: posting >> 4, in: pages)) }
      }
    }
    return places.sorted { $0.key < $1.key }.map { IndexEntry.Follower(unit: $0.key, places: $0.value.sorted()[...]) }
  }

  /// By halving: pages rise.
  private static func place(of page: UInt32, in pages: [UInt32]) -> UInt32 {
    var low = 0, high = pages.count
    while low < high {
      let middle = (low + high) / 2
      if pages[middle] < page { low = middle + 1 } else { high = middle }
    }
    return UInt32(low)
  }

  private mutating func changeWord(_ text: [UInt16]) throws(Refusal) {
    let former = try shards.entry(text)
    let entry = changed(text, \.words, in: former)
    try shards.set(entry)
    if IndexDictionary.isWordFeature(text) { try shards.note(text, on: entry.postings) }
    if former.postings.isEmpty != entry.postings.isEmpty { try shards.count(text, isNew: former.postings.isEmpty) }
    try shards.noteSpelling(text, on: entry.postings)
  }

  // MARK: What follows

  /// Gives the names of concepts anew what they lead to, where a page has another level under any of a concept's names.
  private mutating func relate() throws(Refusal) {
    var wanted: Set<Int> = []
    for concept in names.concepts {
      let texts = concept.map { names.canonicalTexts[$0] }
      let isTouched = edits.contains { edit in
        texts.contains { edit.former.level(ofName: $0) != edit.keys.level(ofName: $0) }
      }
      if isTouched { wanted.formUnion(concept) }
    }
    let lists = try RelatedPages.lists(of: wanted, names) { (name) throws(Refusal) in
      let entry = try shards.entry(names.canonicalTexts[name])
      return (entry.postings, entry.exact)
    }
    for (name, list) in lists {
      var entry = try shards.entry(names.canonicalTexts[name])
      entry.related = list
      try shards.set(entry)
    }
  }

  private mutating func changeRecords(_ pages: [(former: SearchPage, page: SearchPage)]) throws(Refusal) {
    for ((former, new), edit) in zip(pages, edits) {
      let (old, record) = (PageBlocks.record(former), PageBlocks.record(new))
      guard old != record else { continue }
      try shards.changeBlock(of: Int(edit.number), by: record.utf8.count - old.utf8.count) { page($0).map(PageBlocks.record) }
    }
  }
}
