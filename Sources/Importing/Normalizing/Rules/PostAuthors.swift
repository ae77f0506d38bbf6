internal import HanText

extension NoiseRule {
  /// Who wrote the posts of a thread, in whatever words: the card above how many agree, the name above rank and day, and
  /// days with names where a page has several.
  static let postAuthors = NoiseRule(id: "post-frame") { page in
    page.stripDays()
    page.stripRanks()
    page.stripNamesAboveFrames()
    page.stripCards()
    page.stripComments()
  }
}

extension NoisePage {
  /// `小林 2024-05-06` on a page of posts, three times or more and apart.
  fileprivate mutating func stripDays() {
    let inked = inked
    let days = inked.indices.filter {
      verdicts[inked[$0]] == nil && lines[inked[$0]].stamp != nil && lines[inked[$0]].folded.key.count { !$0.isASCIIDigit } <= 20
    }
    guard days.count >= 3, zip(days, days.dropFirst()).allSatisfy({ $1 - $0 >= 2 }),
      inked.contains(where: { lines[$0].folded.key.count <= 16 && rules.wording.tellsOfThread(lines[$0].folded.key) })
    else { return }
    for order in days {
      decide(inked[order], order < 24 ? .meta : .strip, "byline", "who wrote when, \(days.count) times")
    }
  }

  /// `秀才 积分 212` beside who wrote when: a short line with what sites count.
  fileprivate mutating func stripRanks() {
    let inked = inked
    for (order, index) in inked.enumerated() where verdicts[index] == nil {
      let text = lines[index].folded.text
      guard (4...40).contains(text.count), text.contains(where: \.isASCIIDigit), !lines[index].isCode, !lines[index].isListItem,
        [order - 1, order + 1].contains(where: { inked.indices.contains($0) && verdicts[inked[$0]]?.rule == "byline" }),
        !text.contains(where: { $0.isOne(of: "。;?!=:") })
      else { continue }
      let words = text.split { !$0.isHan && !$0.isASCIILetter }.map { $0.map(\.keyed) }
      guard words.contains(where: isCounted), words.allSatisfy({ $0.count <= 6 }) else { continue }
      decide(index, .strip, "post-frame", "beside who wrote when")
    }
  }

  /// A name above rank and day, where most posts have one.
  fileprivate mutating func stripNamesAboveFrames() {
    let inked = inked
    let stamps = inked.indices.filter { verdicts[inked[$0]]?.rule == "byline" && lines[inked[$0]].stamp != nil }
    guard stamps.count >= 3 else { return }
    var names: [Int] = []
    for stamp in stamps {
      var above = stamp - 1
      while above >= 0, above >= stamp - 3, ["post-frame", "counter"].contains(verdicts[inked[above]]?.rule) { above -= 1 }
      guard above >= 0, above < stamp, verdicts[inked[above]] == nil, isName(inked[above]) else { continue }
      names.append(inked[above])
    }
    guard names.count * 3 >= stamps.count * 2 else { return }
    for index in names { decide(index, .strip, "byline", "who wrote, above when") }
  }

  /// `小林`, `算法工程师`, `35 人赞同了该回答`: up to three short lines between the post before and how many agree.
  fileprivate mutating func stripCards() {
    let inked = inked
    for (order, index) in inked.enumerated()
    where verdicts[index]?.rule == "counter" && rules.wording.tellsOfThread(lines[index].folded.key) {
      var card: [Int] = []
      var above = order - 1
      while above >= 0, card.count < 3, verdicts[inked[above]] == nil, isName(inked[above]) {
        card.append(inked[above])
        above -= 1
      }
      guard !card.isEmpty, above >= 0, isStripped(inked[above]) else { continue }
      for index in card { decide(index, .strip, "byline", "who wrote, above the counter of line \(lines[inked[order]].number)") }
    }
  }

  private func isName(_ index: Int) -> Bool {
    isLabel(index, longest: 20) && lines[index].headingLevel == nil && !lines[index].isListItem && !lines[index].isObject
      || lines[index].hint != nil && lines[index].headingLevel == nil && lines[index].folded.key.count <= 20 && !lines[index].isCode
        && !lines[index].isListItem && !lines[index].isObject && lines[index].marked.markers.isEmpty && !lines[index].asking.isQuestion
        && !lines[index].folded.text.contains { $0.isOne(of: "。;?!:") }
  }
}
