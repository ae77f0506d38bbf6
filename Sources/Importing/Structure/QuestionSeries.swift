/// What marks the questions of one page, beside what marks them everywhere.
struct QuestionSeries: Sendable {
  /// Words before a colon.
  let labels: OpeningWords
  /// Shapes of numbers.
  let heads: Set<UInt64>

  static let none = QuestionSeries(labels: .none, heads: [])

  private init(labels: OpeningWords, heads: Set<UInt64>) { (self.labels, self.heads) = (labels, heads) }

  init(of lines: [PageLine], wording: QuestionWording) {
    self.init(
      labels: OpeningWords(LabelSeries.words(of: lines, wording: wording)), heads: CountedSeries.shapes(of: lines, wording: wording))
  }

  var isEmpty: Bool { labels.words.isEmpty && heads.isEmpty }
}
