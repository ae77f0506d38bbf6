internal import HanText

extension NoiseRule {
  /// The last words of a page: a block of a few lines below all answers and right above what is noise to the end, which
  /// shares no words with the page. No list knows how writers take leave, ask for thanks and forbid copies.
  static let lastWords = NoiseRule(id: "last-words") { page in
    guard page.document.format == .text, let tail = page.startOfTail else { return }
    var end = tail
    for _ in 0..<2 {
      guard let block = page.lastBlock(above: end), page.isLeave(block) else { return }
      for index in block {
        page.decide(index, .strip, "last-words", "shares no words with the page, above noise from line \(page.lines[tail].number)")
      }
      end = block.lowerBound
    }
  }
}

extension NoisePage {
  /// Where nothing but noise begins, three lines or more, on a page with several marked questions above.
  fileprivate var startOfTail: Int? {
    guard let last = lines.indices.last(where: { !isBlank($0) && !isStripped($0) }) else { return nil }
    let below = lines[(last + 1)...].indices
    guard below.count(where: { isNoise($0) }) >= 3, lines[...last].count(where: \.isAskedOrAnswered) >= 3 else { return nil }
    return below.first { !isBlank($0) }
  }

  /// The lines between two blank ones that stand last above a place.
  fileprivate func lastBlock(above end: Int) -> Range<Int>? {
    guard let last = lines[..<end].indices.last(where: { !isBlank($0) }) else { return nil }
    var start = last
    while start > 0, !isBlank(start - 1) { start -= 1 }
    return start > 0 && last - start < 12 ? start..<last + 1 : nil
  }

  /// Short lines without marks, none of which speaks of what the page does, and which answer nothing.
  fileprivate func isLeave(_ block: Range<Int>) -> Bool {
    let open = block.filter { !isStripped($0) }
    guard open.allSatisfy({ mayBeLeave($0) }), let above = preceding(block.lowerBound), !isStripped(above),
      !lines[above].isAskedOrAnswered, !lines[above].asking.isQuestion, lines[above].headingLevel == nil, lines[above].lastScalar != ":"
    else { return false }
    // The lines right above tell most; all are read where they tell nothing.
    let text = lines[..<block.lowerBound].indices
    return sharesNothing(open, with: text.suffix(24)) && sharesNothing(open, with: text.suffix(400))
  }

  private func sharesNothing(_ block: [Int], with text: Range<Int>) -> Bool {
    var vocabulary = Vocabulary()
    for index in text where !isBlank(index) && !isStripped(index) {
      vocabulary.formUnion(Bigrams.all(of: lines[index].folded.key))
    }
    var count = 0
    // The more lines, the surer each must be.
    let part = block.count > 3 ? 8 : 5
    let isApart = block.allSatisfy { index in
      let bigrams = Bigrams.of(lines[index].folded.key)
      count += bigrams.count
      return bigrams.count { vocabulary.contains($0) } * part <= bigrams.count
    }
    return isApart && count >= 8
  }

  private func mayBeLeave(_ index: Int) -> Bool {
    let line = lines[index]
    return line.folded.length <= 100 && !line.isCode && !line.isObject && !line.isListItem && !line.asking.isQuestion
      && line.marked.markers.allSatisfy { $0.family == .pictograph } && line.lastScalar != ":" && weights[index] > -3
      // A whole sentence may be the last of an answer, in words that the page has not used before.
      && (weights[index] > 0 || line.lastScalar != "。" && line.lastScalar != ";")
  }
}
