internal import ContentModel

/// What a page says abbreviations stand for.
struct PageExpansions {
  /// Words in capitals beside a bracket: `RAG（检索增强生成）`, `检索增强生成（RAG）`.
  private var beside: Set<String> = []
  /// First letters of the page's Latin words, in capitals, one paragraph after the other.
  private var initials: [UInt8] = []

  init(_ page: CheckedPage) {
    for paragraph in page.paragraphs + [page.document.title] {
      var word: [UInt8] = []
      var isAfterBracket = false
      let bytes = Array(paragraph.replacing("（", with: "(").replacing("）", with: ")").replacing("：", with: ":").utf8)
      for (index, byte) in (bytes + [0x0A]).enumerated() {
        if WordEdges.isWordByte(byte) {
          if word.isEmpty { initials.append(byte & 0xDF) }
          word.append(byte)
          continue
        }
        if !word.isEmpty {
          let next = bytes[index...].first { $0 != 0x20 }
          let isGloss = isAfterBracket && (next == UInt8(ascii: ")") || next == UInt8(ascii: ",") || next == UInt8(ascii: ":"))
          if isGloss || next == UInt8(ascii: "(") { beside.insert(String(decoding: word, as: UTF8.self)) }
          isAfterBracket = false
        }
        word = []
        if byte == UInt8(ascii: "(") { isAfterBracket = true } else if byte != 0x20 { isAfterBracket = false }
      }
      initials.append(0)
    }
  }

  func explains(_ abbreviation: String) -> Bool {
    // Three letters in a row are hardly ever there by chance; two may well be, and must be in capitals somewhere.
    beside.contains(abbreviation) || beside.contains(abbreviation + "s")
      || abbreviation.utf8.count >= 3 && initials.firstRange(of: Array(abbreviation.utf8)) != nil
  }
}
