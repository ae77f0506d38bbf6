internal import HanText

extension OutlineReader {
  /// Titles that bear no mark at all. What makes a line one is that the page has several of its like: short, standing between
  /// the end of one answer and the beginning of the next. Three that ask are a series; requests and names of facets
  /// (`… 的区别`) that stand in the same way belong to it.
  ///
  /// Returns whether the page has such a series.
  mutating func takePlainSeries() -> Bool {
    guard itemStyles.isEmpty, numbered.isEmpty else { return false }
    var asking: [Int] = [], naming: [Int] = []
    var articles = 0
    let isPunctuated = isPunctuated
    for index in kept where outline[index] == .body || outline[index] == .title {
      let line = page.lines[index]
      if line.isHeadingLike, !line.isListItem, line.headingLevel ?? 2 > 1, TitleStyle(line).isHeading, line.asking.isEmpty { articles += 1 }
      guard mayBePlainTitle(index) else { continue }
      if line.asking.isQuestion {
        if !isInList(index) { asking.append(index) }
      } else if isBetweenAnswers(index, isPunctuated: isPunctuated) {
        naming.append(index)
      }
    }
    let answered = asking.count { isAnswered($0) }
    guard asking.count >= 4, answered >= 3, answered * 2 >= asking.count, asking.count >= articles else { return false }
    for index in asking where outline[index] == .body { outline.roles[index] = .title }
    // As many names as questions at most: more are the parts of the answers, unless the page announces questions.
    let announces = kept.prefix(3).contains { page.rules.wording.namesCollection(page.lines[$0].folded.key) }
    if naming.count <= asking.count * (announces ? 2 : 1) {
      for index in naming where outline[index] == .body { outline.roles[index] = .title }
    }
    takePairs()
    return true
  }

  /// Short, without mark, and no sentence.
  private func mayBePlainTitle(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.marked.markers.isEmpty, line.headingLevel == nil, !line.isListItem, !line.isCode, !line.isObject, line.hint?.isBold != true,
      (4...(line.content.contains(where: \.isHan) ? 48 : 100)).contains(line.content.count), let last = line.lastScalar,
      !last.isOne(of: "。;:,、.…!"), line.content.first != "《"
    else { return false }
    if line.isTableRow { return false }
    let inside = line.content.dropLast()
    return !inside.contains { $0.isOne(of: "。;:") }
  }

  /// Whether the line above is one of several in a list that lost its marks: short, without a full stop, and no title.
  private func isInList(_ index: Int) -> Bool {
    guard let above = preceding(index) else { return false }
    guard let last = page.lines[above].lastScalar else { return false }
    return last.isOne(of: ",、:")
  }

  /// Whether an answer ends above and another begins below: what a name without question word needs to be a title.
  ///
  /// Where sentences end with a full stop, what ends without one is none, be it a name of few characters or of two clauses.
  private func isBetweenAnswers(_ index: Int, isPunctuated: Bool) -> Bool {
    let line = page.lines[index]
    guard line.content.count <= 40,
      line.asking.contains(.facet) || line.content.count(where: \.isHan) >= 6 || isPunctuated && line.folded.key.count >= 6,
      !line.content.contains(where: { $0.isOne(of: isPunctuated ? "=<>{}|\t" : ",=<>{}|\t") }), let above = preceding(index),
      isAnswered(index), !page.rules.wording.isGeneric(line.contentKey), !page.rules.wording.standsApart(line.contentKey)
    else { return false }
    if outline[above].isSection || endsAnswer(above) { return true }
    // The heading of a section may stand between: short, and below an answer itself.
    let label = page.lines[above]
    let isLabel =
      label.marked.markers.isEmpty && !label.isListItem && label.content.count <= 12
      && label.content.allSatisfy { $0.isWordlike || $0 == " " }
    return isLabel && (preceding(above).map { endsAnswer($0) } ?? true)
  }

  /// Whether nine of ten longer lines end as sentences do.
  private var isPunctuated: Bool {
    let long = kept.filter { index in
      let line = page.lines[index]
      return line.marked.markers.isEmpty && line.hint == nil && line.folded.key.count >= 16 && !line.asking.isQuestion
    }
    return long.count >= 5 && long.count { page.lines[$0].lastScalar?.isOne(of: "。:;!?)") ?? false } * 10 >= long.count * 9
  }

  private func endsAnswer(_ index: Int) -> Bool {
    let line = page.lines[index]
    if outline[index] == .pageTitle { return true }
    return line.lastScalar == "。" || line.isCode || line.isObject || line.isListItem || line.marked.principal?.isNumbered == true
  }

  /// `题`, one line, `题`, one line: where most answers are one line, three lines between two titles are an answer, a title
  /// and its answer.
  private mutating func takePairs() {
    let titles = kept.indices.filter { outline[kept[$0]] == .title }
    let gaps = zip(titles, titles.dropFirst()).map { $1 - $0 - 1 }
    guard gaps.count >= 5, gaps.count(where: { $0 == 1 }) * 2 >= gaps.count else { return }
    for (title, gap) in zip(titles, gaps) where gap == 3 || gap == 5 {
      let places = stride(from: title + 2, to: title + gap, by: 2)
      guard
        places.allSatisfy({ place in
          let line = page.lines[kept[place]]
          return outline[kept[place]] == .body && mayBePlainTitle(kept[place]) && line.content.count <= 40 && !line.isProse
            && page.lines[kept[place - 1]].lastScalar != ":"
        })
      else { continue }
      for place in places { outline.roles[kept[place]] = .title }
    }
  }

  /// Whether a sentence, a list, code or a picture stands below.
  private func isAnswered(_ index: Int) -> Bool {
    guard let next = following(index), outline[next] == .body else { return false }
    let line = page.lines[next]
    return line.isProse || line.isListItem || line.isCode || line.isObject || line.lastScalar.map { $0.isOne(of: "。:;") } ?? false
      || line.marked.principal?.isNumbered == true
  }
}
