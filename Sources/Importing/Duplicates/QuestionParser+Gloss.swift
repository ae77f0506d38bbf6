internal import Terminology

extension QuestionParser {
  /// A clause without Han words that no list knows where a known name in brackets glosses them: `注意力汇聚（attention sink）`
  /// is about the attention sink.
  func withoutGlossed(_ text: Substring) -> Substring {
    guard let open = text.firstIndex(where: { $0 == "(" || $0 == "（" }), open > text.startIndex,
      let close = text[open...].firstIndex(where: { $0 == ")" || $0 == "）" })
    else { return text }
    let name = text[text.index(after: open)..<close]
    guard name.utf8.contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }), vocabulary.concept(named: FoldedText(name)) != nil else {
      return text
    }
    let before = FoldedText(text[..<open])
    var glossed = 0
    let tokens = self.tokens(of: before, asksReason: false)
    guard let last = tokens.last, last.kind == .han, last.range.upperBound == before.scalars.count else { return text }
    for token in tokens.reversed() {
      guard token.kind.isSubject, token.range.allSatisfy({ FoldedText.isHan(before.scalars[$0]) }) else { break }
      glossed += token.range.count
    }
    guard text[..<open].suffix(glossed).unicodeScalars.allSatisfy({ FoldedText.isHan($0.value) }) else { return text }
    return text[..<open].dropLast(glossed) + " " + text[open...]
  }
}
