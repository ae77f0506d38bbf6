/// The shards of an index, each read when it is asked for, and written again if it is another then.
struct OpenShards {
  private(set) var outline: IndexOutline
  let former: IndexOutline
  private let names: ConceptNames
  /// The bytes of a file by its name.
  private let file: (String) -> [UInt8]?
  private var opened: [Int: [IndexEntry]] = [:]
  private(set) var changed: Set<Int> = []
  /// New contents of blocks.
  private(set) var blocks: [Int: String] = [:]
  private(set) var spelling: SpellingLists?

  init(_ outline: IndexOutline, names: ConceptNames, file: @escaping (String) -> [UInt8]?) {
    (self.outline, former, self.names, self.file) = (outline, outline, names, file)
  }

  // MARK: Entries

  /// The entry of a key; an empty one where there is none.
  mutating func entry(_ text: [UInt16]) throws(IndexUpdate.Refusal) -> IndexEntry {
    let entries = try open(shard(of: text)), place = Self.place(of: text, in: entries)
    return place < entries.count && entries[place].text == text ? entries[place] : IndexEntry(text: text)
  }

  mutating func set(_ entry: IndexEntry) throws(IndexUpdate.Refusal) {
    let number = shard(of: entry.text)
    let place = Self.place(of: entry.text, in: try open(number))
    let known = place < opened[number]!.count && opened[number]![place].text == entry.text ? opened[number]![place] : nil
    // A name is a key even where it leads to nothing.
    let isKey = !entry.isEmpty || names.numbers[entry.text] != nil
    guard known != (isKey ? entry : nil) else { return }
    changed.insert(number)
    outline.entryBytes += (isKey ? entry.size(pageCount: outline.pageCount) : 0) - (known?.size(pageCount: outline.pageCount) ?? 0)
    opened[number]!.replaceSubrange(place..<place + (known == nil ? 0 : 1), with: isKey ? [entry] : [])
  }

  /// Whether what follows a pair are keys of their own.
  mutating func hasTriples(_ pair: [UInt16]) throws(IndexUpdate.Refusal) -> Bool {
    try entry(pair).postings.count > HanLists.mostPagesWithFollowers
  }

  /// The last shard that does not begin behind a key.
  private func shard(of text: [UInt16]) -> Int {
    var low = 0, high = outline.shards.count
    while low < high {
      let middle = (low + high) / 2
      if text.lexicographicallyPrecedes(outline.shards[middle].first) { high = middle } else { low = middle + 1 }
    }
    return max(0, low - 1)
  }

  private static func place(of text: [UInt16], in entries: [IndexEntry]) -> Int {
    var low = 0, high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].text.lexicographicallyPrecedes(text) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func open(_ number: Int) throws(IndexUpdate.Refusal) -> [IndexEntry] {
    if let entries = opened[number] { return entries }
    guard outline.shards.indices.contains(number) else { throw IndexUpdate.Refusal() }
    let name = outline.shards[number].name
    guard let content = file(name).flatMap({ IndexFile.content($0, name: name) }), content.count >= 2,
      let bytes = Base64Text.decode(content.dropFirst().dropLast()),
      let entries = try? IndexShard.entries(bytes, pageCount: outline.pageCount)
    else { throw IndexUpdate.Refusal() }
    opened[number] = entries
    return entries
  }

  // MARK: What looks at all pages

  mutating func note(_ feature: [UInt16], on postings: ArraySlice<UInt32>) throws(IndexUpdate.Refusal) {
    guard outline.sketch.note(feature, on: postings) else { throw IndexUpdate.Refusal() }
  }

  /// Counts a word that is new, or was on its last page.
  mutating func count(_ word: [UInt16], isNew: Bool) throws(IndexUpdate.Refusal) {
    for prefix in PrefixKeys.prefixes(of: word).map(PrefixKeys.key) {
      let wasKey = isPrefixKey(prefix), count = (outline.prefixCounts[prefix] ?? 0) + (isNew ? 1 : -1)
      outline.prefixCounts[prefix] = count > 0 ? count : nil
      guard isPrefixKey(prefix) == wasKey else { throw IndexUpdate.Refusal() }
    }
  }

  /// Takes note of the pages that a word is on now.
  mutating func noteSpelling(_ word: [UInt16], on postings: ArraySlice<UInt32>) throws(IndexUpdate.Refusal) {
    if spelling == nil {
      spelling = SpellingLists(
        outline.spellings.compactMap { name in file(name).flatMap { IndexFile.content($0, name: name) } }, pageCount: outline.pageCount)
    }
    guard spelling != nil else { throw IndexUpdate.Refusal() }
    spelling!.note(word, on: postings)
  }

  func isPrefixKey(_ key: [UInt16]) -> Bool { outline.prefixCounts[key] ?? 0 >= PrefixKeys.fewestWords }

  /// - Parameters:
  ///   - difference: by how many bytes the page's record has grown.
  ///   - record: gives that of a page.
  mutating func changeBlock(
    of page: Int, by difference: Int, record: (String) -> String?
  ) throws(IndexUpdate.Refusal) {
    outline.recordBytes += difference
    guard PageBlocks.size(byteCount: outline.recordBytes, pageCount: outline.pageCount) == outline.blockSize else {
      throw IndexUpdate.Refusal()
    }
    let block = page / outline.blockSize
    let paths = outline.paths[block * outline.blockSize..<min(outline.pageCount, (block + 1) * outline.blockSize)]
    let records = paths.compactMap(record)
    guard records.count == paths.count else { throw IndexUpdate.Refusal() }
    blocks[block] = JSONText.array(records)
  }
}
