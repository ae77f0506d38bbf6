internal import HanText

/// Reads names that a word introduces: `LoRA 的全称是 Low-Rank Adaptation`, `大语言模型，简称 LLM`.
struct LabelReader {
  let before: NameBefore
  let judge: EquivalenceJudge
  let spelling: KnownSpelling

  private static let labels = ["英文全称", "全称", "英文缩写", "英文名", "英文简称", "简称", "缩写", "英文"]
    .map { Array($0.unicodeScalars) }

  func statements(of line: MinedLine) -> [Statement] {
    guard line.scalars.contains(where: { $0.isOne(of: "称英缩") }) else { return [] }
    var result: [Statement] = []
    var place = 0
    while place < line.scalars.count {
      guard let label = Self.labels.first(where: { Self.stands($0, in: line, at: place) }) else {
        place += 1
        continue
      }
      let after = place + label.count
      if let statement = read(line, upTo: place, from: after) { result.append(statement) }
      place = after
    }
    return result
  }

  private static func stands(_ label: [Unicode.Scalar], in line: MinedLine, at place: Int) -> Bool {
    line.scalars[place] == label[0] && line.scalars[place...].starts(with: label)
  }

  private func read(_ line: MinedLine, upTo label: Int, from start: Int) -> Statement? {
    let end = nameEnd(line, label)
    var begin = start
    while begin < line.scalars.count, line.scalars[begin].isOne(of: " ,是为叫作:\"“'") { begin += 1 }
    guard end > 0, begin < line.scalars.count, MinedLine.isLetter(line.scalars[begin]) else { return nil }
    var stop = begin
    while stop < line.scalars.count, MinedLine.isLatin(line.scalars[stop]) || line.scalars[stop] == " " { stop += 1 }
    let text = line.text(begin..<stop)
    let name = spelling.corrected(StatedName(latin: String(text.reversed().drop { " .".contains($0) }.reversed())))
    if HanScript.contains(line.scalars[end - 1]) {
      return judge.best(of: before.chinese(line, endingAt: end), for: name).map {
        Statement(names: [StatedName($0, .chinese), name], line: line.number)
      }
    }
    for own in before.latin(line, endingAt: end) {
      if judge.accepts(abbreviation: own, long: name.text) {
        let further = labelled(line, end - own.unicodeScalars.count, name)
        return Statement(names: [StatedName(own, .abbreviation), name] + further, line: line.number)
      }
      if judge.accepts(abbreviation: name.text, long: own) {
        return Statement(names: [StatedName(own, .english), name], line: line.number)
      }
    }
    return nil
  }

  /// Where the name before a label ends: `最终一致性对应的英文是…`.
  private func nameEnd(_ line: MinedLine, _ label: Int) -> Int {
    var end = label
    while end > 0, line.scalars[end - 1].isOne(of: " ,的其它是(") { end -= 1 }
    return line.scalars[..<end].suffix(2).elementsEqual("对应".unicodeScalars) ? end - 2 : end
  }

  /// `优雅停机，简称 GS，全称 Graceful Shutdown`: what another label before the abbreviation says.
  private func labelled(_ line: MinedLine, _ start: Int, _ long: StatedName) -> [StatedName] {
    var end = start
    while end > 0, line.scalars[end - 1].isOne(of: " 是为叫作:\"“'") { end -= 1 }
    guard let label = Self.labels.first(where: { line.scalars[..<end].suffix($0.count).elementsEqual($0) }) else { return [] }
    end = nameEnd(line, end - label.count)
    guard end > 0, HanScript.contains(line.scalars[end - 1]) else { return [] }
    return judge.best(of: before.chinese(line, endingAt: end), for: long).map { [StatedName($0, .chinese)] } ?? []
  }
}
