internal import Terminology

extension QuestionParser {
  /// A clause without what its brackets only say again. Where they hold a known name, that goes which glosses it:
  /// `注意力汇聚（attention sink）` is about the attention sink. Where they hold words that no list knows behind a known name, those
  /// go: `JVM 内存结构（内存区域划分）`. Where they name what is counted before them and compared, that goes: `三种 IO 模型（select/poll/epoll）的区别`.
  func withoutGlossed(_ text: Substring) -> Substring {
    guard let open = text.firstIndex(where: { $0 == "(" || $0 == "（" }), open > text.startIndex,
      let close = text[open...].firstIndex(where: { $0 == ")" || $0 == "）" })
    else { return text }
    let held = text[text.index(after: open)..<close]
    let before = FoldedText(text[..<open])
    let tokens = self.tokens(of: before, asksReason: false)
    if case .known(.concept) = tokens.last?.kind, spellsOut(held, text[..<open]) || isForeignName(held) {
      return text[..<open] + " " + text[text.index(after: close)...]
    }
    if let counted = counted(tokens), comparesBehind(text[close...]),
      Self.concepts(of: self.tokens(of: FoldedText(held), asksReason: false)).count > 1
    {
      return before.text(0..<tokens[counted].range.lowerBound) + " " + held + " " + text[text.index(after: close)...]
    }
    if vocabulary.concept(named: FoldedText(held)) != nil {
      guard held.utf8.contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) else { return text }
      return withoutUnknown(text, before: open, tokens, of: before)
    }
    return saysAgain(FoldedText(held), Self.concepts(of: tokens)) ? text[..<open] + " " + text[text.index(after: close)...] : text
  }

  private func comparesBehind(_ text: Substring) -> Bool {
    !cues(of: tokens(of: FoldedText(text), asksReason: false)).isDisjoint(with: vocabulary.facets.comparingCues)
  }

  /// Where a number of kinds begins that brackets name one by one: `三种注意力（MHA、GQA、MQA）`.
  private func counted(_ tokens: [Token]) -> Int? {
    guard let several = vocabulary.facets.severalCue else { return nil }
    return tokens.lastIndex { cues(of: [$0]).contains(several) }
  }

  /// Whether brackets hold the words that the name before them is made of: `ReAct (Reason + Act)`.
  private func spellsOut(_ held: Substring, _ before: Substring) -> Bool {
    let name = before.lowercased().reversed().drop { $0 == " " }.prefix { $0.isASCII && $0.isLetter }.reversed().map(\.self)
    let words = held.lowercased().split { !$0.isASCII || !$0.isLetter }.map(Array.init)
    guard name.count > 2, words.count > 1, held.allSatisfy(\.isASCII) else { return false }
    // How many letters of the name the words so far may spell.
    var spelled: Set<Int> = [0]
    for word in words {
      spelled = Set(
        spelled.flatMap { start in
          (1...word.count).filter { start + $0 <= name.count && name[start..<start + $0].elementsEqual(word[..<$0]) }.map { start + $0 }
        })
    }
    return spelled.contains(name.count)
  }

  /// Whether brackets hold a name in Latin letters that no list knows: of a known name before them it is another one, as in
  /// `指令进化（Evolved Instructions）`. One word in small letters may be a part of the thing.
  private func isForeignName(_ held: Substring) -> Bool {
    guard held.allSatisfy({ $0.isASCII && $0.isLetter || $0 == " " || $0 == "-" }),
      held.contains(" ") || held.contains("-") || held.contains(where: \.isUppercase)
    else { return false }
    return tokens(of: FoldedText(held), asksReason: false).allSatisfy { token in
      switch token.kind {
      case .word(hasDigit: false), .known(.filler), .known(.translated), .known(.kind): true
      default: false
      }
    }
  }

  static func concepts(of tokens: some Sequence<Token>) -> [Int] {
    tokens.compactMap { token in if case .known(.concept(let concept)) = token.kind { concept } else { nil } }
  }

  /// Whether brackets behind known names hold nothing but these and words that no list knows.
  private func saysAgain(_ held: FoldedText, _ concepts: [Int]) -> Bool {
    guard !concepts.isEmpty, held.scalars.contains(where: FoldedText.isHan) else { return false }
    return tokens(of: held, asksReason: false).allSatisfy { token in
      switch token.kind {
      case .known(.concept(let concept)): concepts.contains(concept)
      case .han: vocabulary.characters.read(token.range, of: held).opposites.isEmpty
      case .known(.filler), .known(.kind), .barrier: true
      default: false
      }
    }
  }

  /// A text without the Han words before a bracket that no list knows.
  private func withoutUnknown(_ text: Substring, before open: Substring.Index, _ tokens: [Token], of before: FoldedText) -> Substring {
    var glossed = 0
    guard let last = tokens.last, last.kind == .han, last.range.upperBound == before.scalars.count else { return text }
    for token in tokens.reversed() {
      guard token.kind.isSubject, token.range.allSatisfy({ FoldedText.isHan(before.scalars[$0]) }) else { break }
      glossed += token.range.count
    }
    guard text[..<open].suffix(glossed).unicodeScalars.allSatisfy({ FoldedText.isHan($0.value) }) else { return text }
    return text[..<open].dropLast(glossed) + " " + text[open...]
  }
}
