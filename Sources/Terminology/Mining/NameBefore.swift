internal import HanText

/// A Chinese name that may end at a place.
struct ChineseCandidate {
  let name: String
  /// Whether it begins at punctuation or at the line's start, so that its extent is sure.
  var isClean = false
  /// Whether the lexicon knows it.
  var isKnown = false
  /// Whether it begins where a term may begin.
  var isBounded = false
  /// How many of its first characters are a word after which a term may begin as well; 0 where none is.
  var opening = 0

  var count: Int { name.unicodeScalars.count }
}

/// The name that ends where a bracket, a colon or a foreign name begins.
struct NameBefore {
  let names: LexiconNames
  let words: MiningWords

  /// Chinese candidates that end at `end`: those that the lexicon knows, then what stands after each word that no term begins before,
  /// the shortest first. `isClean` says that the candidate begins at punctuation or at the line's start.
  func chinese(_ line: MinedLine, endingAt end: Int) -> [ChineseCandidate] {
    let start = runStart(line, end)
    guard start < end else { return [] }
    var result: [ChineseCandidate] = []
    for place in start..<end where !names.concepts(named: line.text(place..<end)).isEmpty {
      // One character is a name only where it stands by itself.
      if end - place > 1 || isBoundary(line, start, place) {
        result.append(ChineseCandidate(name: line.text(place..<end), isClean: place == start, isKnown: true))
      }
    }
    for place in (start..<end - 1).reversed() where end - place <= 14 && isBoundary(line, start, place) {
      let name = line.text(place..<end)
      guard !name.unicodeScalars.contains(where: { $0.isOne(of: "的了们吗呢") }) else { break }
      result.append(
        ChineseCandidate(
          name: name, isClean: place == start, isKnown: result.contains { $0.isKnown && $0.name == name }, isBounded: true,
          opening: (place + 1..<end).first { isBoundary(line, place, $0) }.map { $0 - place } ?? 0))
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
    // `A（a）和 B（b）`: what joins two names is no part of the second.
    if start > 0, end - start > 2, line.scalars[start - 1] == ")", line.scalars[start].isOne(of: "和与及或") { start += 1 }
    // Digits at the beginning number the line unless letters go before them.
    return start
  }

  /// Whether a term may begin at `place`: after punctuation or one of the words for it.
  private func isBoundary(_ line: MinedLine, _ start: Int, _ place: Int) -> Bool {
    if place == start { return true }
    for length in 1...min(words.longestBoundary, place - start) where words.boundaries.contains(simplified(line, place - length..<place)) {
      if !splitsWord(line, place - length..<place) { return true }
    }
    return false
  }

  /// Whether what looks like a boundary is a part of a longer word: 同 of 同源, 在 of 潜在.
  private func splitsWord(_ line: MinedLine, _ boundary: Range<Int>) -> Bool {
    if boundary.count == 1, joinsWord(line, boundary.lowerBound - 1) || joinsWord(line, boundary.lowerBound) { return true }
    for length in boundary.count + 1...max(boundary.count + 1, words.longestWhole) {
      for start in max(0, boundary.upperBound - length)...boundary.lowerBound where start + length <= line.scalars.count {
        if words.wholes.contains(simplified(line, start..<start + length)) { return true }
      }
    }
    return false
  }

  /// The words of boundaries are written in simplified characters.
  private func simplified(_ line: MinedLine, _ range: Range<Int>) -> String {
    String(scalars: line.scalars[range].map { Unicode.Scalar(SimplifiedHan.fold($0.value)) ?? $0 }[...])
  }

  /// Whether the character at `place` and the next one are a word of everyday prose.
  private func joinsWord(_ line: MinedLine, _ place: Int) -> Bool {
    guard place >= 0, place + 1 < line.scalars.count, HanScript.contains(line.scalars[place]), HanScript.contains(line.scalars[place + 1])
    else { return false }
    return HanWords.occurrences(of: Array(simplified(line, place..<place + 2).utf8)[...]) != nil
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

  /// Of runs that end at one place, the longest that the lexicon knows, else the one whose words begin with the letters of the
  /// abbreviation, else the longest that does not begin with a small word.
  func wholeName(among runs: [String], of abbreviation: String) -> String? {
    let small: Set = [
      "in", "of", "the", "a", "an", "for", "with", "to", "and", "or", "by", "on", "use", "using", "via", "called", "is", "are",
    ]
    let letters = abbreviation.lowercased().filter(\.isLetter)
    return runs.first { !names.concepts(named: $0).isEmpty }
      ?? runs.first { run in String(run.lowercased().split { $0 == " " || $0 == "-" }.compactMap(\.first)) == letters }
      ?? runs.first { run in run.split(separator: " ").first.map { !small.contains($0.lowercased()) } ?? false }
  }
}
