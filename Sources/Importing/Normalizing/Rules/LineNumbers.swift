extension NoiseRule {
  /// The numbers that a site draws beside a program, which text has on lines of their own: 1, 2, 3 and on, and the buttons
  /// above them.
  static let lineNumbers = NoiseRule(id: "line-numbers") { page in
    let inked = page.inked
    var order = 0
    while order < inked.count {
      guard page.lines[inked[order]].bareNumber == 1 else {
        order += 1
        continue
      }
      var end = order
      while end < inked.count, page.lines[inked[end]].bareNumber == end - order + 1 { end += 1 }
      if end - order >= 3, page.stand(beside: end - order, linesFrom: end, above: order, in: inked) {
        for index in inked[order..<end] { page.decide(index, .strip, "line-numbers", "1 to \(end - order)") }
        // The name of the language.
        if order >= 2, page.isStripped(inked[order - 2]), page.isLabel(inked[order - 1], longest: 12) {
          page.decide(inked[order - 1], .strip, "line-numbers", "above the numbers")
        }
      }
      order = end
    }
  }
}

extension NoisePage {
  /// Whether numbers stand beside a program: a button of the site above them, or code below. Else they are what it prints.
  fileprivate func stand(beside count: Int, linesFrom end: Int, above order: Int, in inked: [Int]) -> Bool {
    if inked[max(0, order - 2)..<order].contains(where: { isStripped($0) }) { return true }
    let below = inked[end...].prefix(count)
    return below.count(where: { lines[$0].isCode }) * 2 >= count
  }
}

extension PageLine {
  fileprivate var bareNumber: Int? {
    let digits = folded.text.last == "." ? folded.text.dropLast() : folded.text[...]
    guard (1...3).contains(digits.count), digits.allSatisfy(\.isASCIIDigit), !isCode else { return nil }
    return Int(String(digits))
  }
}
