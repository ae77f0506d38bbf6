internal import HanText

extension OutlineReader {
  /// Takes the titles of the item styles, each by its wording or by its place in the count.
  mutating func takeStyledTitles() {
    for (style, lines) in candidatesByStyle where itemStyles.contains(style) {
      let titles = lines.filter { $0.isTitle }
      let share = titles.isEmpty ? 0 : Double(titles.count { $0.asks >= 0.7 }) / Double(titles.count)
      // `1.` eight times over: the list was broken up, the count tells nothing.
      let isUncounted = style.depth == 0 || titles.count >= 3 && titles.count { $0.ordinal == titles[0].ordinal } * 5 >= titles.count * 4
      let isTakenLater = takenLater(lines)
      let isSparse = isSparse(titles)
      var expected = 1
      // Whether the line before in this style was taken: then no list of its answer has begun.
      var goesOn = true
      for (position, candidate) in lines.enumerated() where !parents.contains(candidate.index) {
        let ordinal = candidate.ordinal ?? 0
        // The count begins anew below the heading of another round.
        let beginsAnew = ordinal == 1 && goesOn && isHead(above: candidate.index)
        let isNext = beginsAnew || ordinal == expected && !isTakenLater[position]
        if page.rules.wording.closes(page.lines[candidate.index].folded.key) {
          outline.roles[candidate.index] = .apart
          continue
        }
        let isTaken =
          if isFollowUp(candidate) {
            false
          } else if candidate.isTitle {
            candidate.asks >= 0.7 || style.family == .question || style == headingStyle
              || isTopic(candidate, amidQuestions: share >= 0.6) && !isPartOfAnswer(candidate, share: share)
                && (isUncounted ? share >= 0.5 : style.depth > 1 || isNext || isSparse && share >= 0.5)
          } else if page.document.format == .markdown, style.level > 0 {
            // `## 手写：岛屿数量` amid headings that ask.
            share >= 0.6 && titles.count >= 2 && isCounted(candidate)
          } else {
            share >= 0.5 && !isUncounted && isNext && goesOn && isCounted(candidate)
          }
        goesOn = isTaken
        guard isTaken else { continue }
        take(candidate)
        expected = ordinal + 1
      }
    }
    takeInserted()
    takeContinuation()
  }

  /// Whether a count rises through the whole page and leaves numbers out: it counts the page's items and no list of an answer.
  private func isSparse(_ titles: [TitleCandidate]) -> Bool {
    let asked = titles.filter { $0.asks >= 0.7 }.compactMap(\.ordinal), all = titles.compactMap(\.ordinal)
    return asked.count >= 3 && all.count == titles.count && zip(all, all.dropFirst()).allSatisfy { $0 < $1 }
      && zip(asked, asked.dropFirst()).count { $1 > $0 + 1 } * 2 >= asked.count
  }

  /// `手撕：岛屿数量`, `自我介绍，挑一个项目讲`: no title by its shape, and one by its place in the count.
  private func isCounted(_ candidate: TitleCandidate) -> Bool {
    let content = page.lines[candidate.index].content
    guard let last = content.last else { return false }
    // Where the mark itself says that a question follows, it may be a sentence.
    if candidate.style.family == .question || candidate.style.family == .label {
      return content.count <= 120 && !content.dropLast().contains("。")
    }
    guard content.count <= 60 else { return false }
    return !last.isOne(of: "。;:,") && !content.contains("。")
  }

  /// Whether the line above is short and heads what is below: `二面（1h10min）`, `【SQL】`.
  func isHead(above index: Int) -> Bool {
    guard let above = preceding(index), outline[above] == .body else { return false }
    let line = page.lines[above]
    guard line.content.count <= 30, !line.isListItem, !line.isCode, !line.isObject, line.asking.isEmpty, let last = line.lastScalar else {
      return false
    }
    return !last.isOne(of: "。,;:?!、") && !line.marked.isAnswer && line.marked.principal?.family != .decimal
  }

  /// In a dialogue, a question that hangs on the answer above it.
  private func isFollowUp(_ candidate: TitleCandidate) -> Bool {
    let line = page.lines[candidate.index]
    guard candidate.style.family == .speaker || candidate.style.family == .label && candidate.path.isEmpty,
      let above = preceding(candidate.index), outline[above] == .body, hasItems
    else { return false }
    // `延迟多少？`
    return page.rules.wording.followsUp(line.contentKey) || line.contentKey.count <= 4 && line.asking.contains(.mark)
  }

  mutating func take(_ candidate: TitleCandidate) { outline.roles[candidate.index] = .title }

  /// Whether a line that asks nothing may name a topic: short and without punctuation inside.
  func isTopic(_ candidate: TitleCandidate, amidQuestions: Bool = false) -> Bool {
    let content = page.lines[candidate.index].content
    guard content.count <= 48 else { return false }
    if page.rules.wording.standsApart(page.lines[candidate.index].contentKey) { return false }
    // `强化学习问答` names all questions of the page.
    if candidate.path.isEmpty, page.rules.wording.namesCollection(page.lines[candidate.index].folded.key) { return false }
    // `首字延迟（Time To First Token，TTFT）`: names in brackets part nothing.
    let bracket = content.last == ")" ? content.lastIndex(of: "(") : nil
    let broken = (bracket.map { content[..<$0] } ?? content.dropLast()).filter { $0.isOne(of: "。,;") }
    return broken.isEmpty || candidate.asks > 0.3 || amidQuestions && broken == [","] && content.count <= 32
  }

