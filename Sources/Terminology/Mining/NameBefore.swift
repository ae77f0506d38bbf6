internal import HanText

/// The name that ends where a bracket, a colon or a foreign name begins.
struct NameBefore {
  let names: LexiconNames
  let words: MiningWords

  /// Chinese candidates that end at `end`, best first: the longest one that the lexicon knows, then what stands after a
  /// word that no term begins before. `isClean` says that the candidate begins at punctuation or at the line's start.
  func chinese(_ line: MinedLine, endingAt end: Int) -> [(name: String, isClean: Bool)] {
    let start = runStart(line, end)
    guard start < end else { return [] }
    var result: [(String, Bool)] = []
    for place in start..<end where !names.concepts(named: line.text(place..<end)).isEmpty {
      // One character is a name only where it stands by itself.
      if end - place > 1 || isBoundary(line, start, place) { result.append((line.text(place..<end), place == start)) }
    }
    if let place = boundedStart(line, start, end), end - place <= 12 {
      result.append((line.text(place..<end), place == start))
    }
    return result
  }

  /// Start of the run of Han characters, and of digits and hyphens between them, that ends at `end`.
  private func runStart(_ line: MinedLine, _ end: Int) -> Int {
    var start = end
    while start > 0 {
      let scalar = line.scalars[start - 1]
      let joins = scalar == "-" || ("0"..."9").contains(scalar)
      if HanScript.contains(scalar) || (joins && start < end) { start -= 1 } else { break }
    }
    while start < end, line.scalars[start] == "-" { start += 1 }
    // Digits at the beginning number the line unless letters go before them.
    return start
  }

  /// The last place at which a term may begin, the start of the run where no word forbids more.
  private func boundedStart(_ line: MinedLine, _ start: Int, _ end: Int) -> Int? {
    var best = start
    for place in start + 1..<max(end, start + 1) where isBoundary(line, start, place) { best = place }
    return end - best >= 2 ? best : nil
  }

  /// Whether a term may begin at `place`: after punctuation or one of the words for it.
  private func isBoundary(_ line: MinedLine, _ start: Int, _ place: Int) -> Bool {
    if place == start { return true }
    for length in 1...min(words.longestBoundary, place - start) where words.boundaries.contains(line.text(place - length..<place)) {
      if !splitsWord(line, place - length..<place) { return true }
    }
    return false
  }

  /// Whether what looks like a boundary is a part of a longer word: 同 of 同源, 在 of 潜在.
  private func splitsWord(_ line: MinedLine, _ boundary: Range<Int>) -> Bool {
    for length in boundary.count + 1...max(boundary.count + 1, words.longestWhole) {
      for start in max(0, boundary.upperBound - length)...boundary.lowerBound where start + length <= line.scalars.count {
        if words.wholes.contains(line.text(start..<start + length)) { return true }
      }
    }
    return false
  }

  /// Names of Latin letters that end at `end`, the longest first.
  func latin(_ line: MinedLine, endingAt end: Int) -> [String] {
    var last = end
    while last > 0, line.scalars[last - 1] == " " { last -= 1 }
    var start = last
    while start > 0, MinedLine.isLatin(line.scalars[start - 1]) || line.scalars[start - 1] == " " { start -= 1 }
    let run = line.text(start..<last).split(separator: " ").map(String.init).drop { word in
      // Marks of a list.
      !word.unicodeScalars.contains(where: MinedLine.isLetter)
    }.map { String($0.drop { "-/.–".contains($0) }) }
    guard !run.isEmpty else { return [] }
    // Longest first: `Vision Transformer`, `Transformer`.
    return (0..<run.count).suffix(8).map { run[$0...].joined(separator: " ") }
  }

  /// Of runs that end at one place, the longest that the lexicon knows, else the longest that does not begin with a small word.
  func wholeName(among runs: [String]) -> String? {
    let small: Set = [
      "in", "of", "the", "a", "an", "for", "with", "to", "and", "or", "by", "on", "use", "using", "via", "called", "is", "are",
    ]
    return runs.first { !names.concepts(named: $0).isEmpty }
      ?? runs.first { run in run.split(separator: " ").first.map { !small.contains($0.lowercased()) } ?? false }
  }
}
