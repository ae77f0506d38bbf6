internal import HanText

extension NoiseRule {
  /// What a page repeats by itself between parts of its text, whatever it says: the head and foot of printed pages with
  /// their numbers (`后端小抄 v2`, `3 / 12`), the buttons below each post in the same order, the fields of each question
  /// (`难度：中等 通过率：48%`).
  static let repeatedFrames = NoiseRule(id: "repeated-frame") { page in
    guard let first = page.lines.first, first.hint == nil else { return }
    page.stripPageNumbers()
    page.stripTimeCodes()
    page.stripRepeatedButtons()
    page.stripRepeatedRows()
    page.stripRepeatedFields()
  }
}

extension NoisePage {
  /// Numbers of printed pages in ascending order, three or more and apart, and the lines that stand beside most of them.
  fileprivate mutating func stripPageNumbers() {
    let inked = inked
    var numbers: [(order: Int, number: Int)] = []
    for (order, index) in inked.enumerated() where verdicts[index] == nil {
      guard let number = lines[index].pageNumber else { continue }
      // A list of numbers on end is something else, and so is one that jumps.
      if let last = numbers.last, number != last.number + 1 || order - last.order < 3 { continue }
      numbers.append((order, number))
    }
    guard numbers.count >= 3 || numbers.count == 2 && numbers.allSatisfy({ lines[inked[$0.order]].isSurelyPageNumber }) else { return }
    var beside: [UInt64: [Int]] = [:]
    for (order, _) in numbers {
      decide(inked[order], .strip, "repeated-frame", "number of a printed page")
      for other in [order - 1, order + 1] where inked.indices.contains(other) && isFrameLabel(inked[other]) {
        beside[LineHash.of(lines[inked[other]].folded.key), default: []].append(inked[other])
      }
    }
    for (_, indices) in beside.sorted(by: { $0.value[0] < $1.value[0] }) where indices.count >= 2 && indices.count * 2 >= numbers.count {
      for index in indices { decide(index, .strip, "repeated-frame", "head or foot of \(indices.count) printed pages") }
    }
  }

  /// `00:02:41` on lines of their own, three or more in ascending order: where in a recording a text was said.
  fileprivate mutating func stripTimeCodes() {
    let codes = inked.compactMap { index in lines[index].timeCode.map { (index, $0) } }
    guard codes.count >= 3, zip(codes, codes.dropFirst()).allSatisfy({ $0.1 < $1.1 }) else { return }
    for (index, _) in codes { decide(index, .strip, "repeated-frame", "time code") }
  }

  /// Two labels that follow each other three times or more with text between: `赞`, `回复`. Numbers between them may differ.
  fileprivate mutating func stripRepeatedButtons() {
    let inked = inked
    let forms = inked.map { isFrameLabel($0) ? LineHash.of(lines[$0].folded.key.filter { !$0.isASCIIDigit }) : nil }
    var pairs: [UInt64: [Int]] = [:]
    for order in inked.indices.dropLast() {
      guard let one = forms[order], let two = forms[order + 1], one != two else { continue }
      pairs[one &* LineHash.prime ^ two, default: []].append(order)
    }
    for (_, orders) in pairs.sorted(by: { $0.value[0] < $1.value[0] }) where orders.count >= 3 {
      guard zip(orders, orders.dropFirst()).allSatisfy({ $1 - $0 >= 3 }) else { continue }
      for order in orders {
        for index in inked[order...(order + 1)] { decide(index, .strip, "post-frame", "\(orders.count) times in this order") }
      }
    }
  }

  /// A row of words with a number, four times or more, nearly always right above what is asked next: `纠错 收藏 42 人讨论`.
  fileprivate mutating func stripRepeatedRows() {
    let inked = inked
    var rows: [UInt64: [Int]] = [:]
    for (order, index) in inked.enumerated() where verdicts[index] == nil && isFrameLabel(index) && lines[index].isRowWithNumber {
      rows[LineHash.of(lines[index].folded.key.filter { !$0.isASCIIDigit }), default: []].append(order)
    }
    for (_, orders) in rows.sorted(by: { $0.value[0] < $1.value[0] }) where orders.count >= 4 {
      let last = orders.count { $0 + 1 == inked.count || lines[inked[$0 + 1]].isAskedOrAnswered || isStripped(inked[$0 + 1]) }
      guard last * 4 >= orders.count * 3, zip(orders, orders.dropFirst()).allSatisfy({ $1 - $0 >= 2 }) else { continue }
      for order in orders { decide(inked[order], .strip, "post-frame", "\(orders.count) times above a question") }
    }
  }

