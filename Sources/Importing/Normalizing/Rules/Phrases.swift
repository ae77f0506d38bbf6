internal import HanText

extension NoiseRule {
  /// Site signatures and wordings of advertisements, from the rule data.
  static let phrases = NoiseRule(id: "phrases") { page in
    let topics = page.topicalPhrases
    for index in page.lines.indices where !page.isBlank(index) && !page.lines[index].matches.isEmpty && !page.lines[index].isObject {
      page.judgePhrases(index, topics: topics)
    }
  }
}

extension NoisePage {
  /// Wordings that the page's own questions have: 优惠券 on a page that asks how to design 优惠券. What advertisements alone
  /// say is none of them.
  fileprivate var topicalPhrases: Set<String> {
    var result: Set<String> = []
    for line in lines where !line.matches.isEmpty && line.isAskedOrAnswered {
      for match in line.matches where rules.phrases.groups[match.group].weight < 3 { result.formUnion(match.phrases) }
    }
    return result
  }

  fileprivate mutating func judgePhrases(_ index: Int, topics: Set<String>) {
    let line = lines[index]
    let groups = rules.phrases.groups
    let length = line.folded.key.count
    var total = 0.0
    var decisive: PhraseIndex.Match?
    guard line.matches.contains(where: { groups[$0.group].action != .cue }) else { return }
    let speaksForNoise = line.matches.contains { groups[$0.group].action != .cue && groups[$0.group].weight > 0 }
    for match in line.matches {
      let group = groups[match.group]
      if group.action == .cue, !speaksForNoise { continue }
      let count = topics.isEmpty || group.weight >= 3 ? match.phrases.count : match.phrases.count { !topics.contains($0) }
      if count == 0 { continue }
      // A word of a long sentence says less than a word that is the line.
      let share = group.action == .hint && group.weight > 0 && length > 60 ? 60 / Double(length) : 1
      // Every further wording of the same matter adds half of the first.
      total += group.weight * share * (1 + 0.5 * Double(count - 1))
      if decisive == nil, group.action == .strip || group.action == .meta, line.folded.length <= group.longest || count > 1 {
        decisive = match
      }
    }
    if line.isAskedOrAnswered {
      // `3、扫码登录的原理是什么？` asks about what advertisements do.
      total = total < 6 ? min(total, 0.5) : total
      decisive = total < 6 ? nil : decisive
    } else if isListedWord(index) {
      return
    }
    let best = line.matches.filter { groups[$0.group].action != .cue }.max { groups[$0.group].weight < groups[$1.group].weight }!
    // What names an origin stands beside content as often as beside noise.
    let isOrigin = groups[best.group].action == .meta || groups[best.group].rule == "infringement-notice"
    weigh(index, max(-2, min(total, isOrigin ? 1 : 3.5)), groups[best.group].rule, best.phrases[0])
    guard let decisive else { return }
    let group = groups[decisive.group]
    if !decisive.isWhole {
      let isBeginning = decisive.startEnd.map { !line.goesOn(after: $0) } ?? false
      let needed = isBeginning ? 0 : length <= 60 ? 3 : length <= 150 ? 4 : 5.5
      if total < needed { return }
    }
    decide(index, group.action == .meta ? .meta : .strip, group.rule, decisive.phrases[0])
  }

  /// `- 点赞` below `用户行为包括：` is a member of a list.
  private func isListedWord(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.isListItem || line.marked.principal?.isNumbered == true else { return false }
    let matches = line.matches.filter { rules.phrases.groups[$0.group].action != .cue }
    guard matches.allSatisfy(\.isWhole) else { return false }
    var lead = preceding(index)
    while let candidate = lead, lines[candidate].isListItem || lines[candidate].marked.principal?.isNumbered == true {
      lead = preceding(candidate)
    }
    return lead.map { lines[$0].lastScalar == ":" } ?? false
  }
}

extension PageLine {
  /// Whether a line that begins like a button or a byline says something of it: `刷新页面后数据丢失`, `审核机制：…`,
  /// `访问 8080 端口即可。`
  fileprivate func goesOn(after end: Int) -> Bool {
    let rest = folded.key[end...]
    guard rest.contains(where: \.isHan) else { return false }
    if let last = lastScalar, last.isOne(of: "。;") { return true }
    if asking.contains(.mark) || asking.contains(.word) && rest.count >= 4 { return true }
    return Self.continuations.contains { rest.starts(with: $0) }
  }

  /// How a noun goes on that is the subject of a text and no button.
  private static let continuations: [[Unicode.Scalar]] = [
    "的", "后", "时", "是", "和", "与", "及", "或", "会", "被", "把", "将", "需", "应", "都", "也", "可以", "机制", "系统", "功能", "模块", "接口", "服务",
    "流程", "逻辑", "设计", "数据", "按钮", "页面", "操作", "列表", "记录", "状态", "表", "原理", "方案", "实现", "场景", "端口", "规则", "算法",
  ].map { Array($0.unicodeScalars) }

  /// A numbered question or the beginning of an answer.
  var isAskedOrAnswered: Bool {
    if marked.isAnswer || marked.isQuestion { return true }
    guard asking.isQuestion, marked.principal?.isNumbered == true || marked.principal?.family == .pictograph && asking.contains(.mark)
    else { return false }
    // `① 学习路线图，清楚要学什么` has a question word and asks nothing.
    return asking.contains(.mark) || content.count < 60 && (asking.contains(.request) || !content.contains(","))
  }
}
