/// Joins what the collectors gathered into one dictionary, sorted by key.
struct IndexDictionary {
  let entries: [IndexEntry]

  /// - Parameters:
  ///   - collectors: of consecutive ranges of pages, in their order.
  ///   - names: the names of each concept.
  init(_ collectors: [PostingsCollector], names: ConceptNames) {
    let sorted = collectors.map(SortedPostings.init)
    var han: [(key: IndexKey, collector: Int, number: Int)] = []
    var special: [[UInt16]: IndexEntry] = [:]

    for (position, collector) in collectors.enumerated() {
      for (number, key) in collector.table.keys.enumerated() {
        if key.hanText != nil {
          han.append((key, position, number))
        } else {
          let text =
            key.isWord ? Array(collector.tokenizer.text(ofWord: key.index)) : names.canonicalTexts[key.index]
          special[text, default: IndexEntry(text: text)].postings += sorted[position].postings(of: number)
        }
      }
      for title in collector.titles where !title.text.isEmpty {
        let text = Array(title.text.prefix(Self.maximumKeyLength))
        special[text, default: IndexEntry(text: text)].exact.append(UInt32(title.page))
      }
    }
    han.sort { ($0.key.rawValue, $0.collector) < ($1.key.rawValue, $1.collector) }
    var hanEntries: [IndexEntry] = []
    var lastKey: IndexKey?
    for item in han {
      let postings = sorted[item.collector].postings(of: item.number)
      if item.key == lastKey {
        hanEntries[hanEntries.count - 1].postings += postings
      } else {
        var entry = IndexEntry(text: item.key.hanText!)
        entry.postings = postings
        hanEntries.append(entry)
        lastKey = item.key
      }
    }
    for key in PinyinKeys.texts(for: names.spellings) { special[key] = IndexEntry(text: key) }
    for text in names.canonicalTexts where special[text] == nil && text.count <= Self.maximumKeyLength {
      special[text] = IndexEntry(text: text)
    }
    var merged = Self.merge(hanEntries, special.values.sorted { $0.text.lexicographicallyPrecedes($1.text) })
    names.addRelated(to: &merged)
    entries = merged
  }

  /// Longer titles are keyed by their beginning; the browser compares the rest.
  static let maximumKeyLength = 40

  private static func merge(_ first: [IndexEntry], _ second: [IndexEntry]) -> [IndexEntry] {
    var result: [IndexEntry] = []
    result.reserveCapacity(first.count + second.count)
    var i = 0, j = 0
    while i < first.count || j < second.count {
      if j == second.count || i < first.count && first[i].text.lexicographicallyPrecedes(second[j].text) {
        result.append(first[i])
        i += 1
      } else if i == first.count || second[j].text != first[i].text {
        result.append(second[j])
        j += 1
      } else {
        var entry = second[j]
        entry.postings = first[i].postings
        result.append(entry)
        i += 1
        j += 1
      }
    }
    for index in result.indices where result[index].exact.count > 1 {
      result[index].exact = Array(Set(result[index].exact)).sorted()
    }
    return result
  }
}

/// A collector's postings by key instead of by page: a counting sort.
private struct SortedPostings {
  private let starts: [Int32]
  private let postings: [UInt32]

  init(_ collector: PostingsCollector) {
    var starts = [Int32](repeating: 0, count: collector.table.keys.count + 1)
    for key in collector.entryKeys { starts[Int(key) + 1] += 1 }
    for key in starts.indices.dropFirst() { starts[key] += starts[key - 1] }
    var next = starts
    var postings = [UInt32](repeating: 0, count: collector.entries.count)
    for (key, entry) in zip(collector.entryKeys, collector.entries) {
      postings[Int(next[Int(key)])] = entry
      next[Int(key)] += 1
    }
    self.starts = starts
    self.postings = postings
  }

  func postings(of number: Int) -> ArraySlice<UInt32> { postings[Int(starts[number])..<Int(starts[number + 1])] }
}
