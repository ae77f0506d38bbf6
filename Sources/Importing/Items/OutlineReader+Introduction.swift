internal import HanText

extension OutlineReader {
  /// Below a title that asks, and that no item asks again, the text above the first item is its answer: a page `什么是 LoRA？`
  /// may say so, and go on with questions about it.
  mutating func takeIntroduction() {
    guard hasItems, let title = kept.last(where: { outline[$0] == .pageTitle }) else { return }
    let line = page.lines[title]
    guard line.asking.contains(.mark), line.content.count(where: { $0 == "?" }) == 1, line.lastScalar == "?",
      !page.rules.wording.namesCollection(line.folded.key)
    else { return }
    let below = kept.drop { $0 <= title }
    let introduction = below.prefix { outline[$0] == .body && page.lines[$0].headingLevel == nil }
    guard let last = introduction.last, introduction.endIndex < below.endIndex,
      page.lines[last].lastScalar.map({ !$0.isOne(of: ":?") }) ?? false,
      introduction.reduce(0, { $0 + page.lines[$1].folded.length }) >= Self.leastIntroduction
    else { return }
    let asked = String(String.UnicodeScalarView(line.contentKey))
    let isAskedAgain = outline.roles.contains { index, role in
      guard role.isItem else { return false }
      let key = String(String.UnicodeScalarView(page.lines[index].contentKey))
      return key.count >= 4 && asked.contains(key) || key.contains(asked)
    }
    if !isAskedAgain { outline.roles[title] = .title }
  }

  /// Characters of an answer; less is a word of welcome.
  private static let leastIntroduction = 80
}