  /// `示例`, `总结` without a number below a question: a part of its answer.
  /// In Markdown of nothing but questions the level of its heading tells.
  private func isPartOfAnswer(_ candidate: TitleCandidate, share: Double) -> Bool {
    candidate.path.isEmpty && !(page.document.format == .markdown && share >= 0.7)
      && page.rules.wording.isGeneric(page.lines[candidate.index].contentKey)
      && preceding(candidate.index).map { outline[$0] == .body } ?? false
  }

  /// For each line, whether the next one that does ask has no higher number: then the line's own was a list's.
  private func takenLater(_ lines: [TitleCandidate]) -> [Bool] {
    var result = [Bool](repeating: false, count: lines.count)
    var next: Int?
    for position in lines.indices.reversed() {
      let candidate = lines[position]
      guard let ordinal = candidate.ordinal else { continue }
      // A count that begins anew takes nothing from the one before.
      result[position] = next.map { $0 <= ordinal && ($0 > 1 || ordinal == 1) } ?? false
      if candidate.isTitle, candidate.asks >= 0.7 { next = ordinal }
      if ordinal == 1, isHead(above: candidate.index) { next = nil }
    }
    return result
  }

  /// `9.` after eight titles that lost their numbers to a broken list, or right below `8)`: the count goes on in another style.
  mutating func takeContinuation() {
    var count = 0
    var style: TitleStyle?
    var last = 0
    var taken: TitleStyle?
    var above: TitleCandidate?
    for candidate in candidates {
      if outline[candidate.index] == .title {
        count += 1
        taken = candidate.style
        above = candidate
        style = nil
        continue
      }
      guard count >= 3, candidate.isTitle, let ordinal = candidate.ordinal, candidate.style.family == .decimal else { continue }
      // The same number in bold instead of in a heading.
      let isMarked = candidate.style.level > 0 || page.lines[candidate.index].hint?.isBold == true
      let isSimilar =
        isMarked && taken?.depth == candidate.style.depth
        && (taken?.delimiter == candidate.style.delimiter || taken?.level == candidate.style.level && candidate.style.level > 0)
      let isNext = above?.index == preceding(candidate.index) && above?.style.family == .decimal && above?.ordinal == ordinal - 1
      let isCountedOn = ordinal == count + 1 && isSimilar && isTopic(candidate)
      let begins = style == nil && (isCountedOn || candidate.asks >= 0.7 && (ordinal == count + 1 || isNext))
      let goesOn = style == candidate.style && ordinal == last + 1 && (candidate.asks >= 0.7 || isTopic(candidate))
      guard begins || goesOn else { continue }
      take(candidate)
      count += 1
      (style, last) = (candidate.style, ordinal)
    }
  }

  /// Lines right above `答：…`.
  mutating func takeAnsweredTitles() {
    for index in kept where page.lines[index].marked.isAnswer {
      guard let title = preceding(index), outline[title] == .body, !page.lines[title].marked.isAnswer else { continue }
      let line = page.lines[title]
      guard !line.isCode, !line.isObject, line.content.count <= 150, line.content.count >= 2 else { continue }
      // `解析：` may open the second part of an answer.
      // Nor does the heading 参考答案 make a title of the last point above it.
      guard page.lines[index].headingLevel == nil, page.lines[index].hint?.isBold != true || page.lines[index].content.count > 0,
        let candidate = TitleCandidate(title, line), candidate.isTitle
      else { continue }
      guard
        line.asking.isQuestion || line.asking.contains(.facet) || line.marked.principal?.isNumbered == true
          || line.marked.principal?.family == .speaker
          || line.headingLevel != nil
      else { continue }
      if let last = line.lastScalar, last.isOne(of: ":;") { continue }
      if line.marked.principal?.family == .speaker, !itemStyles.isEmpty, !itemStyles.contains(candidate.style) || isFollowUp(candidate) {
        continue
      }
      outline.roles[title] = .title
    }
  }

