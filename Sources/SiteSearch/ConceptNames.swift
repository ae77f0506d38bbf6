/// The names of concepts: what makes a query in one language find pages in the other.
struct ConceptNames {
  /// One spelling of every name that differs from the others after folding; a name's number is its place here.
  let spellings: [String]
  let canonicalTexts: [[UInt16]]
  /// For each concept the numbers of its names.
  private let concepts: [[Int]]

  init(_ concepts: [[String]]) {
    var tokenizer = SearchTokenizer()
    var spellings: [String] = [], texts: [[UInt16]] = []
    var numbers: [[UInt16]: Int] = [:]
    self.concepts = concepts.map { names in
      names.compactMap { name in
        let text = tokenizer.canonicalText(of: name)
        if text.isEmpty { return nil }
        if let known = numbers[text] { return known }
        numbers[text] = texts.count
        spellings.append(name)
        texts.append(text)
        return texts.count - 1
      }
    }
    self.spellings = spellings
    canonicalTexts = texts
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
