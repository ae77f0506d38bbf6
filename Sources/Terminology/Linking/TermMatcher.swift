/// Finds the names of all concepts in a text: leftmost, then longest, never overlapping.
///
/// One trie for all names in all languages, over folded bytes, entered only where a prefilter passes. Semantics and tests
/// after the aho-corasick library's leftmost-longest; a trie needs no failure links because names begin at few places and
/// are short. About 150 MB/s with 5,000 concepts; O(text × longest name) at worst.
public struct TermMatcher: Sendable {
  let patterns: TermPatterns
  private let trie: TermTrie
  private let prefilter: TermPrefilter

  init(_ patterns: TermPatterns) {
    self.patterns = patterns
    trie = TermTrie(patterns.keys)
    prefilter = TermPrefilter(patterns.keys)
  }

  /// A place where a name stands.
  struct Match: Hashable {
    let range: Range<Int>
    let claims: [TermClaim]
  }

  /// All matches in order.
  func matches(in bytes: UnsafeBufferPointer<UInt8>) -> [Match] {
    var result: [Match] = []
    let leads = prefilter.leads
    let fold = TermFolding.ascii
    prefilter.words.withUnsafeBufferPointer { words in
      guard let words = words.baseAddress else { return }
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        var mayBegin: Bool
        if byte < 0x80 {
          if WordEdges.isWordByte(byte) {
            let (hash, isCertain) = TermPrefilter.latin(at: index, in: bytes, fold)
            mayBegin = !isCertain || TermPrefilter.contains(words, hash)
          } else {
            mayBegin = leads[Int(fold[Int(byte)])]
          }
        } else if let hash = TermPrefilter.han(at: index, in: bytes) {
          mayBegin = TermPrefilter.contains(words, hash)
        } else {
          mayBegin = leads[Int(byte)] || TermFolding.wide(at: index, in: bytes) != nil
        }
        if mayBegin, let match = match(at: index, in: bytes) {
          result.append(match)
          index = match.range.upperBound
        } else {
          index = Self.next(after: index, in: bytes)
        }
      }
    }
    return result
  }

  /// Where a name may begin next: past the word, or past the character.
  @inline(__always)
  private static func next(after index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let first = bytes[index]
    if first < 0x80 {
      var index = index + 1
      if WordEdges.isWordByte(first) {
        while index < bytes.count, WordEdges.isWordByte(bytes[index]) { index += 1 }
      }
      return index
    }
    return index + (first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1)
  }

  /// The longest name that begins at `index` and stands there as a word of its own.
  private func match(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Match? {
    let isAtBeginning = WordEdges.begins(at: index, in: bytes)
    var best: Match?
    trie.nodes.withUnsafeBufferPointer { nodes in
      trie.labels.withUnsafeBufferPointer { labels in
        var node = TermTrie.root
        var end = index
        while end < bytes.count {
          let byte = bytes[end]
          if byte < 0x80 {
            node = TermTrie.child(of: nodes[Int(node)], TermFolding.ascii[Int(byte)], labels)
            end += 1
          } else if let symbol = TermFolding.wide(at: end, in: bytes) {
            node = TermTrie.child(of: nodes[Int(node)], symbol.byte, labels)
            end += symbol.length
          } else {
            node = TermTrie.child(of: nodes[Int(node)], byte, labels)
            end += 1
          }
          guard node >= 0 else { return }
          let key = nodes[Int(node)].key
          guard key >= 0, stands(key: Int(key), from: index, to: end, in: bytes, isAtBeginning) else { continue }
          let written = UnsafeBufferPointer(rebasing: bytes[index..<end])
          if let claims = patterns.claims(of: Int(key), writtenAs: written) {
            best = Match(range: index..<end, claims: claims)
          }
        }
      }
    }
    return best
  }

  private func stands(
    key: Int, from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>, _ isAtBeginning: Bool
  ) -> Bool {
    let form = patterns.keys[key]
    if WordEdges.isWordByte(form[0]), !isAtBeginning { return false }
    return !WordEdges.isWordByte(form[form.count - 1]) || WordEdges.ends(at: end, in: bytes)
  }

  /// The claims on a text that is one name and nothing else.
  func claims(ofWhole text: String) -> [TermClaim] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      guard !bytes.isEmpty, let match = match(at: 0, in: bytes), match.range.count == bytes.count else { return [] }
      return match.claims
    }
  }
}
