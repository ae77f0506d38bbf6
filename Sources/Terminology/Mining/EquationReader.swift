internal import HanText

/// Reads names that a word equates: `幻觉，即 hallucination`, `Dropout，又称随机失活`, `LoRA, also known as …`, `GQA 是 … 的缩写`.
///
/// What follows the word must end at punctuation, so that the name is whole, and the judge must take the two for one.
struct EquationReader {
  let before: NameBefore
  let judge: EquivalenceJudge
  let words: MiningWords
  let spelling: KnownSpelling

  func statements(of line: MinedLine) -> [Statement] {
    var result: [Statement] = []
    var place = 0
    while place < line.scalars.count {
      let first = MinedLine.lowercased(line.scalars[place])
      guard words.equatingOpenings.mayContain(first),
        let label = words.equating.first(where: { $0[0] == first && Self.stands($0, in: line, at: place) })
      else {
        place += 1
        continue
      }
      if let statement = read(line, upTo: place, from: place + label.count, isWeak: label.count == 1) { result.append(statement) }
      place += label.count
    }
    return result + (abbreviated(line).map { [$0] } ?? [])
  }

  /// A Latin word stands by itself; 即 is no part of 立即, 即使.
  private static func stands(_ label: [Unicode.Scalar], in line: MinedLine, at place: Int) -> Bool {
    guard line.scalars[place...].prefix(label.count).elementsEqual(label, by: { MinedLine.lowercased($0) == $1 }) else { return false }
    let former = place > 0 ? line.scalars[place - 1] : " ",
      next = place + label.count < line.scalars.count ? line.scalars[place + label.count] : " "
    if MinedLine.isLetter(label[0]) { return !MinedLine.isLetter(former) && !MinedLine.isLetter(next) }
    return label.count > 1 || !former.isOne(of: "立随当亦迅既") && !next.isOne(of: "使便时将可刻是")
  }

  private func read(_ line: MinedLine, upTo label: Int, from start: Int, isWeak: Bool) -> Statement? {
    var end = label
    while end > 0, line.scalars[end - 1].isOne(of: " ,-—") { end -= 1 }
    if end > 0, line.scalars[end - 1] == ")" {
      // `困惑度（PPL），又称…`: the name before the bracket.
      guard let open = line.scalars[..<end].lastIndex(of: "("), end - open < 60 else { return nil }
      end = open
      while end > 0, line.scalars[end - 1] == " " { end -= 1 }
    }
    var begin = start
    while begin < line.scalars.count, line.scalars[begin].isOne(of: " :\"“'「") { begin += 1 }
    guard end > 0, begin < line.scalars.count, let right = name(line, from: begin) else { return nil }
    let isLeftHan = HanScript.contains(line.scalars[end - 1])
    var names: [StatedName]?
    if right.kind == .chinese {
      names = isLeftHan ? (isWeak ? nil : chinese(line, end, right)) : latin(line, end, chinese: right, isWeak: isWeak)
    } else if isLeftHan {
      // 即 introduces values and commands as well (`结果为空，即 None`).
      let isTerm = !isWeak || !judge.names.concepts(named: right.text).isEmpty || right.isLowercasePhrase
      let candidates = before.chinese(line, endingAt: end).filter { isTerm || !judge.names.concepts(named: $0.name).isEmpty }
      names = judge.best(of: candidates, for: right).map { [StatedName($0, .chinese), right] }
    } else {
      names = abbreviation(line, end, right)
    }
    return names.map { Statement(names: $0, line: line.number) }
  }

  /// The name that begins here and ends at punctuation; `nil` where prose goes on.
  private func name(_ line: MinedLine, from begin: Int) -> StatedName? {
    let isHan = HanScript.contains(line.scalars[begin])
    var stop = begin
    while stop < line.scalars.count,
      isHan
        ? HanScript.contains(line.scalars[stop]) || line.scalars[stop] == "-"
        : MinedLine.isLatin(line.scalars[stop]) || line.scalars[stop] == " "
    {
      stop += 1
    }
    while stop > begin, line.scalars[stop - 1].isOne(of: " .") { stop -= 1 }
    let after = line.scalars[stop...].first { $0 != " " && $0 != "." }
    guard after.map({ $0.isOne(of: ",.。;:、)!?(”\"'」") }) ?? true else { return nil }
    let text = line.text(begin..<stop)
    guard isHan else {
      return MinedLine.isLetter(line.scalars[begin]) && text.split(separator: " ").count <= 6
        ? spelling.corrected(StatedName(latin: text)) : nil
    }
    guard (2...10).contains(stop - begin), !text.unicodeScalars.contains(where: { $0.isOne(of: "的了是吗呢") }),
      !line.scalars[begin].isOne(of: "不将得为有没只就都也还会能被把给及等在让使")
    else { return nil }
    return StatedName(text, .chinese)
  }

