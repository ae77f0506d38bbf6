extension NoisePage {
  /// The stretches without the questions that go on with the page's series, and their answers: `❓ …` after `❓ …`, `6.`
  /// after `5.`, a heading after headings of its level. An advertisement amid a page ends where its next question begins.
  func leavingSeries(_ stretches: [Range<Int>], of inked: [Int]) -> [Range<Int>] {
    let ending = stretches.filter { $0.lowerBound > 0 }
    guard !ending.isEmpty else { return stretches }
    var series: [TitleStyle: [Int]] = [:]
    for position in inked.indices where isSeriesTitle(position, of: inked) {
      series[TitleStyle(lines[inked[position]]), default: []].append(position)
    }
    series = series.filter { $0.value.count >= 3 }
    guard !series.isEmpty else { return stretches }
    let titles = series.values.joined().sorted()
    return stretches.flatMap { stretch -> [Range<Int>] in
      var rest = stretch
      var result: [Range<Int>] = []
      for title in titles where rest.contains(title) && title > 0 && goesOn(title, in: series, outside: stretches, of: inked) {
        if title > rest.lowerBound { result.append(rest.lowerBound..<title) }
        let end = (title + 1..<rest.upperBound).first { !isSilent($0, of: inked) } ?? rest.upperBound
        rest = end..<rest.upperBound
      }
      return rest.isEmpty ? result : result + [rest]
    }
  }

  /// A short marked line that nothing speaks against, with an answer below of which the same holds.
  private func isSeriesTitle(_ position: Int, of inked: [Int]) -> Bool {
    let line = lines[inked[position]]
    guard position + 1 < inked.count, isSilent(position, of: inked), isSilent(position + 1, of: inked), !line.isCode, !line.isProse,
      line.folded.length <= 60, line.headingLevel != nil || !line.marked.markers.isEmpty && !line.isListItem,
      line.hint.map({ $0.linkDensity < 0.5 && $0.boilerplate < 0.5 }) ?? true
    else { return false }
    return TitleStyle(lines[inked[position + 1]]) != TitleStyle(line)
  }

  /// Whether two titles of its kind at least stand before it and outside of the stretches, and its number is the next.
  private func goesOn(_ title: Int, in series: [TitleStyle: [Int]], outside stretches: [Range<Int>], of inked: [Int]) -> Bool {
    let style = TitleStyle(lines[inked[title]])
    let before = series[style, default: []].filter { position in position < title && !stretches.contains { $0.contains(position) } }
    guard before.count >= 2 else { return false }
    guard style.isNumbered, style.level == 0 else { return true }
    func number(_ position: Int) -> Int? { lines[inked[position]].marked.principal?.path.last }
    return number(title).map { own in before.last.flatMap(number).map { own > $0 } ?? false } ?? false
  }

  /// Whether no rule knows anything against a line but that it speaks of other things.
  func isSilent(_ position: Int, of inked: [Int]) -> Bool {
    let index = inked[position]
    return !isStripped(index) && (weights[index] < 0.9 || evidence[index].map { $0.rule == "topic-distance" } ?? true)
  }
}
