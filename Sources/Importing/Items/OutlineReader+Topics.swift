internal import HanText

extension OutlineReader {
  /// Names of topics that bear an ornament or nothing (`▸ 写时复制`, `【零拷贝】`, `惊群问题`), on a page whose title announces several:
  /// three or more marked alike, each between the end of one text and the beginning of the next.
  ///
  /// Returns whether the page has such a series.
  mutating func takeTopics() -> Bool {
    guard let title = kept.last(where: { outline[$0] == .pageTitle }),
      page.rules.wording.announcesTopics(page.lines[title].folded.key)
    else { return false }
    var order: [TitleStyle] = []
    var groups: [TitleStyle: (topics: [Int], others: Int)] = [:]
    for index in kept where index > title && outline[index] == .body && isName(index) {
      let style = TitleStyle(page.lines[index])
      guard !style.isHeading, style.family != .decimal else { continue }
      if groups[style] == nil { order.append(style) }
      if standsOverText(index) { groups[style, default: ([], 0)].topics.append(index) } else { groups[style, default: ([], 0)].others += 1 }
    }
    // What is marked tells more than what is not.
    let chosen = order.filter { groups[$0]!.topics.count >= 3 && groups[$0]!.others * 3 <= groups[$0]!.topics.count }
    guard let style = chosen.first(where: { !$0.isPlain }) ?? chosen.first, let topics = groups[style]?.topics,
      topics.count(where: { page.rules.wording.isGeneric(page.lines[$0].contentKey) }) * 2 < topics.count
    else { return false }
    for index in topics where !page.rules.wording.standsApart(page.lines[index].contentKey) { outline.roles[index] = .title }
    return true
  }

  /// Short, and without any punctuation but brackets.
  private func isName(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard !line.isCode, !line.isObject, line.hint?.isBold != true, line.headingLevel == nil, !line.marked.isAnswer,
      (2...(line.content.contains(where: \.isHan) ? 24 : 48)).contains(line.content.count)
    else { return false }
    if line.isTableRow { return false }
    if case .listItem = line.hint?.role { return false }
    // Points of a list that nothing parts from text below are its own.
    if line.marked.principal?.family == .bullet, let mark = line.marked.principal?.delimiter, mark.isOne(of: "-*+•·–—") { return false }
    return !line.content.contains { $0.isOne(of: "。,;:!=") }
  }

  /// Whether a sentence or code stands below, and a text or the page's title ends above.
  private func standsOverText(_ index: Int) -> Bool {
    guard let above = preceding(index), let below = following(index) else { return false }
    let (end, start) = (page.lines[above], page.lines[below])
    return (outline[above] == .pageTitle || end.lastScalar == "。" || end.isProse || end.isCode || end.isObject)
      && (start.isProse || start.lastScalar == "。" || start.isCode)
  }
}
