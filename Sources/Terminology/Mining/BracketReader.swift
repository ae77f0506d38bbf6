internal import HanText

/// Reads `name (other name, abbreviation)` in either direction of the two languages.
struct BracketReader {
  let before: NameBefore
  let judge: EquivalenceJudge
  let words: MiningWords
  let spelling: KnownSpelling

  func statements(of line: MinedLine) -> [Statement] {
    var result: [Statement] = []
    /// Where a bracket that made the last statement closed.
    var lastClose = -1
    for open in line.scalars.indices where line.scalars[open].isOne(of: "([【") {
      guard let close = Self.close(line, open),
        let content = BracketContent(line.scalars[open + 1..<close], words: words)
      else { continue }
      let found = content.names.map { spelling.corrected($0) }
      let end = Self.nameEnd(line, open)
      guard end > 0 else { continue }
      if end - 1 == lastClose, !result.isEmpty {
        if let further = continued(result[result.count - 1], found) {
          result[result.count - 1] = further
          lastClose = close
        }
        continue
      }
      let isSquare = line.scalars[open] != "("
      guard
        var statement = mixed(line, end, found)
          ?? (HanScript.contains(line.scalars[end - 1])
            ? afterChinese(line, end, found) : afterLatin(line, end, found, line.scalars.count > close + 1 ? line.scalars[close + 1] : nil))
      else { continue }
      if isSquare, !judge.isKnown(statement.names) { continue }
      statement.names += aliases(line, after: close + 1)
      result.append(statement)
      lastClose = close
    }
    return result
  }

  /// `KV 缓存（KV Cache）`, `宪法式 AI（Constitutional AI）`: a word that both languages write alike is a part of the Chinese name.
  private func mixed(_ line: MinedLine, _ end: Int, _ found: [StatedName]) -> Statement? {
    guard let other = found.first(where: { $0.kind == .english }) else { return nil }
    var start = end
    while start > 0, end - start <= 16,
      HanScript.contains(line.scalars[start - 1]) || MinedLine.isLatin(line.scalars[start - 1])
        || line.scalars[start - 1] == " "
    { start -= 1 }
    guard start == 0 || !line.scalars[start - 1].isOne(of: ")”』」") else { return nil }
    let name = line.text(start..<end).split(separator: " ").joined(separator: " ")
    let latin = name.unicodeScalars.split { !MinedLine.isLatin($0) }.map { String($0).lowercased() }
    let han = name.unicodeScalars.count(where: HanScript.contains)
    let theirs = other.text.lowercased().split(separator: " ").map(String.init)
    // The word stands at the same end of both names, and is not all of the other's.
    guard latin.count == 1, let word = latin.first, theirs.count > 1, (2...8).contains(han), end - start <= 14,
      name.lowercased().hasPrefix(word) && theirs.first == word || name.lowercased().hasSuffix(word) && theirs.last == word
    else { return nil }
    return Statement(names: [StatedName(name, .chinese), other], line: line.number)
  }

  /// `大语言模型 (Large Language Model, LLM)`.
  private func afterChinese(_ line: MinedLine, _ end: Int, _ found: [StatedName]) -> Statement? {
    let latin = found.filter { $0.kind != .chinese }
    guard let main = latin.first(where: { $0.kind == .english }) ?? latin.first else { return nil }
    let candidates =
      quoted(line, end).map { [ChineseCandidate(name: $0, isClean: true, isBounded: true)] } ?? before.chinese(line, endingAt: end)
    guard let name = judge.best(of: candidates, for: main) else { return abbreviated(line, end, main, candidates) }
    var names = [StatedName(name, .chinese), main]
    for other in latin where other != main {
      if judge.accepts(abbreviation: other.text, long: main.text) { names.append(other) }
    }
    return Statement(names: names, line: line.number)
  }

  /// `MSL 是最长报文段寿命（Maximum Segment Lifetime）`: the abbreviation before vouches for both names.
  private func abbreviated(_ line: MinedLine, _ end: Int, _ main: StatedName, _ candidates: [ChineseCandidate]) -> Statement? {
    for candidate in candidates where candidate.isBounded && (3...12).contains(candidate.count) {
      let start = end - candidate.count
      guard start > 1, line.scalars[start - 1].isOne(of: "是即指"), let short = before.latin(line, endingAt: start - 1).last,
        StatedName(latin: short).kind == .abbreviation, judge.accepts(abbreviation: short, long: main.text)
      else { continue }
      return Statement(names: [StatedName(candidate.name, .chinese), main, StatedName(short, .abbreviation)], line: line.number)
    }
    return nil
  }

