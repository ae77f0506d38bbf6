internal import Glibc

extension NoiseRule {
  /// How little a line of the page's second half shares with its first: tails speak of other things.
  ///
  /// How much that says depends on the page: where the lines of the head have little in common with each other (a FAQ, questions
  /// of an interview), the lines below them have as little. The weight is the likelihood ratio of a foreign line in noise and in
  /// text, in parts of what it is on a page of one topic.
  static let topicDistance = NoiseRule(id: "topic-distance") { page in
    let inked = page.inked
    guard inked.count >= 12 else { return }
    /// Lines of the head that are read; a page's topic is known after that many.
    let reach = min(inked.count / 2, 200)
    let head = inked.prefix(reach).filter { page.weights[$0] < 1 && !page.isStripped($0) }
    /// What the head speaks of, and what two of its lines speak of.
    var vocabulary = Vocabulary(), common = Vocabulary()
    for index in head {
      let bigrams = Bigrams.of(page.lines[index].folded.key)
      common.formUnion(bigrams.filter { vocabulary.contains($0) })
      vocabulary.formUnion(bigrams)
    }
    guard vocabulary.count >= 100 else { return }
    let own = head.compactMap { page.share(of: $0, in: common) }
    let scale = Likelihood.scale(foreign: own.count { $0 < Likelihood.foreign }, of: own.count)
    for index in inked.dropFirst(reach) {
      guard let share = page.share(of: index, in: vocabulary) else { continue }
      if share < Likelihood.foreign {
        page.weigh(index, scale * (share < 0.08 ? 0.9 : 0.5), "topic-distance", "shares \(Int(share * 100)) %")
      }
      if share > 0.5 { page.weigh(index, -0.3, "topic-distance", "") }
    }
  }

  private enum Likelihood {
    /// A line that shares less with a vocabulary speaks of other things.
    static let foreign = 0.15
    /// How many lines of advertisements and other articles are foreign to their page (measured on labelled pages), and how many
    /// lines of a text of one topic.
    static let inNoise = 0.7, inText = 0.1

    /// From 1 for a page of one topic to 0 where text is as foreign as noise.
    static func scale(foreign: Int, of count: Int) -> Double {
      let share = max(inText, Double(foreign) / Double(max(count, 1)))
      return max(0, log(inNoise / share) / log(inNoise / inText))
    }
  }
}

extension NoisePage {
  /// How much of what a line speaks of is in a vocabulary; nil for code and for lines that say too little.
  fileprivate func share(of index: Int, in vocabulary: Vocabulary) -> Double? {
    guard !lines[index].isCode else { return nil }
    let bigrams = Bigrams.of(lines[index].folded.key)
    guard bigrams.count >= 12 else { return nil }
    return Double(bigrams.count { vocabulary.contains($0) }) / Double(bigrams.count)
  }
}
