/// Keys for one or two letters that begin many words, `a*`: all pages that have any of these words, because the words
/// themselves are spread over too many files.
enum PrefixKeys {
  static let fewestWords = 150

  /// - Parameter words: sorted by text, with their lists (`page << 4 | level`).
  static func entries(_ words: [NamedKeys.Entry]) -> [NamedKeys.Entry] {
    var result: [NamedKeys.Entry] = []
    for length in 1...2 {
      var start = 0
      while start < words.count {
        let prefix = words[start].text.prefix(length)
        var end = start + 1
        while end < words.count, words[end].text.prefix(length) == prefix { end += 1 }
        if prefix.count == length, end - start >= fewestWords {
          var levels: [UInt32: UInt32] = [:]
          for word in words[start..<end] {
            for posting in word.postings { levels[posting >> 4] = max(levels[posting >> 4] ?? 0, posting & 15) }
          }
          var entry = NamedKeys.Entry(text: prefix + [0x2A])
          entry.postings = levels.map { $0.key << 4 | $0.value }.sorted()
          result.append(entry)
        }
        start = end
      }
    }
    return result
  }
}
