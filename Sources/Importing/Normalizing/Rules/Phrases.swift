extension NoiseRule {
  /// Site signatures and wordings of advertisements, from the rule data.
  static let phrases = NoiseRule(id: "phrases") { page in
    for index in page.lines.indices where !page.isBlank(index) && !page.lines[index].matches.isEmpty && !page.lines[index].isObject {
      page.judgePhrases(index)
    }
  }
}

extension NoisePage {
  fileprivate mutating func judgePhrases(_ index: Int) {
    let line = lines[index]
    let groups = rules.phrases.groups
    let length = line.folded.key.count
    var total = 0.0
    var decisive: PhraseIndex.Match?
    for match in line.matches {
      let group = groups[match.group]
      // A word of a long sentence says less than a word that is the line.
      let share = group.action == .hint && group.weight > 0 && length > 60 ? 60 / Double(length) : 1
      // Every further wording of the same matter adds half of the first.
      total += group.weight * share * (1 + 0.5 * Double(match.count - 1))
      if decisive == nil, group.action != .hint, line.folded.length <= group.longest || match.count > 1 { decisive = match }
    }
    if line.isAskedOrAnswered {
      // `3、扫码登录的原理是什么？` asks about what advertisements do.
      total = total < 6 ? min(total, 0.5) : total
      decisive = total < 6 ? nil : decisive
    } else if isListedWord(index) {
      return
    }
    let best = line.matches.max { groups[$0.group].weight < groups[$1.group].weight }!
    // What names an origin stands beside content as often as beside noise.
    let isOrigin = groups[best.group].action == .meta || groups[best.group].rule == "infringement-notice"
    weigh(index, min(total, isOrigin ? 1 : 3.5), groups[best.group].rule, best.phrase)
    guard let decisive else { return }
    let group = groups[decisive.group]
    if !decisive.isWhole {
      let needed = decisive.isAtStart ? 0 : length <= 60 ? 3 : length <= 150 ? 4 : 5.5
      if total < needed { return }
      // A sentence that merely begins like a byline.
      if decisive.isAtStart, group.weight < 3, length > 25, line.lastScalar == "。" { return }
    }
    decide(index, group.action == .meta ? .meta : .strip, group.rule, decisive.phrase)
  }

  /// `- 点赞` below `用户行为包括：` is a member of a list.
  private func isListedWord(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.isListItem || line.marked.principal?.isNumbered == true else { return false }
    guard line.matches.allSatisfy({ rules.phrases.groups[$0.group].action == .hint && $0.isWhole }) else { return false }
    var lead = preceding(index)
    while let candidate = lead, lines[candidate].isListItem || lines[candidate].marked.principal?.isNumbered == true {
      lead = preceding(candidate)
    }
    return lead.map { lines[$0].lastScalar == ":" } ?? false
  }
}

extension PageLine {
  /// A numbered question or the beginning of an answer.
  var isAskedOrAnswered: Bool {
    if marked.isAnswer || marked.isQuestion { return true }
    guard asking.isQuestion, marked.principal?.isNumbered == true || marked.principal?.family == .pictograph && asking.contains(.mark)
    else { return false }
    return asking.contains(.mark) || content.count < 60
  }
}
