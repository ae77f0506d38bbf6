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
    for stretch in noise {
      let lines = stretch.map { inked[$0] }
      let weight = lines.reduce(0) { $0 + page.weights[$1] }
      let rule = stretch.upperBound == inked.count ? "tail-cut" : stretch.lowerBound == 0 ? "head-cut" : "island-window"
      let from = page.lines[lines.first!].number, to = page.lines[lines.last!].number
      let evidence = "lines \(from) to \(to) weigh \(Int(weight.rounded()))"
      for index in lines {
        if let own = page.evidence[index], own.weight >= 0.5 {
          page.decide(index, .strip, own.rule, own.text)
        } else {
          page.decide(index, .strip, rule, evidence)
        }
      }
    }
  }
}

/// Stretches of noise among weighed lines.
enum NoiseStretches {
  static let entering = 3.0
  static let leaving = 2.0
  /// A stretch needs one line that is all but certain.
  static let certain = 2.4

  /// Ascending ranges of positions. O(lines).
  static func find(_ weights: [Double]) -> [Range<Int>] {
    guard !weights.isEmpty else { return [] }
    // The best sum of weights that ends in content or in noise at each line, and whether it came from noise.
    var content = 0.0, noise = -entering
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
    return ranges(of: isNoise).filter { range in range.contains { weights[$0] >= certain } }
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
