extension NoiseRule {
  /// Tail cut and island window in one: the division of the page into stretches of content and of noise that the weights
  /// make likeliest, where to change costs.
  ///
  /// Two states and a dynamic programme over the lines (Viterbi): entering noise costs `entering`, leaving it `leaving`;
  /// the page's end leaves for nothing, which is the tail cut. Between equals content wins: a lost answer is worse than a
  /// line of noise.
  static let stretches = NoiseRule(id: "stretches") { page in
    // What stands outside the article is known already and says nothing of the lines beside it.
    let inked = page.inked.filter { page.lines[$0].hint.map { $0.boilerplate < 0.95 } ?? true }
    // Placeholders and lists of contents stand in content and in noise alike.
    let noise = NoiseStretches.find(inked.map { page.isStripped($0) && !page.isNoise($0) ? 0 : page.weights[$0] })
    let stretches = page.joined(noise.compactMap { page.withoutDoubtfulEnds($0, of: inked) }, of: inked)
    let noisy = page.leavingSeries(page.leavingContent(stretches, of: inked), of: inked)
    for stretch in page.leavingReplies(noisy, of: inked) {
      if stretch.lowerBound == 0 { page.keepTitle(in: stretch, of: inked) }
      let lines = stretch.map { inked[$0] }
      let weight = lines.reduce(0) { $0 + page.weights[$1] }
      let rule = stretch.upperBound == inked.count ? "tail-cut" : stretch.lowerBound == 0 ? "head-cut" : "island-window"
      let from = page.lines[lines.first!].number, to = page.lines[lines.last!].number
      let evidence = "lines \(from) to \(to) weigh \(Int(weight.rounded()))"
      for index in lines where !page.isOpening(index, of: stretch, inked) {
        if let own = page.evidence[index], own.weight >= 0.5 {
          page.decide(index, .strip, own.rule, own.text)
        } else {
          page.decide(index, .strip, rule, evidence)
        }
      }
    }
  }
}

extension NoisePage {
  /// What a stretch needs at both its ends: evidence of its own, beyond a foreign topic.
  private static let endWeight = 0.9

  /// A stretch without the lines at its ends that are noise by company alone: they stand beside content.
  fileprivate func withoutDoubtfulEnds(_ stretch: Range<Int>, of inked: [Int]) -> Range<Int>? {
    func isDoubtful(_ position: Int) -> Bool {
      let index = inked[position]
      // Frames and placeholders stand in content too.
      if isStripped(index) { return !isNoise(index) }
      return weights[index] < Self.endWeight || evidence[index].map { $0.rule == "topic-distance" } ?? true
    }
    var (lower, upper) = (stretch.lowerBound, stretch.upperBound)
    while lower < upper, lower > 0, isDoubtful(lower) { lower += 1 }
    while lower < upper, upper < inked.count, isDoubtful(upper - 1) { upper -= 1 }
    return lower < upper ? lower..<upper : nil
  }

  /// Sentences below the title in the page's head that nothing speaks against: with them the text begins.
  fileprivate func isOpening(_ index: Int, of stretch: Range<Int>, _ inked: [Int]) -> Bool {
    guard stretch.lowerBound == 0, evidence[index] == nil, lines[index].isProse, lines[index].lastScalar == "。" else { return false }
    return inked[stretch].contains { $0 < index && verdicts[$0]?.action == .keep }
  }

  /// The title in a head of nothing but noise.
  fileprivate mutating func keepTitle(in stretch: Range<Int>, of inked: [Int]) {
    guard !inked[stretch].contains(where: { verdicts[$0]?.action == .keep }) else { return }
    // What a page begins with is its title more often than not, where nothing else is.
    let first = inked[stretch.lowerBound]
    let isFirst = isSilent(stretch.lowerBound, of: inked) && lines[first].folded.key.count >= 8 && !lines[first].isProse
    guard let title = title(among: stretch.map { inked[$0] }, above: inked[stretch.upperBound...]) ?? (isFirst ? first : nil) else {
      return
    }
    decide(title, .keep, "content", "title of the page")
  }

