internal import HanText

/// What stands amid advertisements and goes on with an answer.
extension NoisePage {
  /// The part of a run of lines below an advertisement that goes on with the page's text. Amid the page it does unless it courts
  /// the reader or speaks of what the advertisement speaks of: a lost answer is worse than a doubtful line. At the page's end it
  /// does where a question of the page waits for its answer; all else has to show it by its words.
  mutating func goesOn(
    _ run: Range<Int>, in stretch: Range<Int>, of inked: [Int], _ vocabulary: Vocabulary, outside stretches: [Range<Int>]
  ) -> Range<Int>? {
    let isAmid = stretch.upperBound < inked.count, isAwaited = isAwaited(run.lowerBound, of: inked)
    if isAmid || isAwaited, let matter = withoutPitch(run, in: stretch, of: inked, vocabulary), isAmid || matter == run,
      let said = isAwaited ? matter : said(matter, of: inked, nil, share: 0)
    {
      // Beside advertisements short lines would be taken for theirs.
      for index in inked[said] { decide(index, .keep, "content", "goes on between advertisements") }
      return said
    }
    let isText = isText(run, of: inked)
    guard isAmid || isText else { return nil }
    let names = isAmid && namesMatter(run, of: inked, outside: stretches)
    return said(run, of: inked, vocabulary, share: isText || names ? 0.15 : 0.3)
  }

  /// The run without calls at its ends, where an advertisement stands above, no line of it courts the reader, nor a sentence right
  /// above or below it, and it has not more words in common with the advertisements around it than with the page.
  private func withoutPitch(_ run: Range<Int>, in stretch: Range<Int>, of inked: [Int], _ vocabulary: Vocabulary) -> Range<Int>? {
    func isCall(_ position: Int) -> Bool { courts(inked[position]) && lines[inked[position]].lastScalar != "。" }
    var (lower, upper) = (run.lowerBound, run.upperBound)
    while lower < upper, isCall(lower) { lower += 1 }
    while lower < upper, isCall(upper - 1) { upper -= 1 }
    guard lower < upper, !inked[lower..<upper].contains(where: { courts($0) }), lower > stretch.lowerBound,
      lower > run.lowerBound || sells(inked[lower - 1])
    else { return nil }
    // What is sold in sentences goes on in sentences.
    let beside = [lower - 1, upper].filter { stretch.contains($0) }.map { inked[$0] }
    guard !beside.contains(where: { !isStripped($0) && lines[$0].lastScalar == "。" }) else { return nil }
    var pitch = Vocabulary()
    for index in inked[stretch] where isStripped(index) || courts(index) { pitch.formUnion(Bigrams.all(of: lines[index].folded.key)) }
    let bigrams = inked[lower..<upper].flatMap { Bigrams.all(of: lines[$0].folded.key) }.sortedDistinct()
    let ofPitch = bigrams.count { pitch.contains($0) && !vocabulary.contains($0) }
    return ofPitch < 2 || ofPitch <= bigrams.count { vocabulary.contains($0) } ? lower..<upper : nil
  }

  private func sells(_ index: Int) -> Bool {
    if verdicts[index] != nil { return isAdvertisement(index) }
    return weights[index] >= 0.9 && evidence[index].map { NoiseRule.advertising.contains($0.rule) } ?? false
  }

  /// Whether a line has a word of those that court the reader.
  private func courts(_ index: Int) -> Bool {
    let line = lines[index]
    if !line.signs.isEmpty || line.wording.addressesReader(line.folded.key) { return true }
    return line.matches.contains { match in
      let group = rules.phrases.groups[match.group]
      return group.weight > 0 && group.action != .cue
    }
  }

  /// Whether the last line above that is no noise is one of the page's questions and waits for its answer.
  private func isAwaited(_ position: Int, of inked: [Int]) -> Bool {
    let above = inked[..<position].last { !isStripped($0) && weights[$0] < 0.9 }
    guard let above, !lines[above].marked.isAnswer else { return false }
    return lines[above].isAskedOrAnswered && lines.count { $0.isAskedOrAnswered && !$0.marked.isAnswer } >= 2
  }

  /// Whether one sentence in a run of lines has two words of Latin letters of which one stands elsewhere in the text.
  private func namesMatter(_ run: Range<Int>, of inked: [Int], outside stretches: [Range<Int>]) -> Bool {
    let words = inked[run].filter { lines[$0].isProse }.flatMap { lines[$0].latinWords }
    guard words.count >= 2 else { return false }
    return inked.indices.contains { position in
      !stretches.contains { $0.contains(position) } && !isStripped(inked[position])
        && lines[inked[position]].latinWords.contains { words.contains($0) }
    }
  }

  /// Whether several whole sentences stand in a run of lines: what goes on with the text, be it below an advertisement.
  private func isText(_ run: Range<Int>, of inked: [Int]) -> Bool {
    var sentences = 0, length = 0
    for index in inked[run] where lines[index].isProse && lines[index].lastScalar == "。" && lines[index].marked.markers.isEmpty {
      sentences += 1
      length += lines[index].folded.length
    }
    return sentences >= 2 && length >= 60
  }
}
