internal import HanText

extension NoiseRule {
  /// `【广告】…`, `—— 推广 ——`, `赞助：…`: what a page itself calls an advertisement.
  static let sponsoredLabels = NoiseRule(id: "advertisement") { page in
    page.stripSponsoredCards()
    for index in page.inked
    where page.verdicts[index] == nil && !page.lines[index].isCode && !page.lines[index].isAskedOrAnswered && !page.told.contains(index) {
      guard let label = page.lines[index].sponsoredLabel(of: page.rules.fields.sponsored) else { continue }
      page.decide(index, .strip, "advertisement", label)
      page.weigh(index, 3.5, "advertisement", label)
    }
  }
}

extension NoisePage {
  /// `广告` on a line of its own, and the few short lines below it down to the button that ends its card (`了解详情`). Its picture
  /// may be lost, and an answer go on below; a sentence that announces a sponsor has its block of a few lines below it.
  fileprivate mutating func stripSponsoredCards() {
    let inked = inked
    for (order, label) in inked.enumerated() where isLabelOfCard(label) || announcesSponsor(label) {
      guard !lines[label].isCode, !lines[label].isListItem, lines[label].headingLevel == nil, lines[label].marked.markers.isEmpty else {
        continue
      }
      decide(label, .strip, "advertisement", lines[label].folded.string)
      weigh(label, 3, "advertisement", lines[label].folded.string)
      let block = (label + 1..<lines.count).prefix { !isBlank($0) }
      if announcesSponsor(label), label > 0, isBlank(label - 1), (1...4).contains(block.count), block.endIndex < lines.count,
        block.allSatisfy({ !lines[$0].isCode && !lines[$0].isAskedOrAnswered && lines[$0].headingLevel == nil })
      {
        for index in block { decide(index, .strip, "advertisement", "in the block of line \(lines[label].number)") }
        continue
      }
      let card = inked[(order + 1)...].prefix(5).prefix {
        !lines[$0].isCode && !lines[$0].isAskedOrAnswered && lines[$0].content.count <= 60
      }
      guard let button = card.first(where: { rules.fields.cardButtons.contains(String(lines[$0].folded.key)) }) else { continue }
      for index in card where index <= button {
        decide(index, .strip, "advertisement", "in the card of line \(lines[label].number)")
        weigh(index, 2, "advertisement", "")
      }
    }
  }
}

extension NoisePage {
  private func isLabelOfCard(_ index: Int) -> Bool {
    lines[index].folded.key.count <= 12 && rules.fields.cards.contains(String(lines[index].folded.key))
  }

  /// `A word from this week's sponsor`
  private func announcesSponsor(_ index: Int) -> Bool {
    let key = lines[index].folded.key
    guard key.count <= 40, key.starts(with: "awordfrom".unicodeScalars) else { return false }
    return ["sponsor", "sponsors"].contains { key.suffix($0.count).elementsEqual($0.unicodeScalars) }
  }
}

extension PageLine {
  /// A bracketed label before or after the text, or one before a colon of what is neither sentence nor list item.
  fileprivate func sponsoredLabel(of labels: Set<String>) -> String? {
    let text = folded.text
    guard let first = text.first, text.count <= 200 else { return nil }
    let isPictured = first.isPictograph && marked.markers.allSatisfy { $0.family == .pictograph }
    func known(_ slice: some Sequence<Unicode.Scalar>) -> String? {
      let key = String(slice.filter(\.isWordlike).map(\.keyed))
      return labels.contains(key) ? key : nil
    }
    if first.isOne(of: "【[(「"), let end = text.prefix(14).firstIndex(where: { $0.isOne(of: "】])」") }) {
      return known(text[..<end])
    }
    if first.isOne(of: "—-=~*·•"), folded.key.count <= 12, text.last == first { return known(text) }
    guard !isListItem, isPictured || marked.markers.isEmpty && !(lastScalar?.isOne(of: "。;") ?? false),
      let colon = text.prefix(12).firstIndex(of: ":"),
      colon + 1 < text.endIndex
    else { return nil }
    return known(text[..<colon])
  }
}
