internal import HanText

/// Reads names that stand side by side without brackets: `门控循环单元GRU`, `RAG 检索增强生成`, `召回率/Recall`.
///
/// Nothing but the lexicon tells these from a phrase (`LoRA微调`): both names must be known as one concept's.
struct AppositionReader {
  let names: LexiconNames

  func statements(of line: MinedLine) -> [Statement] {
    var result: [Statement] = []
    let scalars = line.scalars
    for place in scalars.indices.dropFirst() {
      let (left, right) = (place, afterJoint(scalars, place))
      guard right < scalars.count else { continue }
      let (a, b) = (scalars[left - 1], scalars[right])
      if HanScript.contains(a), MinedLine.isLetter(b) {
        if let found = pair(line, chineseEnd: left, latinStart: right) { result.append(found) }
      } else if HanScript.contains(b), MinedLine.isLetter(a) || ("0"..."9").contains(a) {
        if let found = pair(line, latinEnd: left, chineseStart: right) { result.append(found) }
      }
    }
    return result
  }

  /// Where the second name begins: after a slash, one space, or a colon that has no other use on the line.
  private func afterJoint(_ scalars: [Unicode.Scalar], _ place: Int) -> Int {
    if scalars[place] == ":" { return place + 1 < scalars.count && scalars[place + 1] == " " ? place + 2 : place + 1 }
    return scalars[place] == "/" || scalars[place] == " " ? place + 1 : place
  }

  private func pair(_ line: MinedLine, chineseEnd: Int, latinStart: Int) -> Statement? {
    var end = latinStart
    while end < line.scalars.count, MinedLine.isLatin(line.scalars[end]) || line.scalars[end] == " " { end += 1 }
    while end > latinStart, line.scalars[end - 1] == " " { end -= 1 }
    let ends = wordEnds(line, latinStart, end)
    for stop in ends.reversed() {
      let concepts = Set(names.concepts(named: line.scalars[latinStart..<stop]))
      guard !concepts.isEmpty else { continue }
      var start = max(0, chineseEnd - 12)
      while start < chineseEnd - 1 {
        let chinese = line.scalars[start..<chineseEnd]
        if chinese.allSatisfy({ HanScript.contains($0) || $0 == "-" }), !concepts.isDisjoint(with: names.concepts(named: chinese)) {
          return Statement(
            names: [StatedName(line.text(start..<chineseEnd), .chinese), StatedName(latin: line.text(latinStart..<stop))], line: line.number
          )
        }
        start += 1
      }
      return nil
    }
    return nil
  }

  private func pair(_ line: MinedLine, latinEnd: Int, chineseStart: Int) -> Statement? {
    var start = latinEnd
    while start > 0, MinedLine.isLatin(line.scalars[start - 1]) || line.scalars[start - 1] == " " { start -= 1 }
    var begin = start
    while begin < latinEnd {
      let concepts = Set(names.concepts(named: line.scalars[begin..<latinEnd]))
      if !concepts.isEmpty {
        for stop in stride(from: min(line.scalars.count, chineseStart + 12), to: chineseStart + 1, by: -1) {
          let chinese = line.scalars[chineseStart..<stop]
          if chinese.allSatisfy(HanScript.contains), !concepts.isDisjoint(with: names.concepts(named: chinese)) {
            return Statement(
              names: [StatedName(latin: line.text(begin..<latinEnd)), StatedName(line.text(chineseStart..<stop), .chinese)],
              line: line.number)
          }
        }
        return nil
      }
      begin = line.scalars[begin..<latinEnd].firstIndex(of: " ").map { $0 + 1 } ?? latinEnd
    }
    return nil
  }

  private func wordEnds(_ line: MinedLine, _ start: Int, _ end: Int) -> [Int] {
    (start + 1..<max(end, start + 1)).filter { line.scalars[$0] == " " } + [end]
  }
}