  /// Questions without any mark: where nothing above them could be the answer they belong to.
  ///
  /// Returns whether the page is one of questions and answers.
  mutating func takePlainQuestions() -> Bool {
    var isQuestionPage = false
    let hasStyles = !itemStyles.isEmpty || hasItems
    let lineCounts = candidates.reduce(into: [TitleStyle: Int]()) { $0[$1.style, default: 0] += 1 }
    var plain: [TitleCandidate] = []
    let levels = candidates.filter { outline[$0.index] == .title && $0.style.level > 0 }.map(\.style.level)
    let headed = page.document.format == .markdown ? levels.max() : nil
    for candidate in candidates where outline[candidate.index] == .body && candidate.isTitle {
      let line = page.lines[candidate.index]
      let style = candidate.style
      // The number of a question that opens a page says that it was one of many, and nothing else on the page does.
      guard !isLabelled(line) else { continue }
      // Nor has Markdown questions in paragraphs, or below deeper headings, where headings bear them.
      if let level = headed, style.isPlain || style.level > level { continue }
      guard style.isPlain || style.isBold || style.level > 0 || candidate.index == kept.first || isOnlyFirst(candidate),
        candidate.asks >= 0.7,
        line.content.count <= (hasStyles ? 60 : 50)
      else { continue }
      let isMarked = candidate.asks == 1
      if style.level > 0 {
        // One of many headings that ask nothing: an article's.
        if hasStyles || (lineCounts[style] ?? 0) < 3 {
          take(candidate)
          isQuestionPage = true
        }
      } else if style.isBold && isMarked && line.content.count <= 40 || !hasStyles && isShortTitle(candidate) {
        if isFollowedByProse(candidate.index) {
          take(candidate)
          isQuestionPage = isQuestionPage || isMarked
        }
      } else if hasStyles {
        let isBelowTitle =
          preceding(candidate.index).map { isHeading($0) && !isLastOfList($0) || outline[$0] == .title && isMarked } ?? true
        if isMarked, isBelowTitle, standsAlone(candidate.index) { take(candidate) }
      } else if isMarked || line.content.count <= 30, standsAlone(candidate.index), isFollowedByProse(candidate.index) || isMarked {
        plain.append(candidate)
      }
    }
    // In an article with headings a question is rhetoric; in a page of questions there are more of them than headings.
    // A heading right above a question heads questions.
    let questions = Set(plain.map(\.index))
    let headings = candidates.count { candidate in
      candidate.isTitle && (candidate.style.level > 1 || candidate.style.family == .han)
        && following(candidate.index).map { !questions.contains($0) } ?? true
    }
    if hasStyles || plain.count < 3 && headings >= 2 || plain.count < headings || plain.isEmpty { return isQuestionPage }
    for candidate in plain { take(candidate) }
    return true
  }

  /// `守：那切多大？`, `追问：为什么？`: a turn of a dialogue, or a part of an answer.
  private func isLabelled(_ line: PageLine) -> Bool {
    let head = line.content.prefix(5).prefix(while: \.isHan)
    return !head.isEmpty && head.endIndex < line.content.endIndex && line.content[head.endIndex] == ":"
  }

  /// `1、什么是编码？` right below the page's title, with no `2、` after it.
  private func isOnlyFirst(_ candidate: TitleCandidate) -> Bool {
    candidate.path == [1] && candidate.style.rank < LineMarker.rankOfPoints && candidate.asks == 1
      && preceding(candidate.index).map { outline[$0] == .pageTitle } ?? false
      && !candidates.contains { $0.style == candidate.style && $0.index != candidate.index }
  }

  /// `什么是 LoRA` above a paragraph: no sentence is so short.
  private func isShortTitle(_ candidate: TitleCandidate) -> Bool {
    let line = page.lines[candidate.index]
    guard line.content.count <= 20, let last = line.lastScalar, last.isWordlike || last == "?", standsAlone(candidate.index),
      let next = following(candidate.index)
    else { return false }
    return page.lines[next].isProse && page.lines[next].folded.length >= 40
  }

  /// Whether a line is a heading of a section or the page's title, not of an item.
  ///
  /// Headings stand on one another no deeper than `depth`: a page of a million short lines is no heading.
  private func isHeading(_ index: Int, depth: Int = 3) -> Bool {
    if case .pageTitle = outline[index] { return true }
    guard outline[index] == .body else { return false }
    let line = page.lines[index]
    return line.isHeadingLike && line.asking.isEmpty && !line.isListItem
      || line.marked.markers.isEmpty && line.content.count <= 30 && depth > 0
        && preceding(index).map { isHeading($0, depth: depth - 1) } ?? false
  }

  /// `2. …` right below `1. …`: a point of an answer, and no heading.
  private func isLastOfList(_ index: Int) -> Bool {
    guard page.lines[index].headingLevel == nil, page.lines[index].marked.principal?.isNumbered == true, let above = preceding(index) else {
      return false
    }
    return TitleStyle(page.lines[above]) == TitleStyle(page.lines[index])
  }

  /// No list item, and no sentence of a paragraph that goes on.
  private func standsAlone(_ index: Int) -> Bool {
    let line = page.lines[index]
    if line.isListItem { return false }
    guard let previous = preceding(index), let last = page.lines[previous].lastScalar else { return true }
    return !last.isOne(of: ",、:")
  }

  private func isFollowedByProse(_ index: Int) -> Bool {
    guard let next = following(index), outline[next] == .body else { return false }
    let line = page.lines[next]
    return line.folded.length >= 20 || line.folded.length >= 8 && line.lastScalar == "。" || line.isListItem || line.isObject || line.isCode
      || line.marked.principal?.isNumbered == true
  }
}
