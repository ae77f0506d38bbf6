internal import HanText

extension NoiseRule {
  /// What stands in brackets in an answer's place and says that there is none: `（此处待补）`, in whatever words. The whole
  /// answer is one short bracket, and shares not a word with what is asked.
  static let placeholders = NoiseRule(id: "placeholder") { page in
    let inked = page.inked
    for (order, index) in inked.enumerated().dropFirst() where page.verdicts[index] == nil && page.lines[index].isInBrackets {
      let title = page.lines[inked[order - 1]]
      guard !page.isStripped(inked[order - 1]), page.standsForAnswer(order, of: inked) else { continue }
      let asked = Bigrams.of(title.contentKey)
      guard !Bigrams.of(page.lines[index].folded.key).contains(where: { asked.contains($0) }) else { continue }
      page.decide(index, .strip, "placeholder", page.lines[index].folded.string)
    }
    // `这题留到下期。`
    for (order, index) in inked.enumerated().dropFirst() where page.verdicts[index] == nil && page.lines[index].folded.length <= 40 {
      let line = page.lines[index], above = page.lines[inked[order - 1]]
      guard above.headingLevel != nil || !above.asking.isEmpty || !above.marked.markers.isEmpty else { continue }
      guard line.marked.markers.isEmpty || line.marked.isAnswer, !line.isCode, line.headingLevel == nil, !page.isStripped(inked[order - 1]),
        page.isOnlyAnswer(order, of: inked), page.rules.wording.putsOff(line.folded.key)
      else { continue }
      let asked = Bigrams.of(page.lines[inked[order - 1]].contentKey)
      guard !Bigrams.of(line.contentKey).contains(where: { asked.contains($0) }) else { continue }
      page.decide(index, .strip, "placeholder", line.folded.string)
    }
  }
}

extension NoisePage {
  /// Whether a title stands above a line and no text below that could go on with its answer.
  fileprivate func isOnlyAnswer(_ order: Int, of inked: [Int]) -> Bool {
    let title = lines[inked[order - 1]]
    guard title.content.count <= 60, !title.isProse else { return false }
    if standsForAnswer(order, of: inked) { return true }
    guard
      title.isAskedOrAnswered && !title.marked.isAnswer || title.headingLevel != nil || title.asking.isQuestion
        || title.marked.principal?.isNumbered == true, title.content.count <= 60
    else { return false }
    return order + 1 == inked.count || isStripped(inked[order + 1]) || lines[inked[order + 1]].hint?.role == .divider
      || lines[inked[order + 1]].isHeadingLike || isLabel(inked[order + 1], longest: 16)
  }

  /// Whether a title of a series stands above and the next below, or a name above on a page of definitions.
  fileprivate func standsForAnswer(_ order: Int, of inked: [Int]) -> Bool {
    let title = lines[inked[order - 1]]
    if lines[inked[order]].opensDefinition {
      return !title.opensDefinition && (order + 1 == inked.count || !lines[inked[order + 1]].opensDefinition)
    }
    let style = TitleStyle(title)
    guard !style.isPlain, !title.isListItem || title.asking.isQuestion, !title.isCode, order + 1 < inked.count else { return false }
    let next = lines[inked[order + 1]]
    return TitleStyle(next) == style || next.headingLevel.map { $0 <= style.level } ?? false
  }
}

extension PageLine {
  /// One pair of brackets around all of a short line.
  fileprivate var isInBrackets: Bool {
    var text = folded.text[...]
    if opensDefinition { text = text[definitionStart...] }
    guard (4...(text.contains(where: \.isHan) ? 40 : 80)).contains(text.count), !isCode, !isObject, headingLevel == nil,
      let first = text.first, let last = text.last
    else {
      return false
    }
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [("(", ")"), ("[", "]"), ("〔", "〕"), ("【", "】"), ("「", "」")]
    guard pairs.contains(where: { $0 == first && $1 == last }) else { return false }
    return !text.dropFirst().dropLast().contains { $0 == first || $0 == last }
  }
}
