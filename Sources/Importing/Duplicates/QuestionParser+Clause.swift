internal import HanText
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
    if !cues(of: tokens).isDisjoint(with: vocabulary.facets.reasonCues) {
      let reasoned = self.tokens(of: folded, asksReason: true)
      // A property that nothing has is the thing itself: 为什么需要高可用.
      if reasoned.contains(where: \.kind.isSubject) { tokens = reasoned }
    }
    settleOverlaps(&tokens, folded)
    settleHomonyms(&tokens, folded)
    joinParted(&tokens, folded)
    joinTurned(&tokens, folded)
    shareHeads(&tokens, folded)
    joinApart(&tokens, folded)
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

  func cues(of tokens: [Token]) -> Set<Int> {
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

  private func clause(of tokens: [Token], _ text: FoldedText) -> Clause {
    var clause = Clause()
    let cues = cues(of: tokens)
    // "Which frameworks are there for X" asks for the kind that the noun names.
    let asksForKinds = !vocabulary.facets[.kinds].isDisjoint(with: vocabulary.facets.facets(of: cues).facets)
    let ensures = vocabulary.facets.ensuringCue.map(cues.contains) ?? false
    // The noun that is asked for is the last one: 大模型部署有哪些框架, not Spring 框架用了哪些设计模式.
    let last = tokens.lastIndex { $0.kind.isSubject } ?? 0
    let idle = idleContrast(in: tokens, text)
    let compares = !cues.isDisjoint(with: vocabulary.facets.comparingCues)
    let asksReason = !cues.isDisjoint(with: vocabulary.facets.reasonCues)
    for (place, token) in tokens.enumerated() where !(idle?.contains(place) ?? false) {
      if let named = named(before: place, in: tokens, text), !(asksForKinds && place >= last), onlyNamesKind(token, of: named, text) {
        continue
      }
      if compares, token.kind.isUnknown, TitleGrammar.standard.baselines.contains(text.text(token.range)) { continue }
      switch token.kind {
      case .known(.translated(let meaning)) where isPartOfName(vocabulary.characters.text(ofMeaning: meaning), in: tokens): break
      case .known(.translated(let meaning)): clause.leftover += vocabulary.characters.meanings[meaning]
      case .known(.qualifier(let name)):
        if let defect = TitleGrammar.standard.defect(endOf: text.scalars[token.range]), defect.length == token.range.count {
          add(Defect(remedy: defect.remedy, measure: defect.measure, qualifiers: [name]), after: place, of: tokens, to: &clause)
        } else {
          clause.qualifiers.append(name)
        }
      case .known(.concept(let concept)) where isExample(place, concept, of: tokens, text): break
      case .known(.concept) where clause.concepts.count > 1 && isCounted(place, in: tokens): break
      case .known(.concept(let concept)):
        if !clause.concepts.contains(concept) { clause.concepts.append(concept) }
        // A name that people part by a question word: 组件间如何通信.
        if let how = vocabulary.facets.howCue, TitleGrammar.standard.how.contains(where: text.text(token.range).containsBytes) {
          clause.cues.insert(how)
        }
        if place + 1 < tokens.count, tokens[place + 1].kind == .known(.filler),
          TitleGrammar.standard.saysWhere(text.text(tokens[place + 1].range))
        {
          clause.places.insert(concept)
        }
      // 计算时 is the occasion, not the question how it is computed.
      case .known(.cues(let cues)) where saysWhen(place, cues, in: tokens, text): break
      case .known(.cues(let cues)):
        clause.cues.formUnion(cues)
        let written = text.text(token.range)
        if let found = TitleGrammar.standard.remedies.first(where: { written.hasSuffix($0.word) }) { clause.remedy = found.remedy }
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
        var range = token.range
        if let defect = TitleGrammar.standard.defect(endOf: text.scalars[range]) {
          let (opposites, rest) = vocabulary.characters.read(range.suffix(defect.length), of: text)
          add(
            Defect(remedy: defect.remedy, measure: defect.measure, qualifiers: Self.names(opposites), leftover: rest),
            after: range.count == defect.length ? place : nil, of: tokens, to: &clause)
          range = range.dropLast(defect.length)
        }
        if let plenty = TitleGrammar.standard.plenty.first(where: { text.scalars[range].starts(with: $0) }) {
          clause.defects.append(Defect(remedy: .less, measure: [], leftover: plenty))
          range = range.dropFirst(plenty.count)
        }
        if isPartOfName(text.text(range), in: tokens) || asksReason && isWhatCameBefore(place, of: tokens, text) { continue }
        let (opposites, rest) = vocabulary.characters.read(range, of: text)
        let isNegation = { (scalar: UInt32) in TitleGrammar.standard.negations.contains(scalar) }
        // "Ensure that no message is lost" is "ensure the messages".
        clause.qualifiers += Self.names(opposites.filter { !isNegation($0) })
        if !ensures {
          // What is not so is to be so, where a remedy is asked for: 负载不均衡怎么解决.
          clause.defects += opposites.filter(isNegation).map { Defect(remedy: .more, measure: [], qualifiers: Self.names([$0])) }
        }
        clause.leftover += rest
      case .word(hasDigit: true): clause.qualifiers.append(text.text(token.range))
      case .word(hasDigit: false):
        // An ordinary English word amid Han characters (为什么要 scale 一下).
        if let meaning = vocabulary.translation(of: text, token.range) {
          clause.leftover += vocabulary.characters.meanings[meaning]
        } else if !isWordOfName(text.text(token.range), in: tokens) {
          clause.words.append(Self.stem(text.text(token.range)))
        }
      }
    }
    clause.beginsWithName = tokens.first.map { !Self.concepts(of: [$0]).isEmpty } ?? false
    clause.contrasted = contrasted(in: tokens, text)
    clause.joins = tokens.contains { Self.isConjunction($0, text) }
    if describes(tokens, text), let manner = vocabulary.facets.mannerCue { clause.cues.insert(manner) }
    if namesWhatIsAsked(tokens, text), let which = vocabulary.facets.whichCue {
      clause.cues = [which]
    }
    return clause
  }

  /// Whether a clause asks to be told how something is done rather than how to do it: `goroutine 是怎么被调度的`.
  private func describes(_ tokens: [Token], _ text: FoldedText) -> Bool {
    guard let how = vocabulary.facets.howCue, let last = tokens.last, text.text(last.range) == "的" else { return false }
    return tokens.indices.dropFirst().contains { place in
      guard case .known(.cues(let cues)) = tokens[place].kind, cues.contains(how) else { return false }
      return text.text(tokens[place - 1].range) == "是"
    }
  }

  /// Whether a clause asks by naming what it asks for: the modal verb of `AIGC 可以生成的内容` stands in an attribute, and asks
  /// nothing.
  private func namesWhatIsAsked(_ tokens: [Token], _ text: FoldedText) -> Bool {
    let cues = cues(of: tokens)
    guard cues.isSuperset(of: vocabulary.facets.whetherCues), cues.subtracting(vocabulary.facets.silentCues).isEmpty,
      let modal = tokens.firstIndex(where: { TitleGrammar.standard.modals.contains(text.text($0.range)) }),
      let link = tokens[modal...].firstIndex(where: { text.text($0.range) == "的" }), link > modal + 1
    else { return false }
    return tokens[(link + 1)...].contains { $0.kind.isSubject }
  }

  private static func names(_ opposites: [UInt32]) -> [String] { opposites.map { String(Character(Unicode.Scalar($0) ?? " ")) } }

  /// Whether a word is what a concept beside it is named for, and says nothing more: 缩放 beside 缩放因子, 加速 beside 推理加速.
  private func isPartOfName(_ word: String, in tokens: [Token]) -> Bool {
    word.count > 1
      && tokens.contains { token in
        guard case .known(.concept(let concept)) = token.kind, let name = vocabulary.concepts[concept].chinese.first else { return false }
        return (1...2).contains(name.count - word.count) && (name.hasPrefix(word) || name.hasSuffix(word))
      }
  }

  /// Adds a defect; what has it (效果 in 效果差) is no facet then.
  private func add(_ defect: Defect, after place: Int?, of tokens: [Token], to clause: inout Clause) {
    var defect = defect
    if let place, place > 0, case .known(.cues(let cues)) = tokens[place - 1].kind, !cues.isDisjoint(with: vocabulary.facets.defectiveCues)
    {
      clause.cues.subtract(cues)
      defect.cues = cues
    }
    clause.defects.append(defect)
  }

  /// The name that a noun would only name the kind of: the one before it, also where `这个` stands between.
  private func named(before place: Int, in tokens: [Token], _ text: FoldedText) -> Token.Kind? {
    guard place > 0 else { return nil }
    let between = tokens[place - 1]
    let isPassed =
      between.kind == .known(.filler) && TitleGrammar.standard.demonstratives.contains(text.text(between.range))
      // A name in brackets closes: `注意力汇聚（attention sink）现象介绍`.
      || between.kind == .barrier
    return isPassed ? (place > 1 ? tokens[place - 2].kind : nil) : between.kind
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

  /// Whether it may be a name or the rest of one.
  var isName: Bool {
    switch self {
    case .han, .word, .known(.kind), .known(.concept): true
    default: false
    }
  }

  var isUnknown: Bool {
    switch self {
    case .han, .word, .known(.kind), .known(.qualifier), .known(.translated): true
    default: false
    }
  }
}
