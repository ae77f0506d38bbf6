/// Lines of tens of thousands of characters: a text without its line breaks is written as paragraphs; data is none.
enum LongText {
  /// Bytes after which the next end of a sentence ends a paragraph.
  private static let paragraph = 2_000
  /// Bytes of the longest sentence that anybody writes.
  private static let longestSentence = 4_000

  /// Whether sentences end all along the line. O(bytes).
  static func isWritten(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var last = 0
      for index in bytes.indices where endsSentence(bytes, index) {
        if index - last > longestSentence { return false }
        last = index
      }
      return bytes.count - last <= longestSentence
    }
  }

  /// The line, or the paragraphs that it is written as, each ending with a sentence. O(bytes).
  static func split(_ line: BodyLine) -> [BodyLine] {
    guard case .paragraph = line.shape, line.text.unicodeScalars.count > ScrapedLine.longest else { return [line] }
    var text = line.text
    let parts = text.withUTF8 { bytes in
      var parts: [String] = [], start = 0
      func add(_ end: Int) {
        let part = String(decoding: bytes[start..<end], as: UTF8.self).trimmingSpace()
        if !part.isEmpty { parts.append(part) }
        start = end
      }
      for index in bytes.indices where index - start >= paragraph && endsSentence(bytes, index) { add(index + 1) }
      add(bytes.count)
      return parts
    }
    return parts.enumerated().map { order, part in
      BodyLine(
        number: line.number, shape: .paragraph, text: order == 0 ? part : MarkdownEscaping.escapeLineStart(part),
        startsBlock: order > 0 || line.startsBlock, containers: line.containers)
    }
  }

  /// Whether the last byte of `。`, `！`, `？`, `；` or a full stop before a space stands here.
  private static func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    case 0x82: index >= 2 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE3
    case 0x81, 0x9F, 0x9B: index >= 2 && bytes[index - 1] == 0xBC && bytes[index - 2] == 0xEF
    case 0x2E: index + 1 < bytes.count && bytes[index + 1] == 0x20
    default: false
    }
  }
}
