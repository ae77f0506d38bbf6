internal import HanText

extension NoiseRule {
  /// Bare numbers beside the buttons they count: `23`, `点赞`, `25`, `收藏`.
  static let counters = NoiseRule(id: "counter") { page in
    let inked = page.inked
    func isCounterWord(_ index: Int) -> Bool {
      page.evidence[index].map { ["counter", "site-chrome", "comment-box"].contains($0.rule) && $0.weight >= 1 } ?? false
    }
    for (order, index) in inked.enumerated() {
      let key = page.lines[index].folded.key
      if key.count <= 4, page.lines[index].isReaction {
        page.decide(index, .strip, "counter", page.lines[index].folded.string)
        continue
      }
      guard !key.isEmpty, key.count <= 8, key.allSatisfy({ $0.isASCIIDigit || $0.isOne(of: "kw万千") }),
        key[0].isASCIIDigit
      else { continue }
      let neighbours = [order - 1, order + 1].filter { inked.indices.contains($0) }
      guard neighbours.contains(where: { isCounterWord(inked[$0]) }) else { continue }
      page.weigh(index, 1.5, "counter", String(key))
      if order > 0, page.verdicts[inked[order - 1]]?.rule == "counter" { page.decide(index, .strip, "counter", String(key)) }
    }
  }
}

extension PageLine {
  /// `👍 6`
  fileprivate var isReaction: Bool {
    guard let first = folded.text.first, first.isPictograph, (0x1F000...0x1FAFF).contains(first.value) || first == "\u{2764}", hint == nil
    else { return false }
    return !folded.key.isEmpty && folded.text.allSatisfy { $0.isPictograph || $0.isASCIIDigit || $0 == " " }
  }
}
