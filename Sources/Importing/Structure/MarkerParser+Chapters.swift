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
    if let digits = digits(at: start + 1) ?? roman(at: start + 1) {
      number = digits
    } else if text[start + 1].isOne(of: "ABCDEFGH") {
      number = (Int(text[start + 1].lowercased.value - 0x60), start + 2)
    } else {
      return nil
    }
    guard number.end + 1 < text.count, text[number.end].isOne(of: " :.|-、") else { return nil }
    // `Section 5 covers caching` is a sentence.
    if text[number.end] == " ", text[number.end + 1].isLowercaseLetter { return nil }
    position = number.end + 1
    return LineMarker(family: .chapter, path: [number.value], delimiter: word[0])
  }

  /// `I` to `XX`.
  private func roman(at start: Int) -> (value: Int, end: Int)? {
    let digits = text[start...].prefix { $0.isOne(of: "IVX") }
    let value = Self.romanNumbers.firstIndex { digits.elementsEqual($0.unicodeScalars) }
    return value.map { ($0 + 1, start + digits.count) }
  }

  private static let romanNumbers = ["", "X"].flatMap { tens in
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"].map { tens + $0 }
  }

  private static let chapterWords = ["Part", "PART", "Chapter", "Section", "Unit", "Module", "Lesson"].map { Array($0.unicodeScalars) }
}

extension Unicode.Scalar {
  fileprivate var isLowercaseLetter: Bool { value &- 0x61 < 26 }
}
