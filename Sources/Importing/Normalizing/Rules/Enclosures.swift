internal import HanText

extension NoiseRule {
  /// What a writer sets apart from the text by two lines of ornaments, with words (`—— 恰饭时间 ——`) or without, where one
  /// line of it is an advertisement; and the ornaments.
  static let enclosures = NoiseRule(id: "enclosure") { page in
    let inked = page.inked
    let dividers = inked.indices.filter { page.lines[inked[$0]].isOrnamented }
    for (first, second) in zip(dividers, dividers.dropFirst()) where (2...reach).contains(second - first) {
      let inside = inked[(first + 1)..<second]
      guard inside.contains(where: { page.isAdvertising($0) }),
        !inside.contains(where: { page.lines[$0].isCode || page.lines[$0].isAskedOrAnswered || page.lines[$0].headingLevel != nil })
      else { continue }
      let number = page.lines[inked[first]].number
      for index in inked[first...second] {
        page.decide(index, .strip, "enclosure", "an advertisement between ornaments from line \(number)")
        page.weigh(index, 2.5, "enclosure", "between ornaments")
      }
    }
    page.weighBelowRuler(dividers, of: inked)
    for index in inked where page.lines[index].hint == nil && page.lines[index].isRuler {
      page.decide(index, .strip, "ruler", "a ruler")
    }
    // An ornament right above or below an advertisement is a part of it, but for one of several headings.
    let headings = dividers.map { page.lines[inked[$0]] }.filter { !$0.folded.key.isEmpty }
    for order in inked.indices
    where page.verdicts[inked[order]] == nil && (page.lines[inked[order]].isOrnamented || page.lines[inked[order]].isBorder) {
      let neighbours = [order - 1, order + 1].filter { inked.indices.contains($0) }
      let line = page.lines[inked[order]], fellows = headings.count { $0.folded.text.first == line.folded.text.first }
      guard neighbours.contains(where: { page.isAdvertising(inked[$0]) }), line.folded.key.isEmpty || fellows < 3 else { continue }
      page.decide(inked[order], .strip, "enclosure", "ornament beside an advertisement")
    }
  }

  private static let reach = 10
}

extension NoisePage {
  fileprivate func isAdvertising(_ index: Int) -> Bool {
    if verdicts[index] != nil { return isAdvertisement(index) }
    return weights[index] >= 2 && evidence[index].map { NoiseRule.advertising.contains($0.rule) } ?? false
  }

  /// Below the last ornament of a page, a few lines with an advertisement among them and none of the page's own titles.
  fileprivate mutating func weighBelowRuler(_ dividers: [Int], of inked: [Int]) {
    guard let last = dividers.last, last >= inked.count / 2 else { return }
    let below = inked[(last + 1)...]
    guard (2...10).contains(below.count), below.contains(where: { isAdvertising($0) }),
      !below.contains(where: { lines[$0].isCode || lines[$0].isAskedOrAnswered || lines[$0].headingLevel != nil })
    else { return }
    for index in below where verdicts[index] == nil {
      weigh(index, lines[index].isProse ? 2.4 : 1.6, "enclosure", "below the ornament of line \(lines[inked[last]].number)")
    }
  }
}

extension PageLine {
  /// Signs at both ends of a line, or nothing but signs, with few words or none between: `—— 恰饭时间 ——`, `≡≡ 福 利 ≡≡`,
  /// `◎ 书摊 ◎`. What Markdown draws lines with and writes words bold with is none.
  fileprivate var isOrnamented: Bool {
    guard let first = folded.text.first, folded.text.count <= 60, !isCode, folded.key.count <= 24 else { return false }
    if folded.key.isEmpty { return isRuler }
    let text = folded.text.filter { $0 != " " }
    let head = text.prefix { $0.isOrnament }.count, tail = text.reversed().prefix { $0.isOrnament }.count
    if head >= 3 && tail >= 3 { return first != "|" }
    guard folded.key.count <= 12, text.first == text.last, let sign = text.first, !sign.isASCII, head >= 1 && tail >= 1 else {
      return false
    }
    return head >= 2 && tail >= 2 || sign.isPictograph
  }

  /// A line of the same sign over and over, or of two: `～～～～～`, `· · · · ·`, `————`.
  var isRuler: Bool {
    guard folded.key.isEmpty, !isCode else { return false }
    let signs = folded.written.filter { $0 != " " }
    guard let first = signs.first, signs.count >= 3 else { return false }
    guard signs.allSatisfy({ $0 == first || $0.isPictograph || $0.isOne(of: "—─━═–▼▲△▽") }) else { return false }
    // Markdown draws lines with the first three.
    return first.isASCII
      ? signs.count >= 12 && first.isOne(of: "-*_=~#") || signs.count >= 4 && first.isOne(of: "=~#") : !first.isOne(of: "。，、？！…")
  }
}

extension Unicode.Scalar {
  /// A sign that says nothing and marks nothing.
  var isOrnament: Bool {
    if isASCII { return self == "-" || self == "=" || self == "~" }
    return !isWordlike && !isOne(of: "。，、？！；：…《》【】「」『』〔〕“”‘’（）·°￥€£©®™×÷≤≥≠±√∑∫∞∈")
  }
}
