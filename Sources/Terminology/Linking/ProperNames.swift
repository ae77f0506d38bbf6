/// Where a name is but a part of a longer one: `Switch Transformer`, `Llama Guard`, `Optimal Brain Quantization`.
///
/// Words in capitals that stand side by side in running text are one name, unless they are known as two. A capital at the beginning of an
/// English sentence says nothing; there only names count that the lexicon has as one, and words that nobody uses otherwise.
struct ProperNames: Sendable {
  /// Names of several words, each in capitals, whose last word is no name of the same thing.
  private let known: Set<[UInt8]>
  /// Names of one word, in small letters: what stands before a decoder is no part of its name.
  private let words: Set<[UInt8]>
  private let attributes: Set<[UInt8]>
  private let parts: Set<[UInt8]>

  static let standard = ProperNames(.standard, EmbeddedFiles.all["Linking/proper-names.txt"] ?? "")

  /// O(names of the lexicon).
  init(_ lexicon: Lexicon, _ lists: String) {
    func list(_ key: String) -> Set<[UInt8]> {
      let lines = lists.split(separator: "\n").filter { $0.hasPrefix(key + ":") }
      return Set(lines.flatMap { $0.utf8.split(separator: 0x20).dropFirst().map(Array.init) })
    }
    let attributes = list("before")
    var known: Set<[UInt8]> = [], words: Set<[UInt8]> = []
    for concept in lexicon.concepts {
      for name in concept.english {
        let parts = name.utf8.split(separator: UInt8(ascii: " "))
        if parts.count == 1, CapitalNeighbours.isTitle(Array(name.utf8)) { words.insert(name.utf8.map(TermPatterns.lowercase)) }
        guard parts.count > 1, parts.allSatisfy({ Self.isCapital($0.first!) }), !attributes.contains(Array(parts[0])) else { continue }
        // `Okapi BM25` is BM25.
        let hasPart = concept.names.contains { other in parts.contains { $0.elementsEqual(other.utf8) } }
        if !hasPart { known.insert(Array(name.utf8)) }
      }
    }
    (self.known, self.words, self.attributes, parts) = (known, words, attributes, list("behind"))
  }

  /// Those of the matches that are no parts of longer names. O(matches), and O(1) for each that begins with a capital.
  func removingParts(from matches: [TermMatcher.Match], in bytes: UnsafeBufferPointer<UInt8>) -> [TermMatcher.Match] {
    matches.indices.filter { index in
      let range = matches[index].range
      guard Self.isCapital(bytes[range.lowerBound]) else { return true }
      let neighbours = CapitalNeighbours(of: range, in: bytes)
      guard neighbours.before != nil || neighbours.after != nil else { return true }
      let isBehindName = index > 0 && matches[index - 1].range.upperBound == range.lowerBound - 1
      let isBeforeName = index + 1 < matches.count && matches[index + 1].range.lowerBound == range.upperBound + 1
      return !isKnown(neighbours) && (isBehindName || !joinsBefore(neighbours)) && (isBeforeName || !joinsAfter(neighbours))
    }.map { matches[$0] }
  }

  private func isKnown(_ name: CapitalNeighbours) -> Bool {
    name.stretches.contains { known.contains($0) || $0.last == UInt8(ascii: "s") && known.contains($0.dropLast()) }
  }

  /// Whether the word before makes a longer name: a word in capitals, as in `Latent Transformer`, no abbreviation (`AI Agent`).
  private func joinsBefore(_ name: CapitalNeighbours) -> Bool {
    guard let before = name.before, name.isTitle, CapitalNeighbours.isTitle(before), !attributes.contains(before),
      before.allSatisfy({ CapitalNeighbours.isLetter($0) || $0 == UInt8(ascii: "-") })
    else { return false }
    // `So Transformers`, `Encoder-decoder Transformers`; but `Visual Instruction Tuning` is a title.
    return !name.followsSentenceStart || !before.contains(UInt8(ascii: "-")) && !Self.isEveryday(before)
      || name.hasTitledWords && !AbbreviationAlignment.isSmall(String(decoding: before.map(TermPatterns.lowercase), as: UTF8.self))
  }

  private func joinsAfter(_ name: CapitalNeighbours) -> Bool {
    guard let after = name.after, CapitalNeighbours.isTitle(after), after.allSatisfy(CapitalNeighbours.isLetter), !isPartOfThing(after)
    else { return false }
    // `Prompts Claude answers`: the capital of the first word is the sentence's.
    return !name.opensSentence || Self.isEveryday(after)
  }

  /// `Transformer Decoders`, `BERT Base`.
  private func isPartOfThing(_ word: [UInt8]) -> Bool {
    [word, word.last == UInt8(ascii: "s") ? word.dropLast() : word].contains {
      parts.contains($0) || words.contains($0.map(TermPatterns.lowercase))
    }
  }

  private static func isEveryday(_ word: [UInt8]) -> Bool {
    EverydayWords.english.contains(String(decoding: word.map(TermPatterns.lowercase), as: UTF8.self))
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
