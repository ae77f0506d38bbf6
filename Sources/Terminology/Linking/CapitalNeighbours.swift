/// A name that begins with a capital, and the words with a capital that a single space parts from it.
struct CapitalNeighbours {
  let before: [UInt8]?
  let after: [UInt8]?
  /// Whether the name has small letters other than the s of a plural: `Transformer`, `ReLU`; not `GPUs`.
  let isTitle: Bool
  /// Whether it is several words, each with a capital.
  let hasTitledWords: Bool
  /// Whether the capital may be that of an English sentence.
  let opensSentence: Bool
  /// Whether that of the word before may be.
  let followsSentenceStart: Bool
  /// The name with one neighbour or two of them, in single spaces.
  let stretches: [[UInt8]]

  /// O(1): words of bounded length are looked at.
  init(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    let left = Self.word(endingAt: range.lowerBound - 1, in: bytes), right = Self.word(from: range.upperBound + 1, in: bytes)
    before = left.map { Array(bytes[$0]) }
    after = right.map { Array(bytes[$0]) }
    let own = bytes[range].map { Self.isSpace($0) ? 0x20 : $0 }
    isTitle = Self.isTitle(own)
    let words = own.split { $0 == 0x20 }
    hasTitledWords = words.count > 1 && words.allSatisfy { Self.isCapital($0[$0.startIndex]) }
    guard left != nil || right != nil else {
      (opensSentence, followsSentenceStart, stretches) = (false, false, [])
      return
    }
    let isEnglish = Self.isEnglish(around: range, in: bytes)
    let isMerelyTitle = own.dropFirst().allSatisfy { !Self.isCapital($0) }
    opensSentence = isEnglish && isMerelyTitle && Self.beginsSentence(at: range.lowerBound, in: bytes)
    followsSentenceStart = isEnglish && left.map { Self.beginsSentence(at: $0.lowerBound, in: bytes) } == true
    let space: [UInt8] = [0x20]
    var stretches: [[UInt8]] = []
    if let before { stretches.append(before + space + own) }
    if let after { stretches.append(own + space + after) }
    if let before, let after { stretches.append(before + space + own + space + after) }
    if let left, let before, let further = Self.word(endingAt: left.lowerBound - 1, in: bytes) {
      stretches.append(Array(bytes[further]) + space + before + space + own)
    }
    if let right, let after, let further = Self.word(from: right.upperBound + 1, in: bytes) {
      stretches.append(own + space + after + space + Array(bytes[further]))
    }
    self.stretches = stretches
  }

  /// The word with a capital whose end is the space at `space`.
  private static func word(endingAt space: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard space > 0, isSpace(bytes[space]) else { return nil }
    var start = space
    while start > 0, space - start < 24, isPart(bytes[start - 1]) { start -= 1 }
    guard start < space, isCapital(bytes[start]) else { return nil }
    return start..<space
  }

  /// The word with a capital that begins here, behind a space.
  private static func word(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard start < bytes.count, isSpace(bytes[start - 1]), isCapital(bytes[start]) else { return nil }
    var end = start
    while end < bytes.count, end - start < 24, isPart(bytes[end]), bytes[end] != UInt8(ascii: ".") { end += 1 }
    return start..<end
  }

  /// First after what ends a sentence, or after nothing.
  private static func beginsSentence(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard start > 0 else { return true }
    if bytes[start - 1] >= 0x80 { return true }
    if !isSpace(bytes[start - 1]) { return "\"'(".utf8.contains(bytes[start - 1]) }
    return start < 2 || ".!?:)\"".utf8.contains(bytes[start - 2]) || bytes[start - 2] >= 0x80
  }

  /// Whether no Han character is near: Chinese writes foreign words in capitals because they are names.
  private static func isEnglish(around range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[max(0, range.lowerBound - 120)..<min(bytes.count, range.upperBound + 120)].allSatisfy { $0 < 0xE3 }
  }

  /// Whether there are small letters, but for the s of a plural.
  static func isTitle(_ word: [UInt8]) -> Bool {
    (word.count > 2 && word.last == UInt8(ascii: "s") ? word.dropLast() : word[...]).contains { (0x61...0x7A).contains($0) }
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
  private static func isPart(_ byte: UInt8) -> Bool { WordEdges.isWordByte(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") }
}
