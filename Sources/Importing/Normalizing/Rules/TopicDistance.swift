extension NoiseRule {
  /// How little a line of the page's second half shares with its first: tails speak of other things.
  static let topicDistance = NoiseRule(id: "topic-distance") { page in
    let inked = page.inked
    guard inked.count >= 12 else { return }
    /// Lines of the head that are read; a page's topic is known after that many.
    let head = min(inked.count / 2, 200)
    var vocabulary = Vocabulary()
    for index in inked.prefix(head) where page.weights[index] < 1 && !page.isStripped(index) {
      vocabulary.formUnion(Bigrams.all(of: page.lines[index].folded.key))
    }
    guard vocabulary.count >= 100 else { return }
    // Questions of an interview each have a topic of their own.
    let scale = inked.count { page.lines[$0].isAskedOrAnswered } >= 4 ? 0.5 : 1
    for index in inked.dropFirst(head) {
      let line = page.lines[index]
      guard !line.isCode else { continue }
      let bigrams = Bigrams.of(line.folded.key)
      guard bigrams.count >= 12 else { continue }
      let share = Double(bigrams.count { vocabulary.contains($0) }) / Double(bigrams.count)
      if share < 0.15 { page.weigh(index, scale * (share < 0.08 ? 0.9 : 0.5), "topic-distance", "shares \(Int(share * 100)) %") }
      if share > 0.5 { page.weigh(index, -0.3, "topic-distance", "") }
    }
  }
}
