/// Finds the names of all concepts in a text: leftmost, then longest, never overlapping.
///
/// One trie for all names in all languages, over folded bytes, entered only where `TermEntrances` let in. Semantics and
/// tests after the aho-corasick library's leftmost-longest; a trie needs no failure links because names begin at few
/// places and are short. O(text × longest name) at worst.
public struct TermMatcher: Sendable {
  let patterns: TermPatterns
  private let trie: TermTrie
  private let entrances: TermEntrances

  init(_ patterns: TermPatterns) {
    self.patterns = patterns
    trie = TermTrie(patterns.keys)
    entrances = TermEntrances(patterns.keys, trie)
  }

  /// A place where a name stands.
  package struct Match: Hashable {
    package let range: Range<Int>
    /// Index of the entry in the patterns: who claims the name.
    let entry: Int32
  }

  func claims(on match: Match) -> [TermClaim] { patterns.entries[Int(match.entry)].claims }

  /// All matches in order.
  package func matches(in bytes: UnsafeBufferPointer<UInt8>) -> [Match] {
    var result: [Match] = []
    trie.nodes.withUnsafeBufferPointer { nodes in
      entrances.withGate { gate in
        var index = 0
        while index < bytes.count {
          if let entrance = gate.entrance(at: index, in: bytes),
            let match = match(at: index, from: entrance, in: bytes, nodes)
          {
            result.append(match)
            index = match.range.upperBound
          } else {
            index = Self.next(after: index, in: bytes)
          }
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
  private func match(
    at index: Int, from entrance: TermEntrances.Entrance, in bytes: UnsafeBufferPointer<UInt8>,
    _ nodes: UnsafeBufferPointer<TermTrie.Node>
  ) -> Match? {
    var best: Match?
    var node = entrance.node
    var end = index + entrance.count
    while true {
      let key = Int(nodes[Int(node)].key)
      if key >= 0, isWord(key, from: index, to: end, in: bytes),
        let entry = patterns.entry(of: key, writtenAs: UnsafeBufferPointer(rebasing: bytes[index..<end])),
        patterns.entries[Int(entry)].exact == nil || !WordEdges.continuesName(at: end, in: bytes)
      {
        best = Match(range: index..<end, entry: entry)
      }
      guard end < bytes.count else { break }
      let byte = bytes[end]
      if byte < 0x80 {
        node = TermTrie.child(of: node, TermFolding.narrowFold(byte), nodes)
        end += 1
      } else if let symbol = TermFolding.wide(at: end, in: bytes) {
        node = TermTrie.child(of: node, symbol.byte, nodes)
        end += symbol.length
      } else {
        node = TermTrie.child(of: node, byte, nodes)
        end += 1
      }
      if node < 0 { break }
    }
    return best
  }

  private func isWord(_ key: Int, from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let traits = patterns.traits[key]
    return (!traits.contains(.beginsWithWord) || WordEdges.begins(at: start, in: bytes))
      && (!traits.contains(.endsWithWord) || WordEdges.ends(at: end, in: bytes))
      && (!traits.contains(.hasOpenEdge) || WordEdges.standsApart(from: start, to: end, in: bytes))
      && !(traits.isSuperset(of: [.beginsWithWord, .endsWithWord]) && WordEdges.isBracketed(from: start, to: end, in: bytes))
      && !(traits.contains(.endsWithWord) && WordEdges.namesMember(from: start, to: end, in: bytes))
      && !(traits.contains(.isSolid) && WordEdges.hasInnerCapital(from: start, to: end, in: bytes))
      && !AddressSyntax.holds(start..<end, in: bytes)
      && !((0xE4...0xE9).contains(bytes[start])
        && (HanEdges.isCrossed(from: start, to: end, in: bytes) || HanSegmentation.isCrossed(from: start, to: end, in: bytes)
          || HanAttributes.change(from: start, to: end, in: bytes) || HanOverlap.takes(from: start, to: end, in: bytes)))
  }

  /// The claims on a text that is one name and nothing else.
  func claims(ofWhole text: String) -> [TermClaim] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      guard let match = matches(in: bytes).first, match.range == 0..<bytes.count else { return [] }
      return claims(on: match)
    }
  }
}
