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
    for index in kept where outline[index] == .body || outline[index] == .title {
      let line = page.lines[index]
      if line.isHeadingLike, !line.isListItem, line.headingLevel ?? 2 > 1, TitleStyle(line).isHeading, line.asking.isEmpty { articles += 1 }
      guard mayBePlainTitle(index) else { continue }
      if line.asking.isQuestion {
        if !isInList(index) { asking.append(index) }
      } else if isBetweenAnswers(index) {
        naming.append(index)
      }
    }
    let answered = asking.count { isAnswered($0) }
    guard asking.count >= 4, answered >= 3, answered * 3 >= asking.count * 2, asking.count >= articles else { return false }
    for index in asking where outline[index] == .body { outline.roles[index] = .title }
    // As many names as questions at most: more are the parts of the answers.
    if naming.count <= asking.count {
      for index in naming where outline[index] == .body { outline.roles[index] = .title }
    }
    return true
  }

  /// Short, without mark, and no sentence.
  private func mayBePlainTitle(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.marked.markers.isEmpty, line.headingLevel == nil, !line.isListItem, !line.isCode, !line.isObject, line.hint?.isBold != true,
      (4...48).contains(line.content.count), let last = line.lastScalar, !last.isOne(of: "。;:,、.…!")
    else { return false }
    if case .tableRow = line.hint?.role { return false }
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
  private func isBetweenAnswers(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.content.count <= 40, line.asking.contains(.facet) || line.content.count(where: \.isHan) >= 6,
      !line.content.contains(where: { $0.isOne(of: ",=<>{}|\t") }), let above = preceding(index), isAnswered(index),
      !page.rules.wording.isGeneric(line.contentKey), !page.rules.wording.standsApart(line.contentKey)
    else { return false }
    if case .section = outline[above] { return true }
    let before = page.lines[above]
    return before.lastScalar == "。" || before.isCode || before.isHeadingLike && !before.isListItem && before.marked.principal?.family == .han
  }

  /// Whether a sentence, a list, code or a picture stands below.
  private func isAnswered(_ index: Int) -> Bool {
    guard let next = following(index), outline[next] == .body else { return false }
    let line = page.lines[next]
    return line.isProse || line.isListItem || line.isCode || line.isObject || line.lastScalar.map { $0.isOne(of: "。:;") } ?? false
      || line.marked.principal?.isNumbered == true
  }
}
