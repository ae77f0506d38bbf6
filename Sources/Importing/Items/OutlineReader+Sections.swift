internal import HanText

extension OutlineReader {
  /// A page that asks nothing: its sections are topics.
  mutating func takeSections() {
    var groups: [(style: TitleStyle, lines: [TitleCandidate])] = []
    for (style, lines) in candidatesByStyle {
      let titles = lines.filter { isTopic($0) && $0.isTitle }
      let isHeading =
        style.isHeading || style.isBold || style.family == .label && style.isNumbered
        || style.family == .decimal && !style.isIndented && style.delimiter != TitleStyle.listed
      guard titles.count >= 2, isHeading else { continue }
      guard style.level > 0 || titles.count(where: { isFollowedByText($0.index) }) * 3 >= titles.count * 2 else { continue }
      groups.append((style, titles))
    }
    // Headings with nothing but headings below them are chapters.
    let withText = groups.filter { group in group.lines.count { isFollowedByText($0.index) } * 2 >= group.lines.count }
    guard let top = (withText.isEmpty ? groups : withText).min(by: { $0.style.rank < $1.style.rank }) else {
      return hasItems || takeTopics() ? () : takeListed()
    }
    // Numbers that run on through all sections count the items: 1 to 22 below 一 to 四.
    let counted = groups.first { group in
      let numbers = group.lines.compactMap(\.ordinal)
      return group.style.rank > top.style.rank && group.style.depth == 1 && numbers.count >= 2 * top.lines.count
        && numbers.count == group.lines.count && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    }
    let chosen = counted ?? top
    // 简介, 应用场景, 效果评估 say nothing without the article's title: it has parts, not topics. An introduction may stand
    // before topics.
    func isGeneric(_ candidate: TitleCandidate) -> Bool { page.rules.wording.isGeneric(page.lines[candidate.index].contentKey) }
    let topics = chosen.lines.drop(while: isGeneric)
    if topics.count < 2 || topics.contains(where: isGeneric), takeWhole() { return }
    for candidate in topics.isEmpty ? chosen.lines[...] : topics {
      // `0x10 拥塞` right above `0x11 …` heads it.
      if chosen.style.family == .label, !isFollowedByText(candidate.index) {
        outline.roles[candidate.index] = .section(level: candidate.style.rank)
      } else {
        take(candidate)
      }
    }
    if !topics.isEmpty {
      for candidate in chosen.lines.prefix(while: isGeneric) { outline.roles[candidate.index] = .section(level: candidate.style.rank) }
    }
    itemStyles = [chosen.style]
    takeContinuation()
    // A heading above the chosen ones that stands alone in its kind and has text of its own.
    for candidate in candidates where counted == nil && candidate.style.level > 1 && candidate.style.rank < chosen.style.rank {
      if candidate.isTitle, isTopic(candidate), isFollowedByText(candidate.index) { take(candidate) }
    }
  }

  private func isFollowedByText(_ index: Int) -> Bool {
    following(index).map { !page.lines[$0].isHeadingLike || page.lines[$0].isListItem } ?? false
  }

  /// Lines that the table of contents lists.
  private mutating func takeListed() {
    let listed = kept.filter { outline[$0] == .body && contents.contains(page.lines[$0].contentKey) }
    let standing = listed.filter { !page.rules.wording.isGeneric(page.lines[$0].contentKey) }
    if listed.count < 2 || standing.count * 2 <= listed.count, takeWhole() { return }
    guard listed.count >= 2 else { return }
    for index in listed { outline.roles[index] = .title }
  }

  /// A page whose title asks, and that asks little else, answers its title.
  mutating func takeTitleQuestion() -> Bool {
    guard let title = kept.last(where: { outline[$0] == .pageTitle }), asksTwice(title) || page.lines[title].asking.contains(.mark),
      !page.rules.wording.namesCollection(page.lines[title].folded.key)
    else { return false }
    let asked = candidates.filter { outline[$0.index] == .body && $0.isTitle && $0.asks >= 0.9 }
    return asked.count < 3 && asked.count { !$0.style.isPlain } < 2 && takeWhole()
  }

  /// A page whose title asks and whose answer holds a question or two: they are parts of the answer.
  mutating func takeOnlyQuestion() -> Bool {
    let titles = outline.roles.filter { $0.value.isItem }
    guard page.document.title != nil, titles.count <= 2,
      titles.allSatisfy({ $0.value == .title && page.lines[$0.key].headingLevel == nil && !page.lines[$0.key].isListItem }),
      let title = kept.last(where: { outline[$0] == .pageTitle }), page.lines[title].asking.contains(.mark)
    else { return false }
    return takeTitleQuestion()
  }

  /// `为什么离不开缓存？它快在哪里`: the mark stands amid the title.
  private func asksTwice(_ index: Int) -> Bool {
    let line = page.lines[index]
    return line.asking.isQuestion && line.content.contains(where: \.isQuestionMark) && line.content.count <= 60
  }

