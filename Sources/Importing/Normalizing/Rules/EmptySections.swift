internal import HanText

extension NoiseRule {
  /// Headings over nothing but noise, and labels of references that lost what they name.
  static let emptySections = NoiseRule(id: "empty-section") { page in
    // From the end, so that a section of empty sections is empty too.
    for index in page.inked.reversed() where page.verdicts[index] == nil {
      if page.isOverNoise(index) {
        page.decide(index, .strip, "empty-section", "nothing but noise below")
      } else if page.isDanglingLabel(index) {
        page.decide(index, .strip, "dangling-label", page.lines[index].folded.string)
      }
    }
  }
}

extension NoisePage {
  /// A heading below which, up to the next heading, every line went as noise.
  fileprivate func isOverNoise(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.isHeadingLike, line.headingLevel != 1, !line.isAskedOrAnswered, weights[index] >= -0.5 else { return false }
    // `7.` in a row of questions is one of them, though nothing but the page's tail follows.
    if line.marked.principal.map({ $0.family == .decimal || $0.family == .label && $0.isNumbered }) == true, line.headingLevel == nil,
      weights[index] < 0.5
    {
      return false
    }
    // So is a heading that asks among headings that ask.
    if let level = line.headingLevel, line.asking.contains(.mark), isAmidQuestions(index, of: level) { return false }
    var cursor = following(index)
    // A title whose answer is still to be written asks all the same.
    if let next = cursor, verdicts[next]?.rule == "placeholder" { return false }
    var noise = 0, others = 0
    while let next = cursor {
      guard isStripped(next) else {
        // The next heading of any kind ends the section.
        return noise > others && lines[next].isHeadingLike
      }
      if isNoise(next), verdicts[next]?.action == .strip { noise += 1 } else if !lines[next].isObject { others += 1 }
      cursor = following(next)
    }
    return noise > others
  }

  /// Whether two headings of a level ask above a line and one below, or three above it, numbered as it is, and nothing speaks
  /// against it.
  private func isAmidQuestions(_ index: Int, of level: Int) -> Bool {
    let isNumbered = lines[index].marked.principal?.isNumbered
    func asks(_ other: Int) -> Bool {
      lines[other].headingLevel == level && lines[other].asking.isQuestion && !isStripped(other)
        && lines[other].marked.principal?.isNumbered == isNumbered
    }
    let above = lines[..<index].indices.count(where: asks)
    return above >= 2 && lines[(index + 1)...].indices.contains(where: asks) || above >= 3 && weights[index] < 0.3
  }

  /// `详细参考链接：` with no link behind it.
  fileprivate func isDanglingLabel(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.content.count <= 30, line.hint?.links.isEmpty ?? true else { return false }
    let name = line.content.prefix { !$0.isOne(of: "(:") }
    guard rules.wording.namesReferences(name.filter(\.isWordlike).map(\.keyed)) else { return false }
    if let colon = line.content.firstIndex(of: ":"), colon + 1 < line.content.endIndex { return false }
    guard let next = following(index) else { return true }
    if !isStripped(next) {
      return lines[next].isAskedOrAnswered || lines[next].isHeadingLike && lines[next].marked.principal?.isNumbered == true
    }
    // Only noise is left below.
    var cursor = following(next)
    while let candidate = cursor, isStripped(candidate) { cursor = following(candidate) }
    return cursor == nil
  }
}
