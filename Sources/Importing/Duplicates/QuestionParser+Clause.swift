internal import Terminology

extension QuestionParser {
  /// A piece of a clause with where it stands.
  fileprivate struct Token {
    var range: Range<Int>
    var kind: Kind

    enum Kind: Equatable {
      case known(QuestionVocabulary.Meaning)
      /// Han characters that no list knows, side by side.
      case han
      /// A Latin word, or a number with the letters it is written with.
      case word(hasDigit: Bool)
      case barrier
    }
  }

  /// Reads one clause from left to right, the longest phrase first.
  func read(_ text: Substring) -> Clause {
    let folded = FoldedText(text)
    var tokens: [Token] = []
    var index = 0
    while index < folded.scalars.count {
      let token = token(folded, at: index)
      if token.kind == .han, let last = tokens.last, last.kind == .han {
        tokens[tokens.count - 1].range = last.range.lowerBound..<token.range.upperBound
      } else {
        tokens.append(token)
      }
      index = token.range.upperBound
    }
    shareHeads(&tokens, folded)
    return clause(of: tokens, folded)
  }

  private func token(_ text: FoldedText, at start: Int) -> Token {
    let first = text.scalars[start]
    if first == FoldedText.barrier { return Token(range: start..<start + 1, kind: .barrier) }
    if let (end, meaning) = vocabulary.match(text, at: start) { return Token(range: start..<end, kind: .known(meaning)) }
    if FoldedText.isHan(first) { return Token(range: start..<start + 1, kind: .han) }
    var end = start + 1
    var hasDigit = FoldedText.isDigit(first)
    while end < text.scalars.count, text.scalars[end] != FoldedText.barrier, !FoldedText.isHan(text.scalars[end]) {
      let isDigit = FoldedText.isDigit(text.scalars[end])
      // Letters and digits are one word unless something stood between them.
      if text.edges[end], !(isDigit && !hasDigit) { break }
      hasDigit = hasDigit || isDigit
      end += 1
    }
    return Token(range: start..<end, kind: .word(hasDigit: hasDigit))
  }

  /// Names that share a part: `L1 和 L2 正则化` names two kinds of 正则化, `梯度消失与爆炸` two of 梯度.
  private func shareHeads(_ tokens: inout [Token], _ text: FoldedText) {
    guard tokens.count > 2 else { return }
    for middle in 1..<tokens.count - 1 where Self.isConjunction(tokens[middle], text) {
      let left = tokens[middle - 1], right = tokens[middle + 1]
      if left.kind.isUnknown, case .known(.concept) = right.kind,
        let concept = sharedTail(of: text.text(left.range), with: right.range, text)
      {
        tokens[middle - 1].kind = .known(.concept(concept))
      } else if right.kind.isUnknown, case .known(.concept) = left.kind,
        let concept = sharedStart(of: text.text(right.range), with: left.range, text)
      {
        tokens[middle + 1].kind = .known(.concept(concept))
      }
    }
  }

  private func sharedTail(of word: String, with range: Range<Int>, _ text: FoldedText) -> Int? {
    for cut in range.dropFirst() {
      if let concept = vocabulary.concept(named: FoldedText(word + text.text(cut..<range.upperBound))) { return concept }
    }
    return nil
  }

  private func sharedStart(of word: String, with range: Range<Int>, _ text: FoldedText) -> Int? {
    for cut in range.dropFirst().reversed() {
      if let concept = vocabulary.concept(named: FoldedText(text.text(range.lowerBound..<cut) + word)) { return concept }
    }
    return nil
  }

  private static func isConjunction(_ token: Token, _ text: FoldedText) -> Bool {
    token.kind == .barrier || ["和", "与", "或", "及", "以及", "and", "or", "vs"].contains(text.text(token.range))
  }

  private func clause(of tokens: [Token], _ text: FoldedText) -> Clause {
    var clause = Clause()
    let cues = tokens.reduce(into: Set<Int>()) { found, token in
      if case .known(.cues(let own)) = token.kind { found.formUnion(own) }
    }
    // "Which frameworks are there for X" asks for the kind that the noun names.
    let asksForKinds = vocabulary.facets.facets(of: cues).facets.contains {
      ["list", "types", "choice", "amount", "methods"].contains(vocabulary.facets.facets[$0].id)
    }
    for (place, token) in tokens.enumerated() {
      if place > 0, !asksForKinds, case .known(.concept(let named)) = tokens[place - 1].kind,
        onlyNamesKind(token, of: named, text)
      {
        continue
      }
      switch token.kind {
      case .known(.concept(let concept)): if !clause.concepts.contains(concept) { clause.concepts.append(concept) }
      case .known(.cues(let cues)): clause.cues.formUnion(cues)
      case .known(.filler), .barrier: break
      case .han:
        for scalar in text.scalars[token.range] {
          if Self.opposites.contains(scalar) {
            clause.qualifiers.append(String(Character(Unicode.Scalar(scalar) ?? " ")))
          } else {
            clause.leftover.append(scalar)
          }
        }
      case .word(hasDigit: true): clause.qualifiers.append(text.text(token.range))
      case .word(hasDigit: false): clause.words.append(Self.stem(text.text(token.range)))
      }
    }
    return clause
  }

  /// Whether a token is a noun like 优化器 in `Adam 优化器`. `LLM tokenizer` is about tokenizers.
  private func onlyNamesKind(_ token: Token, of concept: Int, _ text: FoldedText) -> Bool {
    guard vocabulary.classNouns.contains(Array(text.scalars[token.range])) else { return false }
    if case .known(.concept(let kind)) = token.kind { return !vocabulary.within[kind].contains(concept) }
    return true
  }

  /// Characters that turn a phrase into another one.
  private static let opposites = Set(
    "不非无没未正负反前后左右大小高低多少长短快慢内外入出增减加新旧早晚单双全半静动硬软强弱同异首尾老公私明暗显隐"
      .unicodeScalars.map(\.value))

  /// English inflection, roughly: both titles are cut the same way.
  private static func stem(_ word: String) -> String {
    guard word.utf8.count > 4 else { return word }
    for suffix in ["ing", "ed", "es", "s"] where word.hasSuffix(suffix) && word.utf8.count - suffix.utf8.count > 3 {
      return String(word.dropLast(suffix.utf8.count))
    }
    return word
  }
}

extension QuestionParser.Token.Kind {
  fileprivate var isUnknown: Bool {
    switch self {
    case .han, .word: true
    default: false
    }
  }
}
