internal import Terminology

extension QuestionParser {
  /// A piece of a clause with where it stands.
  struct Token {
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

  /// Reads one clause from left to right, the longest phrase first. One that asks for a reason is read again: `性能高` is
  /// what is to be explained there, and mere words elsewhere.
  func read(_ text: Substring) -> Clause {
    let folded = FoldedText(withoutGlossed(text))
    var tokens = tokens(of: folded, asksReason: false)
    if !cues(of: tokens).isDisjoint(with: vocabulary.facets.reasonCues) { tokens = self.tokens(of: folded, asksReason: true) }
    joinParted(&tokens, folded)
    joinTurned(&tokens, folded)
    shareHeads(&tokens, folded)
    var clause = clause(of: tokens, folded)
    clause.direction = direction(of: tokens, folded)
    return clause
  }

  func tokens(of folded: FoldedText, asksReason: Bool) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    let isEnglish = !folded.scalars.contains(where: FoldedText.isHan)
    while index < folded.scalars.count {
      let token = token(folded, at: index, asksReason: asksReason, isEnglish: isEnglish)
      if token.kind == .han, let last = tokens.last, last.kind == .han {
        tokens[tokens.count - 1].range = last.range.lowerBound..<token.range.upperBound
      } else {
        tokens.append(token)
      }
      index = token.range.upperBound
    }
    for place in tokens.indices where tokens[place].kind == .han && tokens[place].range.count == 1 {
      if let cues = vocabulary.cues(ofLone: folded.scalars[tokens[place].range.lowerBound]) { tokens[place].kind = .known(.cues(cues)) }
    }
    return tokens
  }

  private func cues(of tokens: [Token]) -> Set<Int> {
    tokens.reduce(into: []) { found, token in
      if case .known(.cues(let own)) = token.kind { found.formUnion(own) }
    }
  }