  /// `LoRA (Low-Rank Adaptation)`, `Vision Transformer (ViT)`, `Prefix LM (前缀语言模型)`.
  private func afterLatin(_ line: MinedLine, _ end: Int, _ found: [StatedName], _ next: Unicode.Scalar?) -> Statement? {
    let runs = before.latin(line, endingAt: end)
    guard let last = runs.last else { return nil }
    var names: [StatedName] = []
    if let long = found.first(where: { $0.kind == .english }), judge.accepts(abbreviation: last, long: long.text) {
      names = [StatedName(last, .abbreviation), long]
    } else if let short = found.first(where: { $0.kind == .abbreviation }) {
      guard let long = before.wholeName(among: runs.filter { judge.accepts(abbreviation: short.text, long: $0) }, of: short.text) else {
        return nil
      }
      names = [StatedName(long, .english), short]
    }
    if let chinese = found.first(where: { $0.kind == .chinese }) {
      let known = names.isEmpty ? runs.map { spelling.corrected(StatedName(latin: $0)) } : names
      if let own = known.first(where: {
        judge.verdict(chinese: chinese.text, latin: $0, isClean: true) == .same
          && (!names.isEmpty || judge.isKnown([$0]) || isHeading(line, end, $0, next))
      }) {
        names = names.isEmpty ? [own, chinese] : names + [chinese]
      }
    }
    return names.count > 1 ? Statement(names: names, line: line.number) : nil
  }

  /// An unknown Latin name must open the line and be explained at once.
  private func isHeading(_ line: MinedLine, _ end: Int, _ name: StatedName, _ next: Unicode.Scalar?) -> Bool {
    guard let next else { return false }
    // `Gang scheduling（成组调度）让…`: small letters behind are no person's.
    let isPhrase = name.text.split(separator: " ").dropFirst().last?.allSatisfy(\.isLowercase) == true
    guard next == ":" || next == "是" || next == "," || isPhrase && HanScript.contains(next) else { return false }
    let start = end - name.text.unicodeScalars.count
    return start <= 6 && !line.scalars[..<max(0, start)].contains(where: HanScript.contains)
  }

  /// `基于人工反馈的强化学习(RLHF):(Reinforcement Learning from Human Feedback)`.
  private func continued(_ statement: Statement, _ found: [StatedName]) -> Statement? {
    var result = statement
    for name in found where name.kind != .chinese {
      let fits = statement.names.contains { other in
        switch (other.kind, name.kind) {
        case (.abbreviation, .english): judge.accepts(abbreviation: other.text, long: name.text)
        case (.english, .abbreviation): judge.accepts(abbreviation: name.text, long: other.text)
        case (.chinese, _): judge.verdict(chinese: other.text, latin: name, isClean: true) == .same
        default: false
        }
      }
      if fits { result.names.append(name) }
    }
    return result.names.count > statement.names.count ? result : nil
  }

  /// `…)或称创发、突现、呈展` after the bracket.
  private func aliases(_ line: MinedLine, after start: Int) -> [StatedName] {
    let rest = line.text(start..<min(line.scalars.count, start + 60)).drop { $0 == " " || $0 == "," }
    guard let label = words.aliasLabels.first(where: { rest.hasPrefix($0) }) else { return [] }
    let list = rest.dropFirst(label.count).prefix { !",。;.(".contains($0) }
    return list.split(whereSeparator: { "、和或".contains($0) }).map(String.init).filter { name in
      (2...8).contains(name.unicodeScalars.count) && name.unicodeScalars.allSatisfy(HanScript.contains)
    }.map { StatedName($0, .chinese) }
  }

  /// `“掩码”(Masking)`: what stands in quotes is the whole name.
  private func quoted(_ line: MinedLine, _ end: Int) -> String? {
    guard end < line.scalars.count, line.scalars[end].isOne(of: "”\"』」》") else { return nil }
    var start = end
    while start > 0, HanScript.contains(line.scalars[start - 1]) { start -= 1 }
    guard start > 0, start < end, line.scalars[start - 1].isOne(of: "“\"『「《") else { return nil }
    return line.text(start..<end)
  }

  /// The end of the name before a bracket: spaces, a quote or a colon may stand between.
  private static func nameEnd(_ line: MinedLine, _ open: Int) -> Int {
    var end = open
    while end > 0, line.scalars[end - 1].isOne(of: " :”\"』」") { end -= 1 }
    return end
  }

  private static func close(_ line: MinedLine, _ open: Int) -> Int? {
    let opening = line.scalars[open]
    let closing: Unicode.Scalar = opening == "(" ? ")" : opening == "[" ? "]" : "】"
    var depth = 0
    for place in open..<min(line.scalars.count, open + 140) {
      if line.scalars[place] == opening { depth += 1 }
      if line.scalars[place] == closing {
        depth -= 1
        if depth == 0 { return place }
      }
    }
    return nil
  }
}
