extension TextRun {
  /// The sentence of the block's plain text that holds a range of the run: for lists of mentions. O(block).
  ///
  /// Ends at `。！？` and at `.!?` before a space; cut to about `limit` bytes around the range, with `…` where it was.
  package func sentence(around range: Range<Int>, limit: Int = 240) -> String {
    var text: [UInt8] = []
    var offset = 0
    for (index, node) in tree.nodes[(block + 1)...].enumerated() {
      if node.isBlock { break }
      if block + 1 + index == start { offset = text.count }
      tree.appendPlainText(of: node, to: &text)
    }
    let mention = (offset + range.lowerBound)..<min(text.count, offset + range.upperBound)
    var (from, to) = (mention.lowerBound, mention.upperBound)
    while from > 0, mention.lowerBound - from < limit, !Self.endsSentence(at: from, in: text) { from -= 1 }
    while to < text.count, to - mention.upperBound < limit, !Self.endsSentence(at: to, in: text) { to += 1 }
    let isCutBefore = from > 0 && !Self.endsSentence(at: from, in: text)
    let isCutAfter = to < text.count && !Self.endsSentence(at: to, in: text)
    while from > 0, text[from] & 0xC0 == 0x80 { from -= 1 }
    while to < text.count, text[to] & 0xC0 == 0x80 { to += 1 }
    let sentence = MarkdownTree.collapsingSpace(text[from..<to])
    return (isCutBefore ? "…" : "") + sentence + (isCutAfter ? "…" : "")
  }

  /// Whether a sentence ends before the offset; the quotes and brackets that close behind it are its own.
  private static func endsSentence(at offset: Int, in text: [UInt8]) -> Bool {
    if isClosing(at: offset, in: text) { return false }
    var offset = offset
    while offset >= 3, isClosing(at: offset - 3, in: text) { offset -= 3 }
    return endsText(at: offset, in: text)
  }

  /// Whether `”`, `’`, `」`, `』` or `）` stands at the offset.
  private static func isClosing(at offset: Int, in text: [UInt8]) -> Bool {
    guard offset + 3 <= text.count else { return false }
    return switch (text[offset], text[offset + 1], text[offset + 2]) {
    case (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x99), (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F), (0xEF, 0xBC, 0x89): true
    default: false
    }
  }

  private static func endsText(at offset: Int, in text: [UInt8]) -> Bool {
    guard offset > 0 else { return false }
    switch text[offset - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      return offset == text.count || text[offset] == 0x20
    case 0x82: return offset >= 3 && text[offset - 3] == 0xE3 && text[offset - 2] == 0x80
    case 0x81, 0x9F: return offset >= 3 && text[offset - 3] == 0xEF && text[offset - 2] == 0xBC
    default: return false
    }
  }
}
