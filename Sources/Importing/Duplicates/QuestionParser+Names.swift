internal import Terminology

/// Names that a title parts, turns or shares.
extension QuestionParser {
  /// A verb before its object is the noun behind it: 加速大模型推理 is 推理加速, 清洗数据 is 数据清洗, "rank in LoRA" is "LoRA rank".
  func joinTurned(_ tokens: inout [Token], _ text: FoldedText) {
    for first in tokens.indices {
      if tokens[first].kind == .han, tokens[first].range.count == 4 {
        let middle = tokens[first].range.lowerBound + 2, end = tokens[first].range.upperBound
        let turned = text.text(middle..<end) + text.text(middle - 2..<middle)
        if let concept = vocabulary.concept(named: FoldedText(turned)) {
          tokens[first].kind = .known(.concept(concept))
          continue
        }
      }
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
  func shareHeads(_ tokens: inout [Token], _ text: FoldedText) {
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

  /// Of two names that overlap, the first is often the shorter: `MySQL索引失效` is about 索引失效 in MySQL, not about the MySQL
  /// index.
  func settleOverlaps(_ tokens: inout [Token], _ text: FoldedText) {
    for first in tokens.indices.dropLast() where tokens[first + 1].kind == .han {
      guard case .known(.concept) = tokens[first].kind else { continue }
      let (whole, next) = (tokens[first].range, tokens[first + 1].range)
      for cut in whole.dropFirst(2) {
        guard let head = vocabulary.concept(named: FoldedText(text.text(whole.lowerBound..<cut))),
          let (end, meaning) = vocabulary.match(text, at: cut), end > next.lowerBound, end <= next.upperBound, case .concept = meaning
        else { continue }
        tokens[first] = Token(range: whole.lowerBound..<cut, kind: .known(.concept(head)))
        tokens[first + 1] = Token(range: cut..<end, kind: .known(meaning))
        if end < next.upperBound { tokens.insert(Token(range: end..<next.upperBound, kind: .han), at: first + 2) }
        return
      }
    }
  }

  /// Names that other words part: 进程之间有哪些通信方式 asks for 进程通信, 线程池的七大参数 for 线程池参数, 智能体的 memory for
  /// agent memory, 锁是怎么升级的 for 锁升级.
  func joinParted(_ tokens: inout [Token], _ text: FoldedText) {
    var first = 0
    while first < tokens.count {
      defer { first += 1 }
      var second = first + 1
      while second < tokens.count, second <= first + 5, mayPart(tokens[second], text) { second += 1 }
      // 内 of 内存 is read as a word of its own.
      guard second > first + 1, second < tokens.count, tokens[second].kind.isName || tokens[second].kind == .known(.filler) else {
        continue
      }
      let start = tokens[second].range.lowerBound
      let rest = text.spaced(start..<min(text.scalars.count, start + Self.longestRest))
      for (head, own) in heads(of: tokens[first], text) {
        guard let (length, concept) = vocabulary.concept(beginning: head, goingOn: rest),
          consume(length, of: &tokens, from: second, concept)
        else { continue }
        let before = tokens[first].range.lowerBound..<own
        tokens[first] = Token(range: own..<tokens[first].range.upperBound, kind: .known(.concept(concept)))
        if !before.isEmpty { tokens.insert(Token(range: before, kind: .han), at: first) }
        break
      }
    }
  }

  /// Names of two that stand apart, and are a name together: `MoE 如何解决负载均衡` is about MoE 负载均衡. Not where they are
  /// joined or compared.
  func joinApart(_ tokens: inout [Token], _ text: FoldedText) {
    let places = tokens.indices.filter { if case .known(.concept) = tokens[$0].kind { true } else { false } }
    for (first, second) in zip(places, places.dropFirst()) where second > first + 1 {
      guard case .known(.concept(let own)) = tokens[first].kind, case .known(.concept(let other)) = tokens[second].kind, own != other,
        !tokens[first...second].contains(where: { Self.isConjunction($0, text) || affects($0) }),
        let whole = vocabulary.concept(named: FoldedText(text.text(tokens[first].range) + " " + text.text(tokens[second].range))),
        whole != own, whole != other
      else { continue }
      tokens[first].kind = .known(.filler)
      tokens[second].kind = .known(.concept(whole))
    }
  }

  private func affects(_ token: Token) -> Bool {
    if case .known(.cues(let cues)) = token.kind { !cues.isDisjoint(with: vocabulary.facets.affectingCues) } else { false }
  }

  /// Scalars that may follow the head of a parted name.
  private static let longestRest = 12

  /// What a name that goes on may begin with, and where in the text that stands: a concept by any of its names; the end of
  /// a run of Han characters.
  private func heads(of token: Token, _ text: FoldedText) -> [(head: String, start: Int)] {
    switch token.kind {
    case .known(.concept(let concept)):
      let written = text.text(token.range)
      let others = vocabulary.concepts[concept].names.filter { $0 != written }
      return ([written] + others).map { ($0, token.range.lowerBound) }
    case .han:
      return token.range.suffix(3).map { (text.text($0..<token.range.upperBound), $0) }
    default: return []
    }
  }

  /// Takes as many scalars from the tokens as a name has; only a run of Han characters can be cut.
  private func consume(_ length: Int, of tokens: inout [Token], from place: Int, _ concept: Int) -> Bool {
    let end = tokens[place].range.lowerBound + length
    guard let last = tokens[place...].firstIndex(where: { $0.range.upperBound >= end }) else { return false }
    guard tokens[last].range.upperBound == end || tokens[last].kind == .han else { return false }
    for token in place..<last { tokens[token].kind = .known(.filler) }
    if tokens[last].range.upperBound == end {
      tokens[last].kind = .known(.concept(concept))
    } else {
      tokens[last].range = end..<tokens[last].range.upperBound
    }
    return true
  }

  /// Whether a name may go on behind a token.
  private func mayPart(_ token: Token, _ text: FoldedText) -> Bool {
    switch token.kind {
    case .known(.cues(let cues)): cues.isDisjoint(with: vocabulary.facets.actingCues) && !Self.isConjunction(token, text)
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
}
