internal import Terminology

/// What a clause mentions beside what it asks about: examples, what it is chosen over, words of a name once more.
extension QuestionParser {
  /// Whether a name behind a number only says what those before it are: `MHA、GQA、MQA 三种注意力`.
  func isCounted(_ place: Int, in tokens: [Token]) -> Bool {
    guard let several = vocabulary.facets.severalCue, place > 0 else { return false }
    return cues(of: [tokens[place - 1]]).contains(several)
  }

  /// Whether a name is only an example of the kind that is named behind it: `GPT 这类大模型`.
  func isExample(_ place: Int, _ concept: Int, of tokens: [Token], _ text: FoldedText) -> Bool {
    guard place + 2 < tokens.count, tokens[place + 1].kind == .known(.filler),
      TitleGrammar.standard.demonstratives.contains(text.text(tokens[place + 1].range)),
      case .known(.concept(let kind)) = tokens[place + 2].kind
    else { return false }
    return vocabulary.within[concept].contains(kind)
  }

  /// The concepts that stand behind a word like 而不是, where another one is chosen.
  func contrasted(in tokens: [Token], _ text: FoldedText) -> Set<Int> {
    guard let place = contrast(in: tokens) else { return [] }
    let others = cues(of: tokens.enumerated().filter { $0.offset != place }.map(\.element))
    guard
      TitleGrammar.standard.continuations.contains(where: text.text(tokens[place].range).hasPrefix)
        || !others.isDisjoint(with: vocabulary.facets.choosingCues)
    else { return [] }
    return Set(Self.concepts(of: tokens[place...])).subtracting(Self.concepts(of: tokens[..<place]))
  }

  /// Where a word like 而不是 stands.
  private func contrast(in tokens: [Token]) -> Int? {
    guard let cue = vocabulary.facets.contrastCue else { return nil }
    return tokens.firstIndex { cues(of: [$0]).contains(cue) }
  }

  /// Whether an English word is one of a concept's beside it in another form: scaled beside `scaling factor`.
  func isWordOfName(_ word: String, in tokens: [Token]) -> Bool {
    let stem = Self.stem(word)
    guard stem.utf8.count > 3 else { return false }
    return Self.concepts(of: tokens).contains { vocabulary.spelled[$0].english.contains(stem) }
  }

  /// Whether words say after what the thing comes that a reason is asked for: 检索 in `为什么检索之后还要重排`.
  func isWhatCameBefore(_ place: Int, of tokens: [Token], _ text: FoldedText) -> Bool {
    guard place + 1 < tokens.count, tokens[place + 1].kind == .known(.filler),
      TitleGrammar.standard.after.contains(text.text(tokens[place + 1].range))
    else { return false }
    return !Self.concepts(of: tokens[(place + 2)...]).isEmpty
  }

  /// What stands behind 而不是 where that is only another number of the same or whatever else there is: `而不是两次`,
  /// `而不用别的`.
  func idleContrast(in tokens: [Token], _ text: FoldedText) -> Range<Int>? {
    guard let place = contrast(in: tokens) else { return nil }
    let rest = tokens[(place + 1)...].filter { $0.kind.isSubject || TitleGrammar.standard.others.contains(text.text($0.range)) }
    let isIdle = rest.allSatisfy { token in
      TitleGrammar.standard.others.contains(text.text(token.range))
        || (token.kind.isUnknown && token.range.count <= 3 && TitleGrammar.standard.numerals.contains(text.scalars[token.range.lowerBound]))
    }
    return isIdle && !rest.isEmpty ? place..<tokens.count : nil
  }
}
