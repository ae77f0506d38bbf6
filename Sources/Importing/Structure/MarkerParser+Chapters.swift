internal import HanText

extension MarkerParser {
  /// `Part A 术语`, `Chapter 2: Caches`: of a whole line that is no sentence.
  mutating func latinChapter() -> LineMarker? {
    guard text[position].isOne(of: "PCSUML"), position == 0 || text[position - 1] == " ", text.count - position <= 60, let last = text.last,
      !last.isOne(of: "。.,;:?"),
      let word = Self.chapterWords.first(where: { text[position...].starts(with: $0) })
    else { return nil }
    let start = position + word.count
    guard start + 2 < text.count, text[start] == " " else { return nil }
    let number: (value: Int, end: Int)
    if let digits = digits(at: start + 1) {
      number = digits
    } else if text[start + 1].isASCIILetter, !text[start + 1].isLowercaseLetter {
      number = (Int(text[start + 1].lowercased.value - 0x60), start + 2)
    } else {
      return nil
    }
    guard number.end + 1 < text.count, text[number.end].isOne(of: " :.|-、") else { return nil }
    position = number.end + 1
    return LineMarker(family: .chapter, path: [number.value], delimiter: word[0])
  }

  private static let chapterWords = ["Part", "PART", "Chapter", "Section", "Unit", "Module", "Lesson"].map { Array($0.unicodeScalars) }
}

extension Unicode.Scalar {
  fileprivate var isLowercaseLetter: Bool { value &- 0x61 < 26 }
}
