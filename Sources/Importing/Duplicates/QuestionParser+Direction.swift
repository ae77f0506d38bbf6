internal import Terminology

extension QuestionParser {
  /// The roles that words such as 从, 转成, than and instead of give to the things beside them; the last word of a kind
  /// counts. Where none does, the order in which things are done, or what acts on what.
  func direction(of tokens: [Token], _ text: FoldedText) -> Direction {
    var direction = Direction()
    let isPassive = tokens.filter { givesRole($0) }.allSatisfy { TitleGrammar.standard.passives.contains(text.text($0.range)) }
    for (place, token) in tokens.enumerated() where !isPassive {
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

  private func givesRole(_ token: Token) -> Bool {
    guard case .known(.cues(let cues)) = token.kind else { return false }
    return [vocabulary.facets.sourceCue, vocabulary.facets.goalCue].contains { $0.map(cues.contains) ?? false }
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

  /// What acts is the source of what it acts on, whatever the verb: `A 如何指导 B`, `can A teach B`, `A 里嵌入 B`; a passive
  /// turns the two. A verb that no list knows counts only where a question word or a place stands between it and what acts,
  /// and one by which each acts on the other (结合) does not.
  private func action(of tokens: [Token], _ text: FoldedText) -> Direction {
    guard tokens.count(where: { if case .known(.concept) = $0.kind { true } else { false } }) > 1 else { return Direction() }
    let isEnglish = !text.scalars.contains(where: FoldedText.isHan)
    for (place, token) in tokens.enumerated() {
      guard case .known(.concept) = token.kind, let actor = thing(token, text) else { continue }
      // English asks before what acts.
      var isAsked = isEnglish && tokens[..<place].contains { if case .known(.cues) = $0.kind { true } else { false } }
      var isPlace = false
      var verb = place + 1
      while verb < tokens.count, leads(tokens[verb], text) {
        isPlace = isPlace || TitleGrammar.standard.places.contains(text.text(tokens[verb].range))
        if case .known(.cues) = tokens[verb].kind { isAsked = true }
        verb += 1
      }
      if verb < tokens.count, TitleGrammar.standard.passives.contains(text.text(tokens[verb].range)),
        let agent = thing(after: verb, in: tokens, text), actor != agent
      {
        return Direction(source: agent, goal: actor)
      }
      guard verb + 1 < tokens.count, acts(tokens[verb], isAsked: isAsked || isPlace, text) else { continue }
      var object = verb + 1
      while object < tokens.count, TitleGrammar.standard.articles.contains(text.text(tokens[object].range)) { object += 1 }
      if object < tokens.count, TitleGrammar.standard.passives.contains(text.text(tokens[object].range)),
        let agent = thing(after: object, in: tokens, text), actor != agent
      {
        return Direction(source: agent, goal: actor)
      }
      guard object < tokens.count, case .known(.concept) = tokens[object].kind, let goal = thing(tokens[object], text), goal != actor
      else { continue }
      // Into what is named as the place: the other one acts.
      return isPlace ? Direction(source: goal, goal: actor) : Direction(source: actor, goal: goal)
    }
    return Direction()
  }

  /// Whether a token may stand between what acts and its verb.
  private func leads(_ token: Token, _ text: FoldedText) -> Bool {
    guard !TitleGrammar.standard.passives.contains(text.text(token.range)) else { return false }
    return switch token.kind {
    case .known(.cues(let cues)): cues.isDisjoint(with: vocabulary.facets.actingCues) && !Self.isConjunction(token, text)
    case .known(.filler):
      !Self.isConjunction(token, text) && text.text(token.range) != "的"
    default: false
    }
  }

  private func acts(_ token: Token, isAsked: Bool, _ text: FoldedText) -> Bool {
    switch token.kind {
    case .known(.cues(let cues)): !cues.isDisjoint(with: vocabulary.facets.actingCues)
    case .han, .word(hasDigit: false), .known(.translated), .known(.concept), .known(.kind):
      isAsked && !TitleGrammar.standard.reciprocal.contains(text.text(token.range))
    default: false
    }
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
