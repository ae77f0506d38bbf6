extension NoiseRule {
  /// Short lines take the class of the noise on both their sides: what is left of a sentence that was torn apart.
  static let neighbours = NoiseRule(id: "neighbour") { page in
    for index in page.inked where page.verdicts[index] == nil {
      let line = page.lines[index]
      guard !line.isCode, !line.isObject, line.folded.key.count <= 24, !line.isAskedOrAnswered, line.headingLevel == nil else { continue }
      guard let previous = page.preceding(index), page.isNoise(previous) else { continue }
      let next = page.following(index)
      let isEnclosed = next.map { page.isNoise($0) } ?? true
      let isRemnant = line.folded.key.isEmpty && line.closesBracket(of: page.lines[previous])
      guard isEnclosed && line.asking.isEmpty || isRemnant else { continue }
      page.decide(index, .strip, "neighbour", "between lines \(page.lines[previous].number) and \(next.map { page.lines[$0].number } ?? 0)")
    }
  }
}

extension PageLine {
  /// Whether the line is the end of a bracket that the other opened.
  fileprivate func closesBracket(of other: PageLine) -> Bool {
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [("【", "】"), ("(", ")"), ("[", "]"), ("《", "》"), ("「", "」"), ("“", "”")]
    return pairs.contains { open, close in
      folded.text.first == close && other.folded.text.count { $0 == open } > other.folded.text.count { $0 == close }
    }
  }
}
