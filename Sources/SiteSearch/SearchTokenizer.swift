internal import HanText

/// Cuts text into Han characters and words. The browser's tokenizer is its twin: both run
/// `Tests/Fixtures/tokenizer.json`.
struct SearchTokenizer: Sendable {
  /// The longest word, in scalars; the rest of a longer one is dropped.
  static let maximumWordLength = 40
  /// How many parts of `gpt-4` or `chain_of_thought` are also put together as one word.
  static let maximumJoinedParts = 4

  private(set) var words = WordTable()
  private var folding = SearchFolding()
  private var word: [UInt8] = []
  private var wordLength = 0
  private var joined: [UInt8] = []
  private var joinedParts = 0
  private var joinedLength = 0

  /// Appends the tokens of `text`, and to `extras` the words that hyphens, underscores and points only interrupt:
  /// `GPT-4` gives gpt, 4 and besides gpt4.
  mutating func tokenize(_ text: String, into tokens: inout [SearchToken], extras: inout [SearchToken]) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        var value = UInt32(byte)
        if byte < 0x80 {
          index += 1
          if (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) {
            append(value, &tokens, &extras)
            continue
          }
        } else if byte < 0xE0 {
          value = UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
          index += 2
        } else if byte < 0xF0 {
          value = UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
          index += 3
        } else {
          value =
            UInt32(byte & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12 | UInt32(bytes[index + 2] & 0x3F) << 6
            | UInt32(bytes[index + 3] & 0x3F)
          index += 4
        }
        receive(value, &tokens, &extras)
      }
    }
    endWord(&tokens, &extras)
    endJoined(&extras)
  }

  @inline(__always)
  private mutating func receive(_ value: UInt32, _ tokens: inout [SearchToken], _ extras: inout [SearchToken]) {
    let folded = folding.fold(value)
    if folded.isList {
      for part in folding.parts(of: folded) { receive(part, &tokens, &extras) }
    } else {
      receive(folded, &tokens, &extras)
    }
  }

  @inline(__always)
  private mutating func receive(
    _ folded: SearchFolding.Folded, _ tokens: inout [SearchToken], _ extras: inout [SearchToken]
  ) {
    switch folded.role {
    case .letter: append(folded.scalar, &tokens, &extras)
    case .mark: break
    case .han:
      endWord(&tokens, &extras)
      endJoined(&extras)
      if folded.scalar < 0x10000 {
        tokens.append(.han(UInt16(truncatingIfNeeded: folded.scalar)))
      } else {
        for unit in UTF16.encode(Unicode.Scalar(folded.scalar)!)! { tokens.append(.han(unit)) }
      }
    case .separator:
      if wordLength > 0 {
        endWord(&tokens, &extras)
        if Self.isJoiner(folded.scalar) { return }
      }
      endJoined(&extras)
      if folded.scalar == 0x0A { tokens.append(.boundary) }
    }
  }

  /// `-`, `.` and `_`.
  private static func isJoiner(_ scalar: UInt32) -> Bool { scalar == 0x2D || scalar == 0x2E || scalar == 0x5F }

  @inline(__always)
  private mutating func append(_ folded: UInt32, _ tokens: inout [SearchToken], _ extras: inout [SearchToken]) {
    wordLength += 1
    guard wordLength <= Self.maximumWordLength else { return }
    if folded < 0x80 {
      word.append(UInt8(truncatingIfNeeded: folded))
    } else {
      word.append(contentsOf: UTF8.encode(Unicode.Scalar(folded)!)!)
    }
  }

  private mutating func endWord(_ tokens: inout [SearchToken], _ extras: inout [SearchToken]) {
    guard wordLength > 0 else { return }
    tokens.append(.word(words.index(of: word)))
    joined.append(contentsOf: word)
    joinedLength += wordLength
    joinedParts += 1
    word.removeAll(keepingCapacity: true)
    wordLength = 0
  }

  private mutating func endJoined(_ extras: inout [SearchToken]) {
    if (2...Self.maximumJoinedParts).contains(joinedParts), joinedLength <= Self.maximumWordLength {
      extras.append(.word(words.index(of: joined)))
    }
    joined.removeAll(keepingCapacity: true)
    joinedParts = 0
    joinedLength = 0
  }
}
