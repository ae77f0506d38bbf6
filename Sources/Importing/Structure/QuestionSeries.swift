/// What marks the questions of one page, beside what marks them everywhere.
struct QuestionSeries: Sendable {
  /// Words before a colon.
  let labels: OpeningWords
  /// Shapes of numbers.
  let heads: Set<UInt64>

  /// Whether `A:` stands before the first of several options to choose from, and before no answer.
  let hasOptions: Bool

  static let none = QuestionSeries(labels: .none, heads: [], hasOptions: false)

  private init(labels: OpeningWords, heads: Set<UInt64>, hasOptions: Bool) {
    (self.labels, self.heads, self.hasOptions) = (labels, heads, hasOptions)
  }

  init(of lines: [PageLine], wording: QuestionWording) {
    self.init(
      labels: OpeningWords(LabelSeries.words(of: lines, wording: wording)), heads: CountedSeries.shapes(of: lines, wording: wording),
      hasOptions: Self.hasOptions(lines))
  }

  var isEmpty: Bool { labels.words.isEmpty && heads.isEmpty && !hasOptions }

  /// `A：栈` right above `B：队列`, or both on one line, where no `Q:` asks.
  private static func hasOptions(_ lines: [PageLine]) -> Bool {
    func begins(_ line: PageLine, _ letter: Unicode.Scalar) -> Bool {
      line.folded.text.count > 2 && line.folded.text[0] == letter && line.folded.text[1] == ":"
    }
    var previous: PageLine?
    var isFound = false
    for line in lines where !line.isBlank && !line.isCode {
      if begins(line, "Q") { return false }
      let text = line.folded.text
      let isBoth =
        begins(line, "A")
        && text.indices.dropFirst(2).dropLast().contains { text[$0 - 1] == " " && text[$0] == "B" && text[$0 + 1] == ":" }
      if isBoth || begins(line, "B") && previous.map({ begins($0, "A") }) ?? false { isFound = true }
      previous = line
    }
    return isFound
  }
}
