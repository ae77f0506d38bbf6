internal import HanText

/// Reads names that open a line and are parted by a sign alone: `写放大 / write amplification：…`, `尾延迟 - tail latency`,
/// `MTBF：Mean Time Between Failures，平均无故障时间`.
///
/// Nothing but the place tells them from prose, so both must be whole: the first from the line's start to the sign, the second from there
/// to punctuation.
struct LeadReader {
  let judge: EquivalenceJudge
  let spelling: KnownSpelling

  func statement(of line: MinedLine) -> Statement? {
    var start = 0
    while start < line.scalars.count, start < 8, line.scalars[start].isOne(of: " -•·0123456789.、)>#") { start += 1 }
    var end = start
    while end < line.scalars.count, end - start <= 48, !Self.parts(line, end) { end += 1 }
    guard end > start, end < line.scalars.count, end - start <= 48 else { return nil }
    let isColon = line.scalars[end].isOne(of: ":=")
    let names = Self.names(line, after: end)
    guard let first = Self.name(line.text(start..<end)), let second = names.first else { return nil }
    switch (first.kind, second.kind) {
    case (.abbreviation, .english):
      return judge.accepts(abbreviation: first.text, long: second.text) ? expanded(first, second, names.dropFirst().first, line) : nil
    case (.chinese, .english), (.chinese, .abbreviation):
      return isColon ? nil : pair(chinese: first, latin: second, line)
    case (.english, .chinese):
      return isColon ? nil : pair(chinese: second, latin: first, line)
    default: return nil
    }
  }

  private func pair(chinese: StatedName, latin: StatedName, _ line: MinedLine) -> Statement? {
    let latin = spelling.corrected(latin)
    guard isTechnical(latin.text), judge.verdict(chinese: chinese.text, latin: latin, isClean: true) == .same else { return nil }
    return Statement(names: [chinese, latin], line: line.number)
  }

  /// One word of the field at least: `结论 - see below`, `李四 / Tom Lee` are none.
  private func isTechnical(_ latin: String) -> Bool {
    latin.lowercased().split { !$0.isLetter }.contains { word in
      judge.names.knowsWord(String(word)) || judge.words.nounEndings.contains { word.hasSuffix($0) }
    }
  }

  private func expanded(_ short: StatedName, _ long: StatedName, _ chinese: StatedName?, _ line: MinedLine) -> Statement {
    let long = spelling.corrected(long)
    let isSame = chinese.map { $0.kind == .chinese && judge.verdict(chinese: $0.text, latin: long, isClean: true) == .same } ?? false
    return Statement(names: [short, long] + (isSame ? [chinese!] : []), line: line.number)
  }

  /// A stroke or dash between spaces, two dashes, a colon, an equals sign.
  private static func parts(_ line: MinedLine, _ place: Int) -> Bool {
    let scalar = line.scalars[place]
    if scalar.isOne(of: ":=") { return true }
    guard place > 0, place + 1 < line.scalars.count, scalar.isOne(of: "/-–—|") else { return false }
    return line.scalars[place - 1] == " " && line.scalars[place + 1] == " " || scalar == "—"
  }

  /// One name or two, parted by a comma, each up to punctuation; the last must not run into prose.
  private static func names(_ line: MinedLine, after sign: Int) -> [StatedName] {
    var start = sign
    while start < line.scalars.count, line.scalars[start].isOne(of: " /-–—|:=") { start += 1 }
    return line.scalars[start...].prefix(100).split(maxSplits: 2, omittingEmptySubsequences: false) { $0.isOne(of: ",。;:()—") }
      .prefix(2).map { name(String(scalars: $0)) }.prefix { $0 != nil }.compactMap { $0 }
  }

  /// A whole name in one script.
  private static func name(_ text: String) -> StatedName? {
    let text = text.split(separator: " ").joined(separator: " ")
    let scalars = Array(text.unicodeScalars)
    if scalars.allSatisfy({ HanScript.contains($0) }) {
      return (2...10).contains(scalars.count) && !scalars.contains { $0.isOne(of: "的了是吗呢") } ? StatedName(text, .chinese) : nil
    }
    let words = text.split(separator: " ")
    guard scalars.first.map(MinedLine.isLetter) == true, scalars.count <= 60, words.count <= 6,
      scalars.allSatisfy({ MinedLine.isLetter($0) || $0.isOne(of: "0123456789 -'") })
    else { return nil }
    return StatedName(latin: text)
  }
}
