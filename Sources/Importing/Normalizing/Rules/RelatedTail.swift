internal import HanText

extension NoiseRule {
  /// What stands to the page's end below a heading such as 相关文章, or below the mark with which an article ends
  /// (`—— 全文完 ——`): titles, snippets and counters of other pages, an advertisement, the site's footer. The page's own
  /// questions, where they go on below, end it.
  static let relatedTail = NoiseRule(id: "related-articles") { page in
    let inked = page.inked
    let heading = inked.indices.first {
      $0 >= inked.count / 3 && page.verdicts[inked[$0]]?.rule == "related-articles" && page.lines[inked[$0]].folded.key.count <= 12
    }
    if let heading {
      page.weighTail(below: heading, of: inked, "related-articles")
    }
    page.stripListed(below: "related-articles", of: inked)
    if let comments = page.headingOfComments(inked) {
      page.weighTail(below: comments, of: inked, "comment-box")
    }
    let aside = inked.indices.last { $0 >= inked.count / 2 && page.opensAside(inked[$0]) }
    if let aside { page.weighTail(below: aside, of: inked, "aside", from: aside) }
    let mark = inked.indices.last { $0 >= inked.count / 3 && page.isEndMark(inked[$0]) }
    if let mark {
      page.decide(inked[mark], .strip, "end-mark", page.lines[inked[mark]].folded.string)
      page.weighTail(below: mark, of: inked, "end-mark")
    }
  }
}

extension NoisePage {
  /// The bullets right below a label such as 相关推荐, wherever it stands: the page's next question ends them.
  fileprivate mutating func stripListed(below rule: String, of inked: [Int]) {
    for order in inked.indices where verdicts[inked[order]]?.rule == rule && lines[inked[order]].folded.key.count <= 12 {
      let listed = inked[(order + 1)...].prefix(12).prefix { index in
        let line = lines[index]
        return line.isListItem && !line.isAskedOrAnswered && !line.isProse && line.folded.length <= 60
      }
      let number = lines[inked[order]].number
      for index in listed { decide(index, .strip, rule, "listed below line \(number)") }
    }
  }

  fileprivate mutating func weighTail(below heading: Int, of inked: [Int], _ rule: String, from start: Int? = nil) {
    var styles: [TitleStyle: Int] = [:], ordinals: [TitleStyle: Int] = [:]
    func ordinal(_ index: Int) -> Int? { lines[index].marked.principal?.path.last }
    for index in inked[..<heading] where isTitleLike(index) {
      styles[TitleStyle(lines[index]), default: 0] += 1
      ordinals[TitleStyle(lines[index])] = ordinal(index)
    }
    let below = inked[(start ?? heading + 1)...]
    let goesOn = below.contains { index in
      let style = TitleStyle(lines[index])
      guard isTitleLike(index), let count = styles[style] else { return false }
      // `问题 2：` after `问题 1：`
      return count >= 2 || ordinals[style].map { ordinal(index) == $0 + 1 } ?? false
    }
    guard !goesOn else { return }
    let number = lines[inked[heading]].number
    // Where the page has questions of its own above, marked otherwise, what is asked below its end is the shop's.
    let hasSeries = rule == "end-mark" && styles.values.contains { $0 >= 3 }
    for index in below where !isStripped(index) {
      let own = lines[index].isProse ? 2.4 : 1.6
      weigh(index, hasSeries && lines[index].isAskedOrAnswered ? own + 5 : own, rule, "below line \(number)")
    }
  }

  /// `9 条评论` below the last of the page's own marked titles, with a name, a day or `小林 说：` right below: what follows was said
  /// of the article. On a page of posts the same words stand below each.
  fileprivate func headingOfComments(_ inked: [Int]) -> Int? {
    let heading = inked.indices.first { order in
      guard let rule = verdicts[inked[order]]?.rule, ["counter", "comment-box"].contains(rule),
        isHeadingOfComments(lines[inked[order]].folded.key)
      else { return false }
      return inked[(order + 1)...].prefix(4).contains { lines[$0].stamp != nil || lines[$0].folded.text.suffix(3).contains("说") }
    }
    guard let heading else { return nil }
    func isTitle(_ index: Int) -> Bool { lines[index].isAskedOrAnswered && !isStripped(index) }
    guard inked[..<heading].count(where: isTitle) >= 2, !inked[heading...].contains(where: isTitle),
      !inked.contains(where: { lines[$0].folded.key.count <= 16 && rules.wording.tellsOfThread(lines[$0].folded.key) })
    else { return nil }
    return heading
  }

  /// `全部评论`, `9 条评论`.
  func isHeadingOfComments(_ key: [Unicode.Scalar]) -> Bool {
    let word = String(scalars: key.filter { !$0.isASCIIDigit })
    return [
      "条评论", "评论", "全部评论", "最新评论", "网友评论", "评论区", "评论列表", "精选评论", "热门评论", "条留言", "全部留言", "留言", "精选留言", "comments",
      "comment", "responses", "条回复", "全部回复",
    ].contains(word)
  }

  /// `—— END ——`, `~ 完 ~`: a word for the end between ornaments. `"end"`, `[END]` and `<eof>` may be what a text speaks of.
  fileprivate func isEndMark(_ index: Int) -> Bool {
    let line = lines[index]
    guard (1...12).contains(line.folded.key.count), let first = line.folded.text.first, let last = line.folded.text.last,
      first == last, first.isOrnament, !line.isCode, !line.isListItem
    else { return false }
    return rules.fields.endMarks.contains(String(line.folded.key))
  }

  /// `碎碎念`: a heading over what the writer tells of himself when all is said.
  fileprivate func opensAside(_ index: Int) -> Bool {
    let line = lines[index]
    guard (2...10).contains(line.folded.key.count), !line.isCode, !line.isListItem else { return false }
    return rules.fields.asides.contains { line.folded.key.suffix($0.count).elementsEqual($0) }
  }

  /// A marked line or a heading over something.
  fileprivate func isTitleLike(_ index: Int) -> Bool {
    let line = lines[index]
    guard !isStripped(index), !line.isCode, !line.isListItem else { return false }
    return line.headingLevel != nil || !line.marked.markers.isEmpty
  }
}