  /// Rows of two fields or more with short values whose names are the same three times and apart.
  fileprivate mutating func stripRepeatedFields() {
    let inked = inked
    var rows: [UInt64: [Int]] = [:], known: Set<UInt64> = []
    for (order, index) in inked.enumerated() where verdicts[index] == nil {
      if let (names, isKnown) = lines[index].fieldNames(rules.fields.questionFields) {
        rows[names, default: []].append(order)
        if isKnown { known.insert(names) }
      }
    }
    for (names, orders) in rows.sorted(by: { $0.value[0] < $1.value[0] }) where orders.count >= (known.contains(names) ? 2 : 3) {
      guard zip(orders, orders.dropFirst()).allSatisfy({ $1 - $0 >= 2 }),
        orders.allSatisfy({ $0 > 0 && lines[inked[$0 - 1]].isAskedOrAnswered || isStripped(inked[max(0, $0 - 1)]) })
      else { continue }
      for order in orders { decide(inked[order], .strip, "post-frame", "fields of a question, \(orders.count) times") }
    }
  }

  private func isFrameLabel(_ index: Int) -> Bool {
    guard verdicts[index] == nil || isStripped(index) else { return false }
    let line = lines[index]
    return (1...24).contains(line.folded.key.count) && line.headingLevel == nil && !line.isListItem && !line.isCode
      && !line.asking.isQuestion
      && line.marked.markers.allSatisfy { $0.delimiter == " " } && line.lastScalar != ":"
      && !line.folded.text.contains { $0.isOne(of: "。,;?!=(){}[]<>\"'`") }
  }
}

extension PageLine {
  /// `https://example.org/post/ 1/5`
  private var numberBelowAddress: Int? {
    guard folded.text.count <= 160, folded.text.starts(with: "http".unicodeScalars), let space = folded.text.lastIndex(of: " ") else {
      return nil
    }
    let numbers = folded.text[(space + 1)...].split(separator: "/", omittingEmptySubsequences: false).map { Int(String(scalars: $0)) }
    return numbers.count == 2 && numbers[1] != nil ? numbers[0] : nil
  }

  /// Seconds of `00:02:41` or `2:41`.
  fileprivate var timeCode: Int? {
    guard (4...10).contains(folded.text.count), !isCode else { return nil }
    let text = folded.text.first == "[" && folded.text.last == "]" ? folded.text.dropFirst().dropLast() : folded.text[...]
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int(String(scalars: $0)) }
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0 != nil }) else { return nil }
    return parts.reduce(0) { $0 * 60 + $1! }
  }

  fileprivate var isSurelyPageNumber: Bool { isSignedOnBothSides || numberBelowAddress != nil }

  /// `· 3 ·`
  private var isSignedOnBothSides: Bool { folded.text.first == folded.text.last && folded.text.first?.isWordlike == false }

  fileprivate var isRowWithNumber: Bool { folded.text.contains(" ") && folded.key.contains(where: \.isASCIIDigit) }

  /// `3 / 12`, `- 3 -`, `· 3 ·`, `第 3 页 共 12 页`, `Page 3 of 12`: a number, its total, and words for pages alone.
  fileprivate var pageNumber: Int? {
    guard !isCode, let digit = folded.text.firstIndex(where: \.isASCIIDigit) else { return nil }
    // What a browser prints below a page: its address, and which of how many pages it is.
    if let number = numberBelowAddress { return number }
    guard (3...24).contains(folded.text.count) else { return nil }
    let word = String(scalars: folded.key.filter { !$0.isASCIIDigit })
    let isMarked = folded.text.contains("/") || isSignedOnBothSides
    guard word.isEmpty ? isMarked : ["第页", "第页共页", "页", "共页第页", "page", "pageof", "p"].contains(word) else { return nil }
    return Int(String(scalars: folded.text[digit...].prefix(while: \.isASCIIDigit)))
  }

  /// A hash of the names in `难度：中等 通过率：48%`, and whether all of them are known to be fields of questions. One field alone must be.
  fileprivate func fieldNames(_ known: Set<String>) -> (hash: UInt64, areKnown: Bool)? {
    guard (4...60).contains(folded.text.count), !isCode, !isListItem, headingLevel == nil, !marked.isAnswer, !marked.isQuestion,
      !folded.text.contains(where: { $0.isOne(of: "。;?!={}\"") }), folded.text.contains(where: { $0.isOne(of: ":★☆⭐") })
    else { return nil }
    var names: [Unicode.Scalar] = [], fields = 0, areKnown = true
    var cells = folded.text.split(whereSeparator: { $0.isOne(of: "|·") })
    if cells.count == 1 { cells = folded.text.split(separator: " ") }
    for cell in cells {
      let cell = cell.drop { !$0.isWordlike }
      let name = cell.prefix { $0.isHan || $0.isASCIILetter }
      let value = cell[name.endIndex...].drop { $0 == " " }
      guard (2...12).contains(name.count), value.count <= 16, let sign = value.first, sign == ":" || sign.isOne(of: "★☆⭐") else {
        // `标签：网络, 缓存`, of which each name is a cell.
        if fields == 1, cell.count <= 12, areKnown { continue }
        return nil
      }
      names += name.map(\.keyed) + [":"]
      fields += 1
      areKnown = areKnown && known.contains(String(scalars: name.map(\.keyed)))
    }
    guard fields >= 2 || fields == 1 && areKnown else { return nil }
    return (LineHash.of(names), areKnown)
  }
}
