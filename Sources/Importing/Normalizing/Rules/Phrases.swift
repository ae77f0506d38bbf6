internal import HanText

extension NoiseRule {
  /// Site signatures and wordings of advertisements, from the rule data.
  static let phrases = NoiseRule(id: "phrases") { page in
    let topics = page.topicalPhrases
    var ofTitle: [String] = []
    for index in page.lines.indices where !page.isBlank(index) && !page.lines[index].isObject {
      if page.mayBeTitle(index) { ofTitle = page.rules.wording.subjects(page.lines[index].folded.key) }
      if !page.lines[index].matches.isEmpty { page.judgePhrases(index, topics: topics, subjects: ofTitle) }
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

  /// A question, numbered or not, or a heading: what the lines below it speak of. Questions of advertisements are none.
  fileprivate func mayBeTitle(_ index: Int) -> Bool {
    let line = lines[index]
    guard !line.marked.isAnswer else { return false }
    if line.headingLevel != nil || line.isAskedOrAnswered { return true }
    return isPlainQuestion(index)
  }

  /// A question that stands over no advertisement, as far as the wording of both lines tells.
  private func isPlainQuestion(_ index: Int) -> Bool {
    guard lines[index].asking.contains(.mark) || isAskedAndAnswered(index), lines[index].content.count <= 60 else { return false }
    return ![index, following(index)].compactMap { $0 }.contains { place in
      lines[place].matches.contains { match in
        let group = rules.phrases.groups[match.group]
        return (group.action == .strip || group.action == .meta) && group.weight >= 3
      }
    }
  }

  /// `忘记密码怎么办` above a sentence that speaks to nobody: short, with a word that asks, and of one clause.
  private func isAskedAndAnswered(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.asking.contains(.word), line.folded.length <= 24, line.marked.markers.isEmpty, !line.folded.text.contains(","),
      !line.wording.callsReader(line.folded.key), let below = following(index)
    else { return false }
    return lines[below].lastScalar == "。" && !lines[below].wording.callsReader(lines[below].folded.key)
  }

  /// How many wordings of a match speak for noise. Those that a function is called by as well do not where the page asks
  /// for it (`微信` below `添加微信支付需要什么？`) or the line goes on to tell of it (`扫码进群功能…`).
  private func count(
    _ match: PhraseIndex.Match, in line: PageLine, topics: Set<String>, subjects: [String], isTold: Bool
  ) -> Int {
    let group = rules.phrases.groups[match.group]
    guard group.action != .cue, group.weight > 0 else { return match.phrases.count }
    let used = zip(match.phrases, match.ends).filter { !line.mentions($0, endingAt: $1) }
    guard group.weight < 3 || group.action == .meta, !used.isEmpty else {
      // What advertisements alone say, a page on advertisements tells of.
      return isTold ? used.count { phrase, _ in !subjects.contains(where: phrase.containsBytes) } : used.count
    }
    var ends: Set<Int> = []
    return used.count { phrase, end in
      // Two wordings that end together are one, told twice.
      guard ends.insert(end).inserted else { return false }
      // `二维码` is no second witness beside `扫描…二维码`.
      if line.matches.contains(where: { other in
        let kind = rules.phrases.groups[other.group]
        return (group.weight < 3 || other.group == match.group) && (kind.action == .strip || kind.action == .meta)
          && other.phrases.contains { $0 != phrase && $0.containsBytes(of: phrase) }
      }) {
        return false
      }
      return !(group.weight < 3 && topics.contains(phrase)) && !line.tells(after: end) && !subjects.contains(where: phrase.containsBytes)
    }
  }

  fileprivate mutating func judgePhrases(_ index: Int, topics: Set<String>, subjects ofTitle: [String]) {
    let line = lines[index]
    let groups = rules.phrases.groups
    // A member of a list that goes on with the answer; a button that is the whole line is one all the same, and `上一篇：…`.
    if told.contains(index), !line.matches.contains(where: { $0.isWhole || isSiteLabel($0, of: line) }) {
      return weigh(index, -0.6, "content", "")
    }
    let length = line.folded.key.count
    var total = 0.0
    var decisive: PhraseIndex.Match?
    guard line.matches.contains(where: { groups[$0.group].action != .cue }) else { return }
    let explained = line.explained
    let isTold = !(ofTitle.isEmpty && self.subjects.isEmpty) && line.isTold || !explained.isEmpty
    let subjects = isTold ? ofTitle + self.subjects + explained : ofTitle
    let speaksForNoise = line.matches.contains { groups[$0.group].action != .cue && groups[$0.group].weight > 0 }
    for match in line.matches {
      let group = groups[match.group]
      if group.action == .cue, !speaksForNoise { continue }
      let count = count(match, in: line, topics: topics, subjects: subjects, isTold: isTold)
      if count == 0 { continue }
      // A word of a long sentence says less than a word that is the line.
      var share = group.action == .hint && group.weight > 0 && length > 60 ? 60 / Double(length) : 1
      // `第二阶段：强化学习。` tells; the entries of a curriculum have no full stop.
      if group.rule == "course-hint", line.lastScalar == "。", !line.wording.addressesReader(line.folded.key) { share *= 0.4 }
      // Every further wording of the same matter adds half of the first.
      total += group.weight * share * (1 + 0.5 * Double(count - 1))
      if decisive == nil, group.action == .strip || group.action == .meta, line.folded.length <= group.longest || count > 1 {
        decisive = match
      }
    }
    if isOnlyAnswer(index) {
      total = min(total, 0.5)
      decisive = nil
    } else if line.isAskedOrAnswered {
      // `3、扫码登录的原理是什么？` asks about what advertisements do.
      total = total < 6 ? min(total, 0.5) : total
      decisive = total < 6 ? nil : decisive
    } else if isPlainQuestion(index), isAskedAndAnswered(index) || !line.matches.contains(where: { groups[$0.group].action == .strip }) {
      // A question is no noise for a word that others use as well.
      total = min(total, 0.5)
      if isAskedAndAnswered(index) { decisive = nil }
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
      let isToldOf = decisive.isAtStart && group.action == .meta
      let needed = isBeginning ? -.infinity : isToldOf ? 4 : length <= 60 ? 3 : length <= 150 ? 4 : 5.5
      if total < needed { return }
    }
    decide(index, group.action == .meta ? .meta : .strip, group.rule, decisive.phrases[0])
  }

  /// Whether a sentence that speaks to nobody is all that stands between two questions.
  private func isOnlyAnswer(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.lastScalar == "。", !line.isAskedOrAnswered, !line.wording.callsReader(line.folded.key),
      let above = preceding(index), let below = following(index), !isStripped(above)
    else { return false }
    func asks(_ line: PageLine) -> Bool {
      !line.marked.isAnswer && (line.isAskedOrAnswered || line.headingLevel != nil && line.asking.isQuestion)
    }
    return asks(lines[above]) && asks(lines[below])
  }

  /// Whether what stands before the line's colon is a wording of sites, on a page that does not tell of it.
  private func isSiteLabel(_ match: PhraseIndex.Match, of line: PageLine) -> Bool {
    guard rules.phrases.groups[match.group].action == .strip, line.marked.markers.isEmpty, let end = match.startEnd,
      line.isLabel(endingAt: end)
    else { return false }
    return !match.phrases.contains { phrase in subjects.contains(where: phrase.containsBytes) }
  }

  /// `- 点赞` below `用户行为包括：` is a member of a list.
  private func isListedWord(_ index: Int) -> Bool {
    let line = lines[index]
    func isMember(_ line: PageLine) -> Bool {
      line.isListItem || line.marked.principal?.isNumbered == true
        || line.folded.key.count <= 4 && line.matches.contains { $0.isWhole && rules.phrases.groups[$0.group].action != .cue }
    }
    guard isMember(line) else { return false }
    if !line.isListItem, line.marked.principal == nil {
      let neighbours = [preceding(index), following(index)].compactMap { $0 }
      guard neighbours.contains(where: { lines[$0].marked.principal == nil && isMember(lines[$0]) }) else { return false }
    }
    let matches = line.matches.filter { rules.phrases.groups[$0.group].action != .cue }
    guard matches.allSatisfy(\.isWhole) else { return false }
    var lead = preceding(index)
    while let candidate = lead, isMember(lines[candidate]) {
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
    // `文章被收录于专栏：算法小站`: a label and its value.
    if isLabel(endingAt: end) { return false }
    if asking.contains(.mark) || asking.contains(.word) && rest.count >= 4 { return true }
    return Self.continuations.contains { rest.starts(with: $0) } || Self.beginsWithNoun(rest)
  }

  /// Whether a colon stands right behind so many characters of the key.
  fileprivate func isLabel(endingAt end: Int) -> Bool {
    folded.text.firstIndex(of: ":").map { folded.text[..<$0].count(where: \.isWordlike) == end } ?? false
  }

  /// Whether the line goes on to tell of what a wording named: `扫码进群功能…`, `转载请注明出处是…`.
  fileprivate func tells(after end: Int) -> Bool {
    let rest = folded.key[end...]
    return Self.predicates.contains { rest.starts(with: $0) } || Self.beginsWithNoun(rest)
  }

  /// `算法的…`, `数据是…`, `系统`: nouns that names of accounts begin with too (`算法小屋`), where the grammar goes on.
  private static func beginsWithNoun(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let noun = nouns.first(where: { rest.starts(with: $0) }) else { return false }
    return rest.dropFirst(noun.count).first?.isOne(of: "的是会由用需如怎和与及或里中被要不没有把将先也都能可时后要应") ?? true
  }

  private static let nouns: [[Unicode.Scalar]] = ["算法", "数据", "设计", "系统"].map { Array($0.unicodeScalars) }

  private static let predicates: [[Unicode.Scalar]] = [
    "机制", "功能", "模块", "接口", "服务", "流程", "逻辑", "按钮", "页面", "原理", "方案", "规则", "登录", "支付", "权限", "字段", "金额", "次数", "事件", "即",
    "被", "应", "要", "需", "率", "后前端", "后后端", "后用户", "后服务", "后微信",
  ].map { Array($0.unicodeScalars) }

  /// How a noun goes on that is the subject of a text and no button.
  private static let continuations: [[Unicode.Scalar]] = [
    "的", "后", "时", "是", "和", "与", "及", "或", "会", "被", "把", "将", "需", "应", "都", "也", "可以", "机制", "功能", "模块", "接口", "服务",
    "流程", "逻辑", "按钮", "页面", "操作", "列表", "记录", "状态", "表", "原理", "方案", "实现", "场景", "端口", "规则", "先", "要", "由", "用", "以", "存",
  ].map { Array($0.unicodeScalars) }

  /// A numbered question or the beginning of an answer.
  var isAskedOrAnswered: Bool {
    if marked.isAnswer || marked.isQuestion { return true }
    guard asking.isQuestion, marked.principal?.isNumbered == true || marked.principal?.family == .pictograph && asking.contains(.mark)
    else { return false }
    // `① 学习路线图，清楚要学什么` has a question word and asks nothing.
    return asking.contains(.mark) || marked.markers.contains { $0.family == .tag }
      || content.count < 60 && (asking.contains(.request) || !content.contains(","))
  }
}