  /// Two Chinese names: the lexicon knows one of them, or they share half of their characters.
  private func chinese(_ line: MinedLine, _ end: Int, _ right: StatedName) -> [StatedName]? {
    let theirs = judge.names.concepts(named: right.text)
    for candidate in before.chinese(line, endingAt: end).sorted(by: { $0.count > $1.count }) where candidate.name != right.text {
      let (name, isClean) = (candidate.name, candidate.isClean)
      let ours = judge.names.concepts(named: name)
      if !ours.isEmpty, !theirs.isEmpty {
        if Set(ours).isDisjoint(with: theirs) { return nil }
        return [StatedName(name, .chinese), right]
      }
      let common = Set(name.unicodeScalars).intersection(right.text.unicodeScalars).count
      let isAlike = common >= 2 && 2 * common >= min(name.unicodeScalars.count, right.text.unicodeScalars.count)
      if isClean || !ours.isEmpty, isAlike || !ours.isEmpty || !theirs.isEmpty { return [StatedName(name, .chinese), right] }
    }
    return nil
  }

  private func latin(_ line: MinedLine, _ end: Int, chinese: StatedName, isWeak: Bool) -> [StatedName]? {
    let known = judge.isKnown([chinese])
    for own in before.latin(line, endingAt: end).map({ spelling.corrected(StatedName(latin: $0)) }) {
      guard known || judge.isKnown([own]) || !isWeak else { continue }
      if judge.verdict(chinese: chinese.text, latin: own, isClean: true) == .same { return [own, chinese] }
    }
    return nil
  }

  private func abbreviation(_ line: MinedLine, _ end: Int, _ right: StatedName) -> [StatedName]? {
    let runs = before.latin(line, endingAt: end)
    if let own = before.wholeName(among: runs.filter({ judge.accepts(abbreviation: right.text, long: $0) }), of: right.text) {
      return [StatedName(own, .english), right]
    }
    return runs.last.flatMap { judge.accepts(abbreviation: $0, long: right.text) ? [StatedName($0, .abbreviation), right] : nil }
  }

  /// `GQA 是 Grouped-Query Attention 的缩写`.
  private func abbreviated(_ line: MinedLine) -> Statement? {
    guard line.hasLetters else { return nil }
    for mark in ["的缩写", "的简称"] {
      let mark = Array(mark.unicodeScalars)
      guard let place = line.scalars.indices.first(where: { line.scalars[$0] == mark[0] && line.scalars[$0...].starts(with: mark) }) else {
        continue
      }
      var end = place
      while end > 0, line.scalars[end - 1] == " " { end -= 1 }
      var start = end
      while start > 0, MinedLine.isLatin(line.scalars[start - 1]) || line.scalars[start - 1] == " " { start -= 1 }
      var left = start
      while left > 0, line.scalars[left - 1].isOne(of: "是为 ") { left -= 1 }
      guard left < start, left > 0, let short = before.latin(line, endingAt: left).last else { continue }
      let long = String(line.text(start..<end).drop { $0 == " " })
      if judge.accepts(abbreviation: short, long: long) {
        return Statement(names: [StatedName(short, .abbreviation), StatedName(long, .english)], line: line.number)
      }
    }
    return nil
  }
}

extension StatedName {
  /// Several words of small letters alone: `reward hacking`.
  fileprivate var isLowercasePhrase: Bool {
    let words = text.split { $0 == " " || $0 == "-" }
    return words.count > 1 && words.allSatisfy { $0.allSatisfy { $0.isLowercase } }
  }
}