  /// A few sentences between two stretches of noise, of which the second reaches the page's end and the first is long,
  /// are part of the advertisement; questions and answers never are.
  fileprivate func joined(_ stretches: [Range<Int>], of inked: [Int]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for stretch in stretches.reversed() {
      if let next = result.last, next.upperBound == inked.count, stretch.count >= 4, next.lowerBound - stretch.upperBound <= 4,
        !inked[stretch.upperBound..<next.lowerBound].contains(where: { lines[$0].isAskedOrAnswered || lines[$0].isCode })
      {
        result[result.count - 1] = stretch.lowerBound..<next.upperBound
      } else {
        result.append(stretch)
      }
    }
    return result.reversed()
  }

  /// A short article between long advertisements: where the stretches take all that speaks for content on a page, each is
  /// parted around the lines that speak most for it.
  fileprivate func leavingContent(_ stretches: [Range<Int>], of inked: [Int]) -> [Range<Int>] {
    let content = inked.indices.filter { weights[inked[$0]] <= -Self.endWeight && !isStripped(inked[$0]) }
    guard !content.isEmpty, content.allSatisfy({ position in stretches.contains { $0.contains(position) } }) else { return stretches }
    return stretches.flatMap { stretch -> [Range<Int>] in
      // The subrange of the least sum (Kadane).
      var best = 0.0, least = stretch.lowerBound..<stretch.lowerBound
      var sum = 0.0, start = stretch.lowerBound
      for position in stretch {
        if sum >= 0 { (sum, start) = (0, position) }
        sum += isStripped(inked[position]) ? 3 : weights[inked[position]]
        if sum < best { (best, least) = (sum, start..<position + 1) }
      }
      guard best <= -Self.endWeight else { return [stretch] }
      // Headings weigh nothing: the one above belongs to it.
      var lower = least.lowerBound
      while lower > stretch.lowerBound, evidence[inked[lower - 1]] == nil, !isStripped(inked[lower - 1]) { lower -= 1 }
      return [stretch.lowerBound..<lower, least.upperBound..<stretch.upperBound].filter { !$0.isEmpty }
    }
  }
}

/// Stretches of noise among weighed lines.
enum NoiseStretches {
  static let entering = 2.6
  /// What it costs to begin in noise: heads of pages are buttons more often than not.
  static let beginning = 1.5
  static let leaving = 1.4
  /// A stretch needs one line that is all but certain, or several that are likely: three at an end of the page, four amid it.
  static let certain = 2.4
  static let likely = 0.9

  /// Ascending ranges of positions. O(lines).
  static func find(_ weights: [Double]) -> [Range<Int>] {
    guard !weights.isEmpty else { return [] }
    // The best sum of weights that ends in content or in noise at each line, and whether it came from noise.
    var content = 0.0, noise = -beginning
    var cameFromNoise: [(content: Bool, noise: Bool)] = []
    cameFromNoise.reserveCapacity(weights.count)
    for weight in weights {
      let stay = noise, enter = content - entering
      let keep = content, leave = noise - leaving
      // Noise is entered as late and left as early as can be.
      cameFromNoise.append((content: leave >= keep && leave > -.infinity, noise: stay > enter))
      content = max(keep, leave)
      noise = max(stay, enter) + weight
    }
    var isNoise = [Bool](repeating: false, count: weights.count)
    var state = noise > content
    for position in weights.indices.reversed() {
      isNoise[position] = state
      state = state ? cameFromNoise[position].noise : cameFromNoise[position].content
    }
    return ranges(of: isNoise).filter { range in
      range.contains { weights[$0] >= certain }
        || range.count(where: { weights[$0] >= likely }) >= (range.lowerBound == 0 || range.upperBound == weights.count ? 3 : 4)
    }
  }

  private static func ranges(of flags: [Bool]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    for position in 0...flags.count {
      let flag = position < flags.count && flags[position]
      if flag, start == nil { start = position }
      if !flag, let begin = start {
        result.append(begin..<position)
        start = nil
      }
    }
    return result
  }
}
