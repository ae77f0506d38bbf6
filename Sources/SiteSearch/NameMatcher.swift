/// Finds the names of concepts in a sequence of tokens: those that are not already a key of their own (a word, one
/// Han character or two). Each position costs the lengths of the names that begin with its two tokens, however many names
/// these are.
struct NameMatcher: Sendable {
  /// By their tokens.
  private var names: [ArraySlice<SearchToken>: [Int]] = [:]
  /// The lengths of the names that begin with two tokens, ascending.
  private var lengths: [UInt64: [Int]] = [:]
  /// A Bloom filter with one hash over the first two tokens: most positions stop here.
  private var filter = [UInt64](repeating: 0, count: 1 << 10)

  /// - Parameter names: token sequences, by the name's number.
  init(_ names: [[SearchToken]]) {
    for (name, tokens) in names.enumerated() where Self.needsMatching(tokens) {
      let pair = Self.pair(tokens[0], tokens[1])
      self.names[tokens[...], default: []].append(name)
      let known = lengths[pair] ?? []
      if !known.contains(tokens.count) { lengths[pair] = (known + [tokens.count]).sorted() }
      let bit = Self.hash(pair)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  static func needsMatching(_ tokens: [SearchToken]) -> Bool {
    tokens.count > 2 || tokens.count == 2 && (tokens[0].isWord || tokens[1].isWord)
  }

  /// Calls `receive` with the number of each name that starts at `position`.
  @inline(__always)
  func names(in tokens: [SearchToken], at position: Int, _ receive: (Int) -> Void) {
    guard position + 1 < tokens.count else { return }
    let pair = Self.pair(tokens[position], tokens[position + 1])
    let bit = Self.hash(pair)
    if filter[bit >> 6] & 1 << UInt64(bit & 63) == 0 { return }
    for length in lengths[pair] ?? [] where length <= tokens.count - position {
      for name in names[tokens[position..<position + length]] ?? [] { receive(name) }
    }
  }

  private static func pair(_ first: SearchToken, _ second: SearchToken) -> UInt64 {
    UInt64(first.rawValue) << 32 | UInt64(second.rawValue)
  }

  private static func hash(_ pair: UInt64) -> Int { Int((pair &* 0x9E37_79B9_7F4A_7C15) >> 48) }
}
