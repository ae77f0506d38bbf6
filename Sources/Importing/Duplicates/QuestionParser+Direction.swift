internal import Terminology

extension QuestionParser {
  /// The roles that words such as 从, 转成, than and instead of give to the things beside them; the last word of a kind
  /// counts. Where none does, the order in which things are done, or what acts on what.
  func direction(of tokens: [Token], _ text: FoldedText) -> Direction {
    var direction = Direction()
    for (place, token) in tokens.enumerated() {
      guard case .known(.cues(let cues)) = token.kind else { continue }
      if vocabulary.facets.sourceCue.map(cues.contains) ?? false {
        let isComparing = !cues.isDisjoint(with: vocabulary.facets.comparingCues)
        direction.source =
          (isComparing ? compared(before: place, in: tokens, text) : nil) ?? thing(after: place, in: tokens, text) ?? direction.source
      } else if vocabulary.facets.goalCue.map(cues.contains) ?? false {
        direction.goal = thing(after: place, in: tokens, text) ?? direction.goal
      }
    }
    if direction.isNone { direction = order(of: tokens, text) }
    return direction.isNone ? action(of: tokens, text) : direction
  }

  /// What comes first is the source of what comes later: `先 A 再 B`, `A 之后 B`, `B 之前 A`, `A before B`.
  private func order(of tokens: [Token], _ text: FoldedText) -> Direction {
    let grammar = TitleGrammar.standard
    var direction = Direction()
    var isSequence = false
    for (place, token) in tokens.enumerated() where token.kind == .known(.filler) {
      let word = text.text(token.range)
      // A preposition stands before its noun in English, behind it in Chinese.
      let isHan = FoldedText.isHan(text.scalars[token.range.lowerBound])
      func beside() -> Direction.Thing? {
        isHan ? (place > 0 ? thing(tokens[place - 1], text) : nil) : thing(after: place, in: tokens, text)
      }
      if grammar.first.contains(word) {
        direction.source = thing(after: place, in: tokens, text)
        isSequence = true
      } else if isSequence, grammar.then.contains(word) {
        direction.goal = thing(after: place, in: tokens, text) ?? direction.goal
      } else if grammar.before.contains(word) {
        direction.goal = beside() ?? direction.goal
      } else if grammar.after.contains(word) {
        direction.source = beside() ?? direction.source
      }
    }
    return direction
  }

  /// What acts is the source of what it acts on: `A 如何增强 B`.
  private func action(of tokens: [Token], _ text: FoldedText) -> Direction {
    for (place, token) in tokens.enumerated() {
      guard case .known(.cues(let cues)) = token.kind, !cues.isDisjoint(with: vocabulary.facets.actingCues),
        let actor = tokens[..<place].last(where: { $0.kind.isSubject }), place + 1 < tokens.count,
        case .known(.concept(let first)) = actor.kind, case .known(.concept(let second)) = tokens[place + 1].kind
      else { continue }
      return Direction(source: .concept(first), goal: .concept(second))
    }
    return Direction()
  }

  /// The thing that follows; none where another one is named beside it (`对比 A 和 B`).
  private func thing(after place: Int, in tokens: [Token], _ text: FoldedText) -> Direction.Thing? {
    guard let found = tokens[(place + 1)...].firstIndex(where: { $0.kind != .known(.filler) }) else { return nil }
    if found + 2 < tokens.count, Self.isConjunction(tokens[found + 1], text), thing(tokens[found + 2], text) != nil { return nil }
    return thing(tokens[found], text)
  }

  /// RNN in `与 RNN 相比`, where nothing but that could be meant by 与.
  private func compared(before place: Int, in tokens: [Token], _ text: FoldedText) -> Direction.Thing? {
    guard place >= 2, let found = thing(tokens[place - 1], text), tokens[place - 2].kind != .barrier,
      Self.isConjunction(tokens[place - 2], text)
    else { return nil }
    let opens = !tokens[..<(place - 2)].contains { $0.kind.isSubject }
    return opens || thing(after: place, in: tokens, text) == nil ? found : nil
  }

  private func thing(_ token: Token, _ text: FoldedText) -> Direction.Thing? {
    switch token.kind {
    case .known(.concept(let concept)): .concept(concept)
    case .han: .han(vocabulary.characters.read(token.range, of: text).rest)
    case .known(.translated(let meaning)): .han(vocabulary.characters.meanings[meaning])
    case .word(hasDigit: true): .word(text.text(token.range))
    case .word, .known(.kind): .word(Self.stem(text.text(token.range)))
    default: nil
    }
  }
}
