internal import Terminology

/// Words that may ask, and only say when or where the rest is.
extension QuestionParser {
  private func isOccasion(_ token: Token, _ text: FoldedText) -> Bool {
    token.kind == .known(.filler) && TitleGrammar.standard.times.contains(text.text(token.range))
  }

  /// Whether a word that may ask only says when the rest is: `计算时`, `计算注意力分数时`, `PPO 阶段 KL 惩罚项的作用`.
  func saysWhen(_ place: Int, _ cues: Set<Int>, in tokens: [Token], _ text: FoldedText) -> Bool {
    let behind = tokens[(place + 1)...]
    guard let next = behind.first else { return false }
    if isOccasion(next, text) { return true }
    let thing = behind.drop { $0.kind == .known(.filler) }.first
    if place > 0, case .known(.concept) = tokens[place - 1].kind, TitleGrammar.standard.stretches.contains(text.text(tokens[place].range)) {
      if case .known(.cues(let verb)) = thing?.kind, verb.isSubset(of: vocabulary.facets.occasionCues) {
        return behind.contains(where: \.kind.isSubject)
      }
      return thing?.kind.isSubject ?? false
    }
    guard cues.isSubset(of: vocabulary.facets.occasionCues), next.kind.isSubject else { return false }
    return behind.first { !$0.kind.isSubject }.map { isOccasion($0, text) } ?? false
  }
}
