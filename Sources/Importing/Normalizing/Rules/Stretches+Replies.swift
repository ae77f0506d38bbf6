internal import HanText

extension NoisePage {
  /// The stretches without what somebody said in them on the page's matter. Buttons, counters and names make a run of lines
  /// noise; but a forum has its answers between them. A tail of other articles says nothing on the matter.
  mutating func leavingReplies(_ stretches: [Range<Int>], of inked: [Int]) -> [Range<Int>] {
    guard !stretches.isEmpty else { return stretches }
    let isThread = isThread(inked)
    var vocabulary = Vocabulary()
    for position in inked.indices {
      let index = inked[position]
      guard !isStripped(index) || verdicts[index]?.action == .keep else { continue }
      let isOutside = !stretches.contains { $0.contains(position) }
      guard isOutside || lines[index].asking.contains(.mark) && isSilent(position, of: inked) || verdicts[index]?.action == .keep else {
        continue
      }
      vocabulary.formUnion(Bigrams.all(of: lines[index].folded.key))
    }
    let known = Set(
      inked.indices.filter { position in !stretches.contains { $0.contains(position) } }.map { LineHash.of(lines[inked[$0]].folded.key) })
    var left: [Range<Int>] = []
    for stretch in stretches {
      var start = stretch.lowerBound
      var isForeign = false, isBelowRelated = false
      var position = stretch.lowerBound
      while position < stretch.upperBound {
        guard isUnjudged(position, of: inked) else {
          let rule = rule(at: position, of: inked)
          if let rule, Self.foreign.contains(rule) { isForeign = true }
          isBelowRelated = isBelowRelated || rule == "related-articles"
          // What is related ends a page; an advertisement ends with the next post.
          if !isBelowRelated, beginsPost(inked[position]) { isForeign = false }
          position += 1
          continue
        }
        let end = (position..<stretch.upperBound).first { !isUnjudged($0, of: inked) } ?? stretch.upperBound
        // What stood above the title says nothing of what stands below it.
        if inked[position..<end].contains(where: { verdicts[$0]?.action == .keep }) { isForeign = false }
        if !(isForeign && isBelowRelated),
          let said = isForeign
            ? goesOn(position..<end, in: stretch, of: inked, vocabulary, outside: stretches)
            : said(position..<end, of: inked, isThread ? nil : vocabulary, share: 0.15),
          // A box for sharing has the title and the summary once more.
          !said.contains(where: { known.contains(LineHash.of(lines[inked[$0]].folded.key)) })
        {
          if said.lowerBound > start { left.append(start..<said.lowerBound) }
          start = said.upperBound
        }
        position = end
      }
      if start < stretch.upperBound { left.append(start..<stretch.upperBound) }
    }
    return left
  }

  /// Who wrote and when, or how many agree.
  func beginsPost(_ index: Int) -> Bool {
    verdicts[index]?.rule == "byline" || lines[index].stamp != nil || rules.wording.tellsOfThread(lines[index].folded.key)
  }

  private static let foreign = NoiseRule.advertising.union(["related-articles", "contents-list"])

  private func isUnjudged(_ position: Int, of inked: [Int]) -> Bool {
    isSilent(position, of: inked) && weights[inked[position]] < 0.9
  }

  /// Whether a page is made of posts: whoever writes below the first answers it.
  private func isThread(_ inked: [Int]) -> Bool {
    var signs = 0
    for index in inked where isStripped(index) || lines[index].folded.key.count <= 16 && !lines[index].isProse {
      if verdicts[index]?.rule == "post-frame" || verdicts[index]?.evidence == NoisePage.postNumber
        || rules.wording.tellsOfThread(lines[index].folded.key)
      {
        signs += 1
      }
      if signs >= 3 { return true }
    }
    return false
  }

  private func rule(at position: Int, of inked: [Int]) -> String? {
    verdicts[inked[position]]?.rule ?? evidence[inked[position]]?.rule
  }

  /// The part of a run of lines in which somebody speaks: without names before and after, long enough, on the matter or in
  /// the field's terms. Without a vocabulary all matters are the page's. What answers the question above may be short.
  func said(_ run: Range<Int>, of inked: [Int], _ vocabulary: Vocabulary?, share: Double) -> Range<Int>? {
    var (lower, upper) = (run.lowerBound, run.upperBound)
    let answers = isBelowQuestion(run.lowerBound, of: inked)
    while lower < upper, isLabel(inked[lower], longest: 24), !answers || lines[inked[lower]].folded.key.count < 2 { lower += 1 }
    while lower < upper, isLabel(inked[upper - 1], longest: 16), !answers || upper - 1 > lower { upper -= 1 }
    guard lower < upper else { return nil }
    if answers, lines[inked[lower]].lastScalar == "。" || vocabulary == nil { return lower..<upper }
    // `必须。` is a post where others are.
    if vocabulary == nil, upper - lower == 1, lines[inked[lower]].lastScalar == "。" { return lower..<upper }
    guard inked[lower..<upper].contains(where: { lines[$0].isSaid }) else { return nil }
    guard let vocabulary else { return lower..<upper }
    if share < 0.2, inked[lower..<upper].reduce(0, { $0 + lines[$1].terms }) >= 2 { return lower..<upper }
    let bigrams = inked[lower..<upper].flatMap { Bigrams.all(of: lines[$0].folded.key) }.sortedDistinct()
    let shared = bigrams.count { vocabulary.contains($0) }
    guard shared >= 2, Double(shared) >= share * Double(bigrams.count) else { return nil }
    return lower..<upper
  }

  /// Whether the last line above that is no noise asks something.
  private func isBelowQuestion(_ position: Int, of inked: [Int]) -> Bool {
    for above in inked[..<position].reversed().prefix(16) where !isStripped(above) {
      guard weights[above] < 0.9 else { continue }
      return lines[above].asking.isQuestion || lines[above].marked.isQuestion
    }
    return false
  }
}

extension PageLine {
  /// A sentence or a question, short as it may be.
  fileprivate var isSaid: Bool {
    guard folded.key.count >= 8, folded.text.first != "【" else { return false }
    return isProse || asking.isQuestion || folded.text.contains { $0.isOne(of: ",。;?") }
  }

  /// Words of Latin letters, which in Chinese text are terms, names and code. Those who are addressed do not count.
  fileprivate var terms: Int { latinWords.count }

  var latinWords: [ArraySlice<Unicode.Scalar>] {
    folded.text.split { !($0.isASCIIAlphanumeric || $0.isOne(of: "@_-.")) }.filter { word in
      word.count >= 2 && word.first != "@" && word.contains(where: \.isASCIILetter)
    }
  }
}
