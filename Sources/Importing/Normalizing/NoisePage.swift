/// A page while the noise rules look at it.
struct NoisePage {
  let document: ScrapedDocument
  let lines: [PageLine]
  let rules: ImportRules
  let recurrence: LineRecurrence
  /// What advertisements speak of and this page as well, and the lines that tell of it in lists or are titles.
  let subjects: [String]
  let told: Set<Int>
  /// What speaks for noise (positive) or content (negative), a line. About 3 is certain.
  private(set) var weights: [Double]
  /// The heaviest evidence for noise of each line, and the rule that brought it.
  private(set) var evidence: [Evidence?]
  private(set) var verdicts: [LineVerdict?]
  /// Where the values of an export's columns stand that have lines of their own.
  var columnValues: [Int: Int] = [:]

  struct Evidence {
    let rule: String
    let text: String
    let weight: Double
  }

  init(_ document: ScrapedDocument, rules: ImportRules, recurrence: LineRecurrence) {
    self.document = document
    self.rules = rules
    self.recurrence = recurrence
    let read = document.lines.map { PageLine($0, rules: rules) }
    let series = QuestionSeries(of: read, wording: rules.wording)
    lines = series.isEmpty ? read : read.map { $0.read(in: series) }
    let all = lines, inked = all.indices.filter { !all[$0].isBlank }
    subjects = Self.subjects(of: lines, inked: inked, rules)
    told = Self.ornamentedTitles(of: lines, inked: inked).union(
      subjects.isEmpty ? [] : Self.toldMembers(of: lines, inked: inked).union(Self.titles(of: lines, inked: inked, rules)))
    weights = Array(repeating: 0, count: lines.count)
    evidence = Array(repeating: nil, count: lines.count)
    verdicts = lines.map { $0.isBlank ? LineVerdict(line: $0.number, action: .blank, rule: "blank") : nil }
  }

  /// The first verdict stands: rules are in order.
  mutating func decide(_ index: Int, _ action: LineVerdict.Action, _ rule: String, _ evidence: String) {
    guard verdicts[index] == nil else { return }
    verdicts[index] = LineVerdict(line: lines[index].number, action: action, rule: rule, evidence: evidence)
  }

  mutating func weigh(_ index: Int, _ weight: Double, _ rule: String, _ text: String) {
    weights[index] += weight
    if weight > 0, weight > evidence[index]?.weight ?? 0 {
      evidence[index] = Evidence(rule: rule, text: text, weight: weight)
    }
  }

  func isStripped(_ index: Int) -> Bool {
    verdicts[index].map { $0.action == .strip || $0.action == .meta } ?? false
  }

  func isBlank(_ index: Int) -> Bool { verdicts[index]?.action == .blank }

  /// Stripped as an advertisement or a part of the site, not as a mere placeholder.
  func isNoise(_ index: Int) -> Bool {
    isStripped(index)
      && ![
        "image-placeholder", "dead-link", "contents-list", "greeting", "line-numbers", "placeholder", "post-frame", "ruler",
        "repeated-frame",
      ].contains(verdicts[index]?.rule)
  }

  /// Stripped as a part of an advertisement.
  func isAdvertisement(_ index: Int) -> Bool {
    verdicts[index].map { $0.action == .strip && NoiseRule.advertising.contains($0.rule) } ?? false
  }

  /// Indices of lines that are not blank, in order.
  var inked: [Int] { lines.indices.filter { !isBlank($0) } }

  /// The next line that is not blank.
  func following(_ index: Int) -> Int? {
    var next = index + 1
    while next < lines.count, isBlank(next) { next += 1 }
    return next < lines.count ? next : nil
  }

  func preceding(_ index: Int) -> Int? {
    var previous = index - 1
    while previous >= 0, isBlank(previous) { previous -= 1 }
    return previous >= 0 ? previous : nil
  }
}
