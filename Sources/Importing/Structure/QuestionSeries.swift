/// What marks the questions of one page, beside what marks them everywhere.
struct QuestionSeries: Sendable {
  /// Words before a colon.
  let labels: OpeningWords
  /// Shapes of numbers.
  let heads: Set<UInt64>

  /// Numbers of the lines on which `A:` stands before the first of several options to choose from, and before no answer.
  let options: Set<Int>

  static let none = QuestionSeries(labels: .none, heads: [], options: [])

  private init(labels: OpeningWords, heads: Set<UInt64>, options: Set<Int>) {
    (self.labels, self.heads, self.options) = (labels, heads, options)
  }

  init(of lines: [PageLine], wording: QuestionWording) {
    self.init(
      labels: OpeningWords(LabelSeries.words(of: lines, wording: wording)), heads: CountedSeries.shapes(of: lines, wording: wording),
      options: Self.options(lines))
  }

  var isEmpty: Bool { labels.words.isEmpty && heads.isEmpty && options.isEmpty }

  /// `A：栈` right above `B：队列`, or both on one line, where no `Q:` asks.
  private static func options(_ lines: [PageLine]) -> Set<Int> {
    func begins(_ line: PageLine, _ letter: Unicode.Scalar) -> Bool {
      line.folded.text.count > 2 && line.folded.text[0] == letter && line.folded.text[1] == ":"
    }
    var options: Set<Int> = []
    var previous: PageLine?
    for line in lines where !line.isBlank && !line.isCode {
      if begins(line, "Q") { return [] }
      let text = line.folded.text
      let isBoth =
        begins(line, "A")
        && text.indices.dropFirst(2).dropLast().contains { text[$0 - 1] == " " && text[$0] == "B" && text[$0 + 1] == ":" }
      if isBoth { options.insert(line.number) }
      if begins(line, "B"), let previous, begins(previous, "A") { options.insert(previous.number) }
      previous = line
    }
    return options
  }
}
