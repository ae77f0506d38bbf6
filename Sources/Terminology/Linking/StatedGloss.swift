internal import ContentModel

/// What a page itself says a Chinese name means: `重排（reflow）`.
enum StatedGloss {
  /// Whether a gloss in brackets behind the name belongs to something else: one or two small English words, neither of which any
  /// English name of the concept has. Examples, abbreviations and names in capitals contradict nobody. O(1) where no bracket follows.
  static func contradicts(_ concept: Concept, after name: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes[name.lowerBound] >= 0xE4, let gloss = gloss(at: name.upperBound, in: bytes) else { return false }
    let words = gloss.split { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    guard (1...2).contains(words.count), words.allSatisfy({ $0.count >= 4 }), !words.contains(where: { openings.contains(Array($0)) })
    else { return false }
    let english = concept.terms.filter { $0.language == .english && $0.status != .abbreviation }
    guard !english.isEmpty else { return false }
    return !english.contains { term in
      term.name.lowercased().utf8.split { !WordEdges.isWordByte($0) }.contains { own in words.contains { areAlike(Array(own), $0) } }
    }
  }

  /// The small letters, spaces and hyphens between brackets that open here.
  private static func gloss(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> ArraySlice<UInt8>? {
    var start = index
    if start + 3 <= bytes.count, bytes[start] == 0xEF, TermFolding.narrow(at: start, in: bytes) == UInt8(ascii: "(") {
      start += 3
    } else if start < bytes.count, bytes[start] == UInt8(ascii: "(") {
      start += 1
    } else {
      return nil
    }
    var end = start
    while end < bytes.count, end - start <= 40, (0x61...0x7A).contains(bytes[end]) || bytes[end] == 0x20 || bytes[end] == UInt8(ascii: "-")
    {
      end += 1
    }
    guard end > start, end < bytes.count,
      bytes[end] == UInt8(ascii: ")") || TermFolding.narrow(at: end, in: bytes) == UInt8(ascii: ")")
    else { return nil }
    return Array(UnsafeBufferPointer(rebasing: bytes[start..<end]))[...]
  }

  /// Words of one stem begin alike.
  private static func areAlike(_ a: [UInt8], _ b: ArraySlice<UInt8>) -> Bool {
    let count = min(a.count, b.count, 5)
    return count >= 3 && a.prefix(count).elementsEqual(b.prefix(count))
  }

  /// What opens a remark.
  private static let openings = Set(["such", "like", "from", "with", "without", "note", "optional", "default"].map { Array($0.utf8) })
}
