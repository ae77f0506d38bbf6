extension NoiseRule {
  /// What a heading such as 相关文章 leaves below it to the page's end: titles, snippets and counters of other pages, and the
  /// site's footer. The page's own questions, where they go on below, end it.
  static let relatedTail = NoiseRule(id: "related-articles") { page in
    let inked = page.inked
    let heading = inked.indices.first { order in
      order >= inked.count / 3 && page.verdicts[inked[order]]?.rule == "related-articles" && page.lines[inked[order]].folded.key.count <= 12
    }
    guard let heading else { return }
    var styles: [TitleStyle: Int] = [:]
    for index in inked[..<heading] where page.isTitleLike(index) { styles[TitleStyle(page.lines[index]), default: 0] += 1 }
    let below = inked[(heading + 1)...]
    guard !below.contains(where: { page.isTitleLike($0) && styles[TitleStyle(page.lines[$0]), default: 0] >= 2 }) else { return }
    let number = page.lines[inked[heading]].number
    for index in below where !page.isStripped(index) {
      page.weigh(index, page.lines[index].isProse ? 2.4 : 1.6, "related-articles", "below line \(number)")
    }
  }
}

extension NoisePage {
  /// A marked line or a heading over something.
  fileprivate func isTitleLike(_ index: Int) -> Bool {
    let line = lines[index]
    guard !isStripped(index), !line.isCode, !line.isListItem else { return false }
    return line.headingLevel != nil || !line.marked.markers.isEmpty
  }
}
