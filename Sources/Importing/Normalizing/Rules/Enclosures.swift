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
    // An ornament right above or below an advertisement is a part of it.
    for order in dividers where page.verdicts[inked[order]] == nil {
      let neighbours = [order - 1, order + 1].filter { inked.indices.contains($0) }
      guard neighbours.contains(where: { page.isAdvertising(inked[$0]) }) else { continue }
      page.decide(inked[order], .strip, "enclosure", "ornament beside an advertisement")
    }
  }

  private static let reach = 10
}

extension NoisePage {
  fileprivate func isAdvertising(_ index: Int) -> Bool {
    if let rule = verdicts[index]?.rule { return isStripped(index) && Self.advertising.contains(rule) }
    return weights[index] >= 2 && evidence[index].map { Self.advertising.contains($0.rule) } ?? false
  }

  private static let advertising: Set<String> = ["advertisement", "course-pitch", "course-hint", "site-footer", "payment"]
}

extension PageLine {
  /// Three ornaments or more at each end of a line, or one that is all of it, with little or nothing between. What Markdown
  /// draws lines with is none, unless words stand in it.
  fileprivate var isOrnamented: Bool {
    let text = folded.text
    guard let first = text.first, let last = text.last, text.count <= 60, !isCode, folded.key.count <= 12 else { return false }
    if folded.key.isEmpty {
      return text.allSatisfy { $0.isPictograph || $0.isOne(of: "—─━═–▼▲△▽ ") }
        || text.count >= 12 && text.allSatisfy { $0 == "-" || $0 == "*" }
    }
    func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isPictograph || scalar.isOne(of: "—─━═–▼▲△▽") || scalar == "-" || scalar == "="
    }
    let head = text.prefix { isOrnament($0) }.count, tail = text.reversed().prefix { isOrnament($0) }.count
    return head >= 3 && tail >= 3 && first != "|" || head >= 1 && tail >= 1 && first == last && first.isOne(of: "▼▲△▽")
  }
}
