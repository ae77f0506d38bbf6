/// Where a longer name of the lexicon begins before a Han name and takes its first characters: `自然语言推理模型` is 自然语言推理 and 模型,
/// however well the site knows 推理模型.
enum HanOverlap {
  /// In characters.
  private static let longest = 8

  /// Whether that is so of the name at `start..<end`. O(1): the few characters before are looked at.
  static func takes(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var first = start
    while first >= 3, start - first < 3 * longest, (0xE4...0xE9).contains(bytes[first - 3]) {
      first -= 3
      guard openings.contains(opening(bytes[first..<first + 6])) else { continue }
      // What is left of the name is a word: 子词分词器 is no 子词分词 and 器.
      for stop in stride(from: start + 3, through: end - 6, by: 3) where stop - first <= 3 * longest {
        if stop - first > end - start, names.contains(Array(bytes[first..<stop])) { return true }
      }
    }
    return false
  }

  /// Names of the lexicon that are nothing but Han, and the two characters that each begins with.
  private static let names = Set(
    Lexicon.standard.concepts.flatMap(\.chinese).map { Array($0.utf8) }.filter { name in
      (6...3 * longest).contains(name.count) && name.allSatisfy { $0 >= 0x80 } && (0xE4...0xE9).contains(name[0])
    })
  private static let openings = Set(names.map { opening($0.prefix(6)) })

  private static func opening(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}
