/// The names of concepts: what makes a query in one language find pages in the other.
struct ConceptNames {
  /// All names, as written, one after the other; a name's number is its place here.
  let spellings: [String]
  let canonicalTexts: [[UInt16]]
  /// For each concept the numbers of its names.
  private let concepts: [[Int]]

  init(_ concepts: [[String]]) {
    spellings = concepts.flatMap { $0 }
    var tokenizer = SearchTokenizer()
    canonicalTexts = spellings.map { tokenizer.canonicalText(of: $0) }
    var next = 0
    self.concepts = concepts.map { names in
      defer { next += names.count }
      return Array(next..<next + names.count)
    }
  }

  /// Gives every name of a concept the pages of all its names, with the highest level each page has.
  func addRelated(to entries: inout [IndexEntry]) {
    let wanted = Set(canonicalTexts)
    var places: [[UInt16]: Int] = [:]
    for (place, entry) in entries.enumerated() where wanted.contains(entry.text) { places[entry.text] = place }
    var related: [Int: [UInt32: UInt32]] = [:]
    for names in concepts {
      let own = Set(names.compactMap { places[canonicalTexts[$0]] })
      var levels: [UInt32: UInt32] = [:]
      for place in own {
        for posting in entries[place].postings { levels[posting >> 4] = max(levels[posting >> 4] ?? 0, posting & 15) }
        for page in entries[place].exact { levels[page] = 15 }
      }
      for place in own { related[place, default: [:]].merge(levels) { max($0, $1) } }
    }
    for (place, levels) in related {
      let known = Set(entries[place].postings.map { $0 >> 4 })
      if levels.keys.allSatisfy(known.contains) { continue }
      entries[place].related = levels.map { $0.key << 4 | $0.value }.sorted()
    }
  }
}
