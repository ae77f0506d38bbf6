/// Finds the names of concepts in a sequence of tokens: those that are not already a key of their own (a word, one
/// Han character or two).
struct NameMatcher: Sendable {
  private var candidates: [UInt64: [(tokens: [SearchToken], name: Int)]] = [:]
  /// A Bloom filter with one hash over the first two tokens: most positions stop here.
  private var filter = [UInt64](repeating: 0, count: 1 << 10)

  /// - Parameter names: token sequences, by the name's number.
  init(_ names: [[SearchToken]]) {
    for (name, tokens) in names.enumerated() where Self.needsMatching(tokens) {
      let pair = Self.pair(tokens[0], tokens[1])
      candidates[pair, default: []].append((tokens, name))
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
    for candidate in candidates[pair] ?? [] where candidate.tokens.count <= tokens.count - position {
      if (2..<candidate.tokens.count).allSatisfy({ candidate.tokens[$0] == tokens[position + $0] }) {
        receive(candidate.name)
      }
    }
  }

  private static func pair(_ first: SearchToken, _ second: SearchToken) -> UInt64 {
    UInt64(first.rawValue) << 32 | UInt64(second.rawValue)
  }

  private static func hash(_ pair: UInt64) -> Int { Int((pair &* 0x9E37_79B9_7F4A_7C15) >> 48) }
}