  private func token(_ text: FoldedText, at start: Int, asksReason: Bool, isEnglish: Bool) -> Token {
    let first = text.scalars[start]
    if first == FoldedText.barrier { return Token(range: start..<start + 1, kind: .barrier) }
    if let (end, meaning) = vocabulary.match(text, at: start, asksReason: asksReason, isEnglish: isEnglish) {
      return Token(range: start..<end, kind: .known(meaning))
    }
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

  /// A verb before its object is the noun behind it: 加速大模型推理 is 推理加速, and "rank in LoRA" is "LoRA rank".
  private func joinTurned(_ tokens: inout [Token], _ text: FoldedText) {
    for first in tokens.indices {
      guard let tail = turned(tokens[first], text) else { continue }
      for second in tokens.indices.dropFirst(first + 1).prefix(3) {
        guard case .known(.concept) = tokens[second].kind else { continue }
        guard let concept = vocabulary.concept(named: FoldedText(text.text(tokens[second].range) + " " + tail)) else { continue }
        tokens[second].kind = .known(.concept(concept))
        tokens[first].kind = .known(.filler)
        break
      }
    }
  }

  /// What stands behind another name if the words are turned; `nil` where nothing is.
  private func turned(_ token: Token, _ text: FoldedText) -> String? {
    switch token.kind {
    case .han: vocabulary.characters.firstOfMeaning(token.range, of: text)
    case .known(.translated(let meaning)): vocabulary.characters.text(ofMeaning: meaning)
    case .word, .known(.kind): FoldedText.isHan(text.scalars[token.range.lowerBound]) ? nil : text.text(token.range)
    default: nil
    }
  }

  /// Names that share a part: `L1 和 L2 正则化` names two kinds of 正则化, `梯度消失与爆炸` two of 梯度.
  private func shareHeads(_ tokens: inout [Token], _ text: FoldedText) {
    guard tokens.count > 2 else { return }
    // In a list of three the whole name stands at one end: 缓存雪崩、击穿、穿透.
    var whole = tokens.map(\.range)
    let conjunctions = (1..<tokens.count - 1).filter { Self.isConjunction(tokens[$0], text) }
    for middle in conjunctions.reversed() {
      if tokens[middle - 1].kind.isUnknown, case .known(.concept) = tokens[middle + 1].kind,
        let concept = sharedTail(of: text.text(tokens[middle - 1].range), with: whole[middle + 1], text)
      {
        tokens[middle - 1].kind = .known(.concept(concept))
        whole[middle - 1] = whole[middle + 1]
      }
    }
    for middle in conjunctions {
      if tokens[middle + 1].kind.isUnknown, case .known(.concept) = tokens[middle - 1].kind,
        let concept = sharedStart(of: text.text(tokens[middle + 1].range), with: whole[middle - 1], text)
      {
        tokens[middle + 1].kind = .known(.concept(concept))
        whole[middle + 1] = whole[middle - 1]
      }
    }
  }

  /// Names that other words part: 进程之间有哪些通信方式 asks for 进程通信, 线程池的七大参数 for 线程池参数.
  private func joinParted(_ tokens: inout [Token], _ text: FoldedText) {
    for first in tokens.indices {
      guard case .known(.concept) = tokens[first].kind else { continue }
      var second = first + 1
      while second < tokens.count, second <= first + 4, Self.mayPart(tokens[second], text) {
        second += 1
      }
      guard second > first + 1, second < tokens.count else { continue }
      let head = text.text(tokens[first].range), range = tokens[second].range
      switch tokens[second].kind {
      case .han:
        for end in stride(from: range.upperBound, to: range.lowerBound, by: -1) {
          guard let concept = vocabulary.concept(named: FoldedText(head + text.text(range.lowerBound..<end))) else { continue }
          tokens[first].kind = .known(.concept(concept))
          tokens[second].range = end..<range.upperBound
          break
        }
      case .known(.concept), .known(.kind), .word:
        guard let concept = vocabulary.concept(named: FoldedText(head + " " + text.text(range))) else { continue }
        tokens[first].kind = .known(.concept(concept))
        tokens[second].kind = .known(.filler)
      default: continue
      }
    }
  }

  /// Whether a name may go on behind a token.
  private static func mayPart(_ token: Token, _ text: FoldedText) -> Bool {
    switch token.kind {
    case .known(.cues): !isConjunction(token, text)
    case .known(.filler): TitleGrammar.standard.linking.contains(text.text(token.range))
    default: false
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

  static func isConjunction(_ token: Token, _ text: FoldedText) -> Bool {
    token.kind == .barrier || TitleGrammar.standard.conjunctions.contains(text.text(token.range))
  }

  private func clause(of tokens: [Token], _ text: FoldedText) -> Clause {
    var clause = Clause()
    let cues = cues(of: tokens)
    // "Which frameworks are there for X" asks for the kind that the noun names.
    let asksForKinds = vocabulary.facets.facets(of: cues).facets.contains {
      ["list", "enumeration", "types", "choice", "amount", "methods"].contains(vocabulary.facets.facets[$0].id)
    }
    let improves = vocabulary.facets.improvingCue.map(cues.contains) ?? false
    let ensures = vocabulary.facets.ensuringCue.map(cues.contains) ?? false
    // The noun that is asked for is the last one: 大模型部署有哪些框架, not Spring 框架用了哪些设计模式.
    let last = tokens.lastIndex { $0.kind.isSubject } ?? 0
    for (place, token) in tokens.enumerated() {
      if place > 0, !(asksForKinds && place == last), onlyNamesKind(token, of: tokens[place - 1].kind, text) {
        continue
      }
      switch token.kind {
      case .known(.translated(let meaning)): clause.leftover += vocabulary.characters.meanings[meaning]
      case .known(.qualifier(let name)): clause.qualifiers.append(name)
      case .known(.concept(let concept)):
        if !clause.concepts.contains(concept) { clause.concepts.append(concept) }
        if place + 1 < tokens.count, tokens[place + 1].kind == .known(.filler),
          TitleGrammar.standard.places.contains(text.text(tokens[place + 1].range))
        {
          clause.places.insert(concept)
        }
      case .known(.cues(let cues)): clause.cues.formUnion(cues)
      case .known(.property(let name)):
        clause.cues.insert(FacetTable.propertyCue)
        clause.properties.insert(name)
      case .known(.filler), .barrier: break
      case .known(.kind) where !FoldedText.isHan(text.scalars[token.range.lowerBound]):
        if let meaning = vocabulary.translation(of: text, token.range) {
          clause.leftover += vocabulary.characters.meanings[meaning]
        } else {
          clause.words.append(Self.stem(text.text(token.range)))
        }
      case .han, .known(.kind):
        let (opposites, rest) = vocabulary.characters.read(token.range, of: text)
        // "What about a low recall" is "how is the recall improved".
        let isDefect = improves && token.range.count == 1 && opposites == TitleGrammar.standard.defects
        // "Ensure that no message is lost" is "ensure the messages".
        // "What can be done about slow builds" is "how is the speed of builds improved".
        let improved = TitleGrammar.standard.improved
        let isSlow = improves && rest.suffix(improved.from.count) == improved.from[...]
        clause.qualifiers += opposites.filter { !isDefect && (!ensures || !TitleGrammar.standard.negations.contains($0)) }
          .map { String(Character(Unicode.Scalar($0) ?? " ")) }
        clause.leftover += isSlow ? rest.dropLast(improved.from.count) + improved.to : rest
      case .word(hasDigit: true): clause.qualifiers.append(text.text(token.range))
      case .word(hasDigit: false): clause.words.append(Self.stem(text.text(token.range)))
      }
    }
    return clause
  }

  /// Whether a token is a noun like 优化器 in `Adam 优化器`. `LLM tokenizer` is about tokenizers.
  private func onlyNamesKind(_ token: Token, of named: Token.Kind, _ text: FoldedText) -> Bool {
    guard vocabulary.isClassNoun(text.scalars[token.range]) else { return false }
    switch named {
    case .known(.concept(let concept)):
      // 接口 in `Java 接口` is what Java has, not what it is.
      if case .known(.concept(let kind)) = token.kind {
        return !vocabulary.within[kind].contains(concept) && !vocabulary.settings[kind].contains(concept)
      }
      return true
    case .word: return true
    default: return false
    }
  }

  /// English inflection, roughly: both titles are cut the same way.
  static func stem(_ word: String) -> String {
    for suffix in ["ing", "ed", "es", "s"] where word.hasSuffix(suffix) {
      guard word.utf8.count - suffix.utf8.count > (suffix == "s" && !word.hasSuffix("ss") ? 2 : 3) else { continue }
      return String(word.dropLast(suffix.utf8.count))
    }
    return word
  }
}

extension QuestionParser.Token.Kind {
  var isSubject: Bool {
    if case .known(.concept) = self { return true }
    return isUnknown
  }

  fileprivate var isUnknown: Bool {
    switch self {
    case .han, .word, .known(.kind), .known(.qualifier), .known(.translated): true
    default: false
    }
  }
}
