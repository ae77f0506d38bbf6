internal import HanText

extension NoiseRule {
  /// What a shop answers about its own goods below the page's last answer: `零基础能学吗？`, `怎么报名？`. Two questions on end or more,
  /// to the page's end, each of which asks about what is sold, on a page whose other questions do not.
  static let shopQuestions = NoiseRule(id: "shop-questions") { page in
    let inked = page.inked
    let asked = inked.indices.filter { page.asksReader(inked[$0]) }
    guard asked.count >= 4 else { return }
    let ofShop = asked.reversed().prefix { page.rules.wording.asksAboutGoods(page.lines[inked[$0]].folded.key) }
    guard ofShop.count >= 2, ofShop.count + 2 <= asked.count, var start = ofShop.last,
      !asked.dropLast(ofShop.count).contains(where: { page.rules.wording.asksAboutGoods(page.lines[inked[$0]].folded.key) })
    else { return }
    // Its heading, where nothing but it stands between.
    if start > 0, !page.isStripped(inked[start - 1]),
      page.isLabel(inked[start - 1], longest: 12) || page.lines[inked[start - 1]].headingLevel != nil
    {
      start -= 1
    }
    guard !inked[start...].contains(where: { page.lines[$0].isCode }) else { return }
    for index in inked[start...] {
      page.decide(index, .strip, "shop-questions", "\(ofShop.count) questions about what is sold end the page")
      page.weigh(index, 2.4, "shop-questions", "about what is sold")
    }
  }
}

extension NoisePage {
  fileprivate func asksReader(_ index: Int) -> Bool {
    let line = lines[index]
    return !isStripped(index) && !line.isCode && line.folded.length <= 80 && !line.marked.isAnswer
      && (line.asking.contains(.mark) || line.isAskedOrAnswered || line.folded.text.prefix(40).contains("?"))
  }
}
