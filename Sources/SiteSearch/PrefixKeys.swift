/// Keys for one or two letters that begin many words, `a*`: all pages that have any of these words, because the words
/// themselves are spread over too many files.
enum PrefixKeys {
  static let fewestWords = 150

  static func key(_ prefix: ArraySlice<UInt16>) -> [UInt16] { prefix + [0x2A] }

  /// What a word begins with that may have a key.
  static func prefixes(of word: [UInt16]) -> [ArraySlice<UInt16>] { (1...2).filter { $0 <= word.count }.map { word[..<$0] } }

  /// - Parameter words: sorted by text, with their lists (`page << 4 | level`).
  /// - Returns: the keys, and of every beginning how many words have it.
  static func entries(_ words: [NamedKeys.Entry]) -> (entries: [NamedKeys.Entry], counts: [[UInt16]: Int]) {
    var result: [NamedKeys.Entry] = []
    var counts: [[UInt16]: Int] = [:]
    for length in 1...2 {
      var start = 0
      while start < words.count {
        let prefix = words[start].text.prefix(length)
        var end = start + 1
        while end < words.count, words[end].text.prefix(length) == prefix { end += 1 }
        if prefix.count == length { counts[key(prefix)] = end - start }
        if prefix.count == length, end - start >= fewestWords {
          var levels: [UInt32: UInt32] = [:]
          for word in words[start..<end] {
            for posting in word.postings { levels[posting >> 4] = max(levels[posting >> 4] ?? 0, posting & 15) }
          }
          var entry = NamedKeys.Entry(text: key(prefix))
          entry.postings = levels.map { $0.key << 4 | $0.value }.sorted()
          result.append(entry)
        }
        start = end
      }
    }
    return (result, counts)
  }
}
