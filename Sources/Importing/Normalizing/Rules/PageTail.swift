internal import HanText

extension NoiseRule {
  /// What stands around buttons and counters below the last of the text: names, tags, titles of other pages. As with the
  /// head, no list of words knows them all; that nothing but labels stands between those that are known tells the others.
  static let pageTail = NoiseRule(id: "page-tail") { page in
    let inked = page.inked
    guard let last = inked.last, page.document.format == .text else { return }
    let text = inked.suffix(reach).lastIndex { !page.isKnownChrome($0) && page.isText($0) }
    let start = text.map { $0 + 1 } ?? max(0, inked.count - reach)
    // What adjoins the text may be its end: the first button or counter parts them.
    guard start < inked.count, let first = inked[start...].firstIndex(where: { page.isKnownChrome($0) }),
      inked[first...].count(where: { page.isKnownChrome($0) }) >= 3
    else { return }
    for index in inked[first...] where page.isTailLabel(index) && page.weights[index] < 1.2 {
      page.weigh(index, 1.2, "page-tail", "amid buttons below the text")
    }
  }

  private static let reach = 64
}

extension NoisePage {
  /// What an answer is made of: sentences, code, marked lines, questions.
  fileprivate func isText(_ index: Int) -> Bool {
    let line = lines[index]
    return line.isProse || line.isCode || line.isObject || line.isAskedOrAnswered || line.asking.isQuestion
      || line.marked.markers.contains { $0.family != .tag && $0.family != .pictograph } && !line.isLinkAlone
  }

  fileprivate func isTailLabel(_ index: Int) -> Bool {
    !isStripped(index) && (isLabel(index, longest: 24) || lines[index].isLinkAlone)
  }
}
