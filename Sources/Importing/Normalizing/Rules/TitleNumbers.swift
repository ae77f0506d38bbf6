internal import HanText

extension NoiseRule {
  /// `01`, `02` on lines of their own, each above a title, of which half ask: what a writer draws, not what he says.
  static let titleNumbers = NoiseRule(id: "title-number") { page in
    let kept = page.inked.filter { page.verdicts[$0] == nil || page.verdicts[$0]?.action == .keep }
    var numbers: [Int] = []
    var asking = 0
    for (number, title) in zip(kept, kept.dropFirst()) {
      let text = page.lines[number].folded.text
      guard (1...2).contains(text.count), text.allSatisfy(\.isASCIIDigit), Int(String(text)) == numbers.count + 1,
        !page.lines[number].isCode, page.mayBeNumbered(title), title != kept.last
      else { continue }
      numbers.append(number)
      if page.lines[title].asking.isQuestion { asking += 1 }
    }
    guard numbers.count >= 3, asking * 2 >= numbers.count else { return }
    for index in numbers { page.decide(index, .strip, "title-number", page.lines[index].folded.string) }
  }
}

extension NoisePage {
  fileprivate func mayBeNumbered(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.content.count <= 60, let last = line.lastScalar, !last.isOne(of: "。;:,") else { return false }
    return !line.content.allSatisfy(\.isASCIIDigit) && !line.isCode && !line.isObject
  }
}
