/// A list that a page glued into one line: `1、采样 2、训练 3、评估`, `分三步：1. 采样；2. 训练；3. 评估`.
enum GluedList {
  /// `false` is certain, and soon known.
  static func mayBe(_ line: BodyLine) -> Bool {
    switch line.shape {
    case .item(_, ordinal: 1), .paragraph: line.text.utf8.contains(UInt8(ascii: "2")) && line.text.utf8.contains(UInt8(ascii: "3"))
    default: false
    }
  }

  /// The line, or the lead-in and the items that it is made of. There are three at least, counted from one in one style: fewer
  /// may be versions or sections.
  static func split(_ line: BodyLine) -> [BodyLine] {
    guard mayBe(line) else { return [line] }
    switch line.shape {
    case .item(let indent, ordinal: 1):
      guard let parts = parts(of: line.text[...], mark: nil) else { return [line] }
      return items(parts, of: line, indent: indent)
    case .paragraph:
      guard let start = start(in: line.text) else { return [line] }
      let lead = line.text[..<start.lowerBound], rest = line.text[start.upperBound...]
      guard isWhole(lead), let parts = parts(of: rest, mark: line.text[line.text.index(before: start.upperBound)]),
        // Sentences behind the list would stand in its last item.
        parts.allSatisfy({ !$0.dropLast().contains("。") })
      else { return [line] }
      var head = line
      head.text = trimmed(lead)
      return [head] + items(parts, of: line, indent: 0)
    default: return [line]
    }
  }

  private static func items(_ parts: [Substring], of line: BodyLine, indent: Int) -> [BodyLine] {
    parts.enumerated().map { index, part in
      BodyLine(
        number: line.number, shape: .item(indent: indent, ordinal: index + 1), text: trimmed(part),
        startsBlock: line.startsBlock && index == 0, containers: line.containers)
    }
  }

  /// `1、` behind a colon.
  private static func start(in text: String) -> Range<Substring.Index>? {
    var previous: Character?
    for index in text.indices {
      if text[index] == "1", previous == "：" || previous == ":" {
        let mark = text.index(after: index)
        if mark < text.endIndex, marks.contains(text[mark]) { return index..<text.index(after: mark) }
      }
      if !text[index].isWhitespace { previous = text[index] }
    }
    return nil
  }

  /// What stands between `2、`, `3、` and so on.
  private static func parts(of text: Substring, mark: Character?) -> [Substring]? {
    var parts: [Substring] = []
    var mark = mark
    var start = text.startIndex, previous: Character?
    var index = text.startIndex
    while index < text.endIndex {
      let number = "\(parts.count + 2)"
      if let before = previous, before.isWhitespace || "；;。".contains(before), text[index...].hasPrefix(number) {
        let sign = text.index(index, offsetBy: number.count)
        if sign < text.endIndex, marks.contains(text[sign]), mark == nil || mark == text[sign], isWhole(text[start..<index]) {
          let after = text.index(after: sign)
          if after < text.endIndex, !text[after].isNumber {
            parts.append(text[start..<index])
            (mark, start, index, previous) = (text[sign], after, after, nil)
            continue
          }
        }
      }
      previous = text[index]
      index = text.index(after: index)
    }
    parts.append(text[start...])
    return parts.count >= 3 && parts.allSatisfy { !trimmed($0).isEmpty } ? parts : nil
  }

  private static let marks: Set<Character> = ["、", ".", "．", ")", "）"]

  /// Whether no code, formula or bracket is cut.
  private static func isWhole(_ text: Substring) -> Bool {
    func count(_ characters: String) -> Int { text.count { characters.contains($0) } }
    return count("`").isMultiple(of: 2) && count("$").isMultiple(of: 2) && count("*").isMultiple(of: 2)
      && count("(（[【") == count(")）]】")
  }

  private static func trimmed(_ text: Substring) -> String { text.trimmingSpace() }
}
