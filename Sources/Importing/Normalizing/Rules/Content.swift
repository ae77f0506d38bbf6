internal import HanText

extension NoiseRule {
  /// What speaks against noise: answers, numbered questions, code, formulas, and prose in which nothing speaks for it.
  static let content = NoiseRule(id: "content") { page in
    for index in page.inked {
      let line = page.lines[index]
      let length = Double(line.folded.length)
      if line.isCode {
        page.weigh(index, -1, "content", "")
      } else if line.isAskedOrAnswered {
        // What is asked and then answered stands against advertisements on both sides; a list of questions may be one's.
        let isAnswered = page.following(index).map { page.weights[$0] < 2 && !page.lines[$0].isAskedOrAnswered } ?? false
        page.weigh(index, isAnswered ? -5 : -3, "content", "")
      } else if line.hint?.role == .formula || line.folded.text.contains("\\") {
        page.weigh(index, -1, "content", "")
      } else if page.weights[index] < 2, line.isProse, !line.asking.contains(.mark) {
        // Suspicions weigh against the sentence, they do not forbid it to be one; where several words court the reader, it
        // says less.
        let courts = page.weights[index] >= 1.2 && page.evidence[index].map { $0.rule == "course-hint" } ?? false
        page.weigh(index, -min(2.2, 0.7 + length / 60) * (courts ? 0.4 : 1), "content", "")
      } else if page.weights[index] < 0.3, line.asking.contains(.mark),
        page.following(index).map({ page.lines[$0].isProse && !page.isStripped($0) }) ?? false
      {
        page.weigh(index, -0.8, "content", "")
      } else if page.weights[index] < 0.3, line.headingLevel == nil, !line.isListItem, line.folded.length >= 8 {
        page.weigh(index, -0.15, "content", "")
      }
    }
  }
}

extension PageLine {
  /// Whether the line is made of sentences: long enough, and punctuated. Entries of a curriculum are not.
  var isProse: Bool {
    let length = folded.length
    if length >= 80 { return true }
    if length >= 10, let last = lastScalar, last.isOne(of: "。;") { return true }
    guard length >= 25 else { return false }
    // A sentence in English.
    if lastScalar == ".", isLatin, folded.text.count(where: { $0 == " " }) >= 4 { return true }
    if folded.text.contains(where: { $0.isOne(of: "。;") }) { return true }
    return folded.text.contains(",") && (!isListItem || length >= 30)
  }
}
