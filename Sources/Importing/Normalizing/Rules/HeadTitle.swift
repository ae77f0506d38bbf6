internal import HanText

extension NoisePage {
  /// The page's title amid buttons, names and counters: what is long enough to say something, worded like one, shares its
  /// words with the text below, and has the byline under it. `nil` where nothing looks like one. O(text below).
  func title(among candidates: [Int], above text: some Collection<Int>) -> Int? {
    var vocabulary = Vocabulary()
    // Names stand again in the tail; what is said and asked has the page's words.
    for index in text.prefix(200) where weights[index] < 0.5 && !isStripped(index) {
      let line = lines[index]
      guard line.isProse || line.asking.isQuestion || !line.marked.markers.isEmpty else { continue }
      vocabulary.formUnion(Bigrams.all(of: line.folded.key))
    }
    var best: (index: Int, score: Double)?
    let contents = candidates.first { isContentsLabel($0) }
    let standsBelow = Set(text.prefix(200).map { LineHash.of(lines[$0].folded.key) })
    for (order, index) in candidates.enumerated() where mayBePageTitle(index) {
      // `05 操作系统` is an entry of a menu more often than a title.
      let isNumbered = lines[index].marked.principal?.isNumbered == true
      let isAboveByline = candidates[(order + 1)...].prefix(5).contains { isByline($0) }
      if isNumbered, !isAboveByline { continue }
      let line = lines[index]
      let bigrams = Bigrams.of(line.folded.key)
      guard !bigrams.isEmpty else { continue }
      // Two words may be shared by chance.
      var score = Double(bigrams.count { vocabulary.contains($0) }) / Double(max(4, bigrams.count))
      score += 0.25 * Double(min(2, rules.wording.titleWords(line.folded.key)))
      score += Double(min(line.folded.key.count, 24)) / 70
      if rules.wording.namesCollection(line.folded.key) { score += 0.3 }
      if line.asking.isQuestion { score += 0.3 }
      if order + 1 < candidates.count, isByline(candidates[order + 1]) { score += 0.2 }
      // Right below the path to the page.
      if order > 0, lines[candidates[order - 1]].isPath { score += 0.2 }
      // An entry of a contents list, but for the title's own.
      if order > 0, standsBelow.contains(LineHash.of(line.folded.key)) { score -= 0.4 }
      if let contents, index > contents { score -= 0.4 }
      if order == 0 { score += 0.1 }
      // In the menu, in the path and above the text.
      if candidates.contains(where: { $0 != index && lines[$0].folded.key == line.folded.key }) { score += 0.25 }
      if isAboveByline { score += isNumbered ? 0.1 : 0.25 }
      // So short is a name.
      if line.folded.key.count <= 6, !line.asking.isQuestion { score -= 0.15 }
      // `系列 第 3 篇` names the article's neighbours, `所有者：…` its owner.
      if isPart(line) || line.folded.text.prefix(5).contains(":") { score -= 0.4 }
      if candidates.contains(where: { $0 != index && endsPath($0, in: line.folded.key) }) { score += 0.6 }
      if line.isPath { score -= 1 }
      if score >= (isAboveByline && line.folded.key.count >= 8 ? 0.5 : 0.65), score > best?.score ?? 0 { best = (index, score) }
    }
    return best?.index
  }

  private func mayBePageTitle(_ index: Int) -> Bool {
    let line = lines[index]
    return !isStripped(index) && weights[index] < 2 && line.folded.key.count >= 4 && line.folded.length <= 100 && line.lastScalar != "。"
      && line.lastScalar != ":" && !line.isCode && !line.isLinkAlone && !line.isListItem && line.stamp == nil
  }

  /// `… 系列 第 12 篇`
  private func isPart(_ line: PageLine) -> Bool {
    let key = line.folded.key
    guard let last = key.last, last.isOne(of: "篇章节讲集课回"), let digit = key.dropLast().last, digit.isASCIIDigit || digit.isHan else {
      return false
    }
    return key.dropLast().last { !$0.isASCIIDigit } == "第"
  }

  private func isByline(_ index: Int) -> Bool {
    // `Subscribe` beside the site's name counts nothing.
    verdicts[index].map {
      ["byline", "origin", "repost-notice"].contains($0.rule)
        || $0.rule == "counter" && lines[index].folded.key.contains(where: \.isASCIIDigit)
    } ?? (lines[index].stamp != nil)
  }

  /// Whether a line is the path to a page of that title: `社区 > 专栏 > title`.
  fileprivate func endsPath(_ index: Int, in title: [Unicode.Scalar]) -> Bool {
    let line = lines[index]
    return line.isPath && line.folded.key.count > title.count && line.folded.key.suffix(title.count).elementsEqual(title)
  }
}

extension PageLine {
  /// Words parted by `>`, `»` or `::`: where on a site the page stands.
  var isPath: Bool {
    let text = folded.text
    return text.contains { $0 == ">" || $0 == "»" || $0 == "›" } || folded.string.contains(" :: ")
  }
}
