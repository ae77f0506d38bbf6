extension NoiseRule {
  /// Lines whose hash is on the shipped list of boilerplate.
  static let knownLines = NoiseRule(id: "known-line") { page in
    guard !page.rules.boilerplate.isEmpty else { return }
    for index in page.lines.indices where !page.isBlank(index) {
      let hash = LineHash.of(page.lines[index].folded.key)
      guard page.rules.boilerplate.contains(hash) else { continue }
      page.decide(index, .strip, "known-line", String(hash, radix: 16))
      page.weigh(index, 3, "known-line", String(hash, radix: 16))
    }
  }
}
