internal import HanText

extension MarkerParser {
  /// `第一章 `, `第3题：`, `第二步，`.
  mutating func chapter() -> LineMarker? {
    // `【第 1 题】`
    let isBracketed = peek(0) == "【" || peek(0) == "["
    guard peek(isBracketed ? 1 : 0) == "第" else { return nil }
    let start = afterSpaces(position + (isBracketed ? 2 : 1))
    let read = digits(at: start) ?? HanNumber.read(text, at: start)
    guard let (value, end) = read, end < text.count else { return nil }
    var cursor =
      text[end] == " " && afterSpaces(end) < text.count && Self.units.contains(text[afterSpaces(end)].keyed) ? afterSpaces(end) : end
    let unit = text[cursor].keyed
    if Self.units.contains(unit) {
      cursor += 1
      if unit == "部", cursor < text.count, text[cursor] == "分" { cursor += 1 }
      if unit == "阶", cursor < text.count, text[cursor] == "段" { cursor += 1 }
    } else if !unit.isOne(of: "、,:.") {
      return nil
    }
    let family: LineMarker.Family = unit == "题" || unit == "问" ? .question : .chapter
    if isBracketed {
      guard cursor + 1 < text.count, text[cursor] == "】" || text[cursor] == "]" else { return nil }
      position = cursor + 1
      skipSeparator()
      return LineMarker(family: family, path: [value], delimiter: unit)
    }
    guard cursor < text.count, text[cursor].isOne(of: "、,:.| ") || isOpening(text[cursor]) else { return nil }
    position = isOpening(text[cursor]) ? cursor : cursor + 1
    return LineMarker(family: family, path: [value], delimiter: unit)
  }

  private static let units: [Unicode.Scalar] = [
    "章", "节", "篇", "讲", "课", "题", "问", "步", "条", "点", "类", "阶", "部", "关", "天", "轮",
  ]

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

  /// `II. `, `IV、`, `Ⅲ.`: of chapters or questions.
  mutating func romanNumber() -> LineMarker? {
    guard let (value, end) = roman(at: position), end + 1 < text.count, text[end].isOne(of: "、.:"), !enumeratesLetters(at: end),
      text[end] == "、" || text[end + 1] == " " || text[end + 1].isHan
    else { return nil }
    position = end + 1
    return LineMarker(family: .chapter, path: [value], delimiter: "I")
  }

  /// `I` to `XX`, `Ⅰ` to `Ⅻ`.
  private func roman(at start: Int) -> (value: Int, end: Int)? {
    if (0x2160...0x216B).contains(text[start].value) { return (Int(text[start].value) - 0x215F, start + 1) }
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