  /// A page without any structure of its own is one item under its title.
  mutating func takeWhole() -> Bool {
    guard let title = kept.last(where: { outline[$0] == .pageTitle }) else { return false }
    let body = kept.filter { $0 > title }
    // `…吗？` may be answered in a few words.
    let least = page.lines[title].asking.contains(.mark) ? 8 : 80
    guard body.reduce(0, { $0 + page.lines[$1].folded.length }) >= least else { return false }
    for (index, role) in outline.roles where role != .pageTitle { outline.roles[index] = index > title ? nil : role }
    outline.roles[title] = .title
    isWhole = true
    return true
  }

  /// Headings that stand between items.
  mutating func findSections() {
    let titles = outline.roles.filter { [.title, .definition, .term].contains($0.value) }.keys.sorted()
    guard let firstTitle = titles.first else { return }
    if isWhole { return takeApart(itemRank: 0) }
    let styles = titles.map { TitleStyle(page.lines[$0]) }
    let itemRank = styles.map(\.rank).min() ?? 0
    let isLoose = styles.allSatisfy { $0.level == 0 }
    var groups: [TitleStyle: [Int]] = [:]
    takeEmpty(itemRank: itemRank)
    for index in kept where outline[index] == .body && isSectionLike(index) {
      groups[TitleStyle(page.lines[index]), default: []].append(index)
    }
    for (style, indices) in groups.sorted(by: { $0.value[0] < $1.value[0] })
    where style.isHeading || [.decimal, .pictograph, .label].contains(style.family) {
      let isHigher = style.level > 0 && (style.rank <= itemRank || isLoose)
      let containing = indices.enumerated().count { position, index in
        let end = position + 1 < indices.count ? indices[position + 1] : page.lines.count
        return Kept.after(index, in: titles).map { $0 < end } ?? false
      }
      let numbers = indices.compactMap { page.lines[$0].marked.principal?.path }
      let isAscending = zip(numbers, numbers.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
      let isList = indices.count { index in following(index).map { indices.contains($0) } ?? false } * 2 >= indices.count
      let isOuter = isHigher || isAscending && !isList && containing * 2 >= indices.count && (indices[0] < firstTitle || indices.count > 1)
      guard isOuter else { continue }
      // What counts on from a heading between items divides none of them.
      let isCounted = style.isNumbered && isAscending && !isInside(Kept.before(indices[0], in: titles), indices[0])
      for index in indices where isCounted || !isInside(Kept.before(index, in: titles), index) {
        let apart = page.rules.wording.standsApart(page.lines[index].contentKey)
        outline.roles[index] = apart ? .apart : .section(level: style.rank)
      }
    }
    takeParents()
    takeCountedOn(titles)
    takeRestarts(titles)
    takeUnmarkedSections()
    takeApart(itemRank: itemRank)
  }

  /// `四、其他` outside of answers with nothing below but the next heading of its rank, or nothing at all.
  private mutating func takeEmpty(itemRank: Int) {
    for (position, index) in kept.enumerated().reversed() where outline[index] == .body && isSectionLike(index) {
      let line = page.lines[index], style = TitleStyle(line)
      guard style.isHeading, style.rank <= itemRank, line.asking.isDisjoint(with: [.mark, .word]),
        page.verdicts[index].rule != ImportDecisions.overruled,
        page.rules.wording.isGeneric(line.contentKey) || page.rules.wording.standsApart(line.contentKey)
      else { continue }
      let next = kept[(position + 1)...].first { !outline.empty.contains($0) }
      let isLast = next.map { page.lines[$0].isHeadingLike && TitleStyle(page.lines[$0]).rank <= style.rank } ?? true
      if isLast { outline.empty.append(index) }
    }
    for index in outline.empty { outline.roles[index] = .section(level: TitleStyle(page.lines[index]).rank) }
  }

  /// Whether a heading divides the answer to the title above it: its number begins with the title's (`1.1` below `1`), or
  /// the markup makes the title a heading and this none or a deeper one.
  private func isInside(_ title: Int?, _ index: Int) -> Bool {
    guard let title else { return false }
    if let above = preceding(index), above > title, case .section = outline[above] { return false }
    let (above, own) = (page.lines[title], page.lines[index])
    if let outer = above.marked.principal?.path, let inner = own.marked.principal?.path, inner.count > outer.count,
      !outer.isEmpty, inner.starts(with: outer)
    {
      return true
    }
    guard let level = above.headingLevel else { return false }
    guard let inner = own.headingLevel else { return true }
    // `实例` between questions of the same level tells of the one above.
    return inner > level || inner == level && page.rules.wording.isGeneric(own.contentKey)
  }

  /// A heading by its shape, or a numbered lead-in of any length right above an item.
  private func isSectionLike(_ index: Int) -> Bool {
    let line = page.lines[index]
    // `◆ 第 5 章 复制`
    if line.isListItem, line.hint != nil || line.marked.principal?.family != .chapter { return false }
    if line.isCode || line.isObject { return false }
    if line.isHeadingLike { return true }
    guard line.marked.principal?.family == .han || line.marked.principal?.family == .chapter, line.folded.length <= 200 else {
      return false
    }
    return following(index).map { outline[$0] == .title } ?? false
  }

  /// The last line of an item, where it takes leave of the reader instead of answering.
  mutating func takeClosings() {
    // `02` on a line of its own above a title is the title's number, unless it is all that answers the one before.
    for index in kept where outline[index] == .title && page.lines[index].marked.principal?.isNumbered != true {
      guard let above = preceding(index), outline[above] == .body, preceding(above).map({ outline[$0] != .title }) ?? true else { continue }
      let text = page.lines[above].folded.text
      if text.count <= 3, !text.isEmpty, text.allSatisfy(\.isASCIIDigit), !page.lines[above].isCode { outline.roles[above] = .echo }
    }
    for (position, index) in kept.enumerated() where outline[index] == .body {
      let isLast = position + 1 == kept.count || outline[kept[position + 1]] != .body
      guard isLast, position > 0, outline[kept[position - 1]] == .body else { continue }
      if page.rules.wording.closes(page.lines[index].folded.key) { outline.roles[index] = .apart }
    }
  }

  /// A run of lines after an answer, on a page where every answer bears its mark on each of its lines: it answers no
  /// question, it is a topic of its own.
  mutating func takeUntitledBlocks() {
    var blocks: [Int] = []
    var answered = 0, clean = 0
    for (position, index) in kept.enumerated() where outline[index] == .title {
      let body = kept[(position + 1)...].prefix { outline[$0] == .body }
      guard let first = body.first, page.lines[first].marked.isAnswer else { continue }
      answered += 1
      let rest = body.drop { page.lines[$0].marked.isAnswer }.prefix { page.lines[$0].marked.principal?.family != .han }
      if rest.count <= 1 { clean += 1 }
      if rest.count >= 4, let start = rest.first, page.lines[start].isProse, LeadName(page.lines[start]) != nil { blocks.append(start) }
    }
    guard answered >= 5, clean * 10 >= answered * 9 else { return }
    for index in blocks { outline.roles[index] = .untitled }
  }

  /// `1.2 考察点` below the questions that `1.1 问题列表` lists: it counts on from their heading and answers none of them.
  private mutating func takeCountedOn(_ titles: [Int]) {
    for title in titles {
      guard let below = following(title), outline[below] == .body, let number = page.lines[below].marked.principal?.path, !number.isEmpty
      else { continue }
      var above = preceding(title)
      while let index = above, outline[index] == .title { above = preceding(index) }
      // `1.2 考察点：…` has its text on the same line.
      let isAim = page.namesAim(below)
      guard let above, preceding(title) != above, outline[above] != .title,
        isAim || TitleStyle(page.lines[above]) == TitleStyle(page.lines[below]),
        let first = page.lines[above].marked.principal?.path, first.dropLast() == number.dropLast(),
        first.last.map({ $0 + 1 }) == number.last
      else { continue }
      for index in [above, below] { outline.roles[index] = .section(level: TitleStyle(page.lines[index]).rank) }
      if isAim { outline.roles[below] = .apart }
    }
  }

  /// `二面（1h10min）`, where the count of the questions begins anew below.
  private mutating func takeRestarts(_ titles: [Int]) {
    // Where a list was broken up every number is one.
    let isCounted = Set(titles.filter { page.lines[$0].marked.principal?.path.first ?? 0 > 1 }.map { TitleStyle(page.lines[$0]) })
    for (title, next) in zip(titles, titles.dropFirst()) {
      let (style, number) = (TitleStyle(page.lines[next]), page.lines[next].marked.principal?.path)
      guard number == [1], isCounted.contains(style), TitleStyle(page.lines[title]) == style, isHead(above: next),
        let above = preceding(next)
      else { continue }
      outline.roles[above] = .section(level: 30)
    }
  }

  /// `2.1` above `2.1.1`, where `2.1.1` is an item.
  private mutating func takeParents() {
    for candidate in candidates where parents.contains(candidate.index) && outline[candidate.index] == .body {
      outline.roles[candidate.index] = .section(level: 14 + candidate.path.count)
    }
  }

  /// 参考文献, 总结 and the like as headings of an item's own rank end the item before them.
  private mutating func takeApart(itemRank: Int) {
    for index in kept where outline[index] == .body {
      let line = page.lines[index]
      guard line.content.count <= 16, !line.isListItem, page.rules.wording.standsApart(line.contentKey) else { continue }
      let style = TitleStyle(line)
      if style.level > 0, style.rank <= itemRank || page.rules.wording.namesReferences(line.contentKey) {
        outline.roles[index] = .apart
      } else if page.rules.wording.namesReferences(line.contentKey), line.hint == nil, line.lastScalar != ":" {
        outline.roles[index] = .apart
      } else if itemStyles.contains(style) {
        outline.roles[index] = .apart
      }
    }
  }
}
