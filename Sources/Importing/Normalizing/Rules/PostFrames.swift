internal import HanText

extension NoiseRule {
  /// The frame that a site of questions or a forum draws around each post, whatever its words are: it is the same for all
  /// posts but for numbers and names, and stands apart each time. `18 票 2 回答`, `回答者 · 小林`, `有用 18 | 没用 1 | 分享`.
  /// Answers stand between frames: these weigh nothing for the lines beside them.
  static let postFrames = NoiseRule(id: "post-frame") { page in
    page.stripBorders()
    page.stripCountRows()
    page.stripRuns { $0.endsInName }
    page.stripRuns { $0.endsInRunningTime }
    page.stripRuns { $0.endsInAge }
    page.stripIcons()
    guard page.countsStandApart else { return }
    page.stripWhoLines()
    page.stripSignatures()
  }
}

extension NoisePage {
  /// The lines of boxes that are drawn around what people wrote: `┌────┐`.
  fileprivate mutating func stripBorders() {
    let inked = inked
    let boxed = inked.count { lines[$0].isBoxed && lines[$0].folded.key.count >= 8 }
    guard boxed >= 3 else { return }
    for index in inked where lines[index].isBorder {
      decide(index, .strip, "enclosure", "border of a box")
    }
  }

  /// Three short lines on end or more that end alike: what people said, each with a name behind it, and lessons with how long they run.
  fileprivate mutating func stripRuns(where endsAlike: (PageLine) -> Bool) {
    let inked = inked
    var order = 0
    while order < inked.count {
      let run = inked[order...].prefix { verdicts[$0] == nil && endsAlike(lines[$0]) }
      if run.count >= 3 {
        for index in run { decide(index, .strip, "comment-box", "one of \(run.count) lines that end alike") }
      }
      order += max(1, run.count)
    }
  }

  /// Rows of words and numbers that stand three times on the page, equal but for the numbers and apart from each other; and
  /// rows of which every word is known to be counted by sites.
  fileprivate mutating func stripCountRows() {
    let inked = inked
    var rows: [(form: UInt64, order: Int)] = []
    for (order, index) in inked.enumerated() where verdicts[index] == nil {
      guard let row = CountRow(lines[index]) else { continue }
      if row.counts >= 1, row.words.count >= 2, row.words.allSatisfy({ $0[0].isPictograph || isCounted($0) }) {
        decide(index, .strip, row.hasReaction ? "post-frame" : "counter", "a row of counters")
        if !row.hasReaction { weigh(index, 1.5, "counter", "a row of counters") }
      } else {
        if row.counts >= 2 || row.hasReaction || row.words.count >= 2 && row.words.contains(where: isCounted) {
          rows.append((LineHash.of(row.words.joined(separator: [" "])), order))
        }
      }
    }
    rows.sort { ($0.form, $0.order) < ($1.form, $1.order) }
    var start = 0
    while start < rows.count {
      let run = rows[start...].prefix { $0.form == rows[start].form }
      start += run.count
      // Results and logs have such lines on end.
      guard run.count >= 3, zip(run, run.dropFirst()).allSatisfy({ $1.order - $0.order >= 3 }) else { continue }
      for row in run {
        decide(inked[row.order], .strip, "post-frame", "\(run.count) times with other numbers")
      }
    }
  }

  /// `👁 12   ⭐ 收藏   📤 分享`: a row of pictures, each with a word or a number.
  fileprivate mutating func stripIcons() {
    for index in inked where verdicts[index] == nil && lines[index].folded.text.first?.isPictograph == true {
      let cells = lines[index].cells
      guard cells.count >= 3, cells.allSatisfy({ $0.count <= 10 && $0[0].isPictograph }) else { continue }
      decide(index, .strip, "counter", "a row of pictures")
      weigh(index, 1.5, "counter", "a row of pictures")
    }
  }

  func isCounted(_ word: [Unicode.Scalar]) -> Bool {
    // A word that is known with a number before or behind it is counted too.
    [word, word + ["1"], ["1"] + word].contains { key in
      rules.phrases.matches(in: key).contains {
        $0.isWhole && ["counter", "site-chrome", "menu-word", "comment-box"].contains(rules.phrases.groups[$0.group].rule)
      }
    }
  }

  /// Whether counters stand on the page three times with text between them.
  fileprivate var countsStandApart: Bool {
    var count = 0, hasText = true
    for index in inked {
      if isFrame(index) {
        if hasText { count += 1 }
        hasText = false
      } else if verdicts[index] == nil, lines[index].isProse || lines[index].asking.isQuestion {
        hasText = true
      }
      if count >= 3 { return true }
    }
    return false
  }

  /// `回答 2 · 小林`, `提问者：小林 · 3 月 5 日`: a word that begins several short lines, then a name.
  fileprivate mutating func stripWhoLines() {
    let inked = inked
    var groups: [[Unicode.Scalar]: [Int]] = [:]
    for (order, index) in inked.enumerated() where verdicts[index] == nil {
      if let word = lines[index].wordBeforeName { groups[word, default: []].append(order) }
    }
    for (_, orders) in groups.sorted(by: { $0.value[0] < $1.value[0] }) where orders.count >= 2 {
      let isDotted = orders.allSatisfy { lines[inked[$0]].folded.text.contains("·") }
      let below = orders.count { $0 > 0 && isFrame(inked[$0 - 1]) }
      guard isDotted && below > 0 || orders.count >= 3 && below * 3 >= orders.count * 2 else { continue }
      for order in orders {
        decide(inked[order], order < 24 ? .meta : .strip, "post-frame", "who wrote, \(orders.count) times")
      }
    }
  }

  private func isFrame(_ index: Int) -> Bool {
    verdicts[index].map { ["counter", "byline", "post-frame", "enclosure"].contains($0.rule) } ?? false
  }

  /// A line that stands beside frames again and again is somebody's signature.
  fileprivate mutating func stripSignatures() {
    let inked = inked
    var beside: [(key: UInt64, index: Int)] = []
    for (order, index) in inked.enumerated().dropFirst().dropLast() where verdicts[index] == nil {
      guard isFrame(inked[order - 1]) || isFrame(inked[order + 1]), lines[index].headingLevel == nil, !lines[index].isAskedOrAnswered,
        (6...40).contains(lines[index].folded.key.count)
      else { continue }
      beside.append((LineHash.of(lines[index].folded.key), index))
    }
    beside.sort { ($0.key, $0.index) < ($1.key, $1.index) }
    for (one, other) in zip(beside, beside.dropFirst()) where one.key == other.key {
      for index in [one.index, other.index] { decide(index, .strip, "post-frame", "a signature") }
    }
  }
}

/// Words and numbers by turns, as sites count: `18 票 2 回答`, `👍 31 举报 打赏`.
private struct CountRow {
  private(set) var words: [[Unicode.Scalar]] = []
  private(set) var counts = 0
  /// Whether a picture is counted.
  private(set) var hasReaction = false

  init?(_ line: PageLine) {
    let text = line.folded.text
    guard (4...60).contains(text.count), !line.isCode, !line.isTableRow, !line.isListItem, line.headingLevel == nil,
      line.marked.principal.map({ !$0.isNumbered || $0.delimiter == " " }) ?? true, text.contains(where: \.isASCIIDigit)
    else { return nil }
    var word: [Unicode.Scalar] = []
    var isNumber = false
    for (index, scalar) in text.enumerated() {
      if scalar.isASCIIDigit || isNumber && scalar.isOne(of: "kKwW万千+") {
        if !isNumber { counts += 1 }
        isNumber = true
      } else if isNumber, scalar.isOne(of: ".,"), index + 1 < text.count, text[index + 1].isASCIIDigit {
        continue
      } else if scalar.isWordlike || scalar.isPictograph {
        isNumber = false
        word.append(scalar.keyed)
        if word.count > 8 { return nil }
        continue
      } else if scalar.isOne(of: " |·•/…()") {
        isNumber = false
      } else {
        return nil
      }
      if !word.isEmpty { words.append(word) }
      word = []
    }
    if !word.isEmpty { words.append(word) }
    hasReaction = words.contains { $0[0].isPictograph }
    guard counts >= 1, (2...8).contains(words.count), words.count <= counts + 4 else { return nil }
    // `O 1`, `a 2`: names of variables.
    if words.contains(where: { $0.count == 1 && $0[0].isASCIILetter }) { return nil }
  }
}

extension PageLine {
  /// What stands in a box that is drawn with lines.
  fileprivate var isBoxed: Bool { FoldedLine.boxes(raw) }

  /// Nothing but lines that are drawn.
  var isBorder: Bool {
    folded.text.count >= 5 && folded.text.allSatisfy { (0x2500...0x257F).contains($0.value) || $0 == " " }
  }

  /// `写得好 —— 小林`
  fileprivate var endsInName: Bool {
    let text = folded.text
    guard (6...80).contains(text.count), !isCode, !isListItem, let dash = text.lastIndex(where: { $0 == "—" || $0 == "–" }) else {
      return false
    }
    let name = text[(dash + 1)...].drop { $0 == " " }
    return dash >= 4 && (1...10).contains(name.count) && name.allSatisfy { $0.isWordlike || $0 == " " }
      && text[..<dash].last.map { $0.isOne(of: "—– ") } ?? false && !text.prefix(3).contains("—")
  }

  /// `src  fix the build  3 weeks ago`: a file in a list of files.
  fileprivate var endsInAge: Bool {
    let words = folded.text.split(separator: " ").suffix(3)
    guard words.count == 3, words.last!.elementsEqual("ago".unicodeScalars), !isCode, (9...120).contains(folded.text.count) else {
      return false
    }
    let unit = String(words[words.startIndex + 1].map(\.keyed))
    return words.first!.allSatisfy(\.isASCIIDigit)
      && ["second", "minute", "hour", "day", "week", "month", "year"].contains { unit == $0 || unit == $0 + "s" }
  }

  /// `第 3 讲 … 25:40`, and a word or a sign behind it.
  fileprivate var endsInRunningTime: Bool {
    let text = folded.text
    guard (6...60).contains(text.count), !isCode, let colon = text.lastIndex(of: ":"), colon > 1, colon + 2 < text.count else {
      return false
    }
    let seconds = text[(colon + 1)...].prefix(while: \.isASCIIDigit), rest = text[seconds.endIndex...]
    let minutes = text[..<colon].reversed().prefix { $0.isASCIIDigit || $0 == ":" }
    return seconds.count == 2 && rest.count <= 5 && !rest.contains(where: \.isASCIIDigit) && (1...5).contains(minutes.count)
      && minutes.count + 2 < colon && text[colon - minutes.count - 1] == " "
      && text.prefix(colon).contains(where: { $0.isHan || $0.isASCIILetter })
      && stamp == nil
  }

  /// The word that says what a name did: before a dot, a colon or a number.
  fileprivate var wordBeforeName: [Unicode.Scalar]? {
    let text = folded.text
    guard (4...40).contains(text.count), !isCode, !isListItem, headingLevel == nil, !asking.contains(.mark),
      !isAskedOrAnswered || marked.isAnswer,
      !text.contains(where: { $0.isOne(of: "。;?!=") })
    else { return nil }
    let content = text.drop { !$0.isWordlike }
    let word = content.prefix { $0.isWordlike && !$0.isASCIIDigit }
    guard (2...8).contains(word.count), let sign = content[word.endIndex...].first(where: { $0 != " " && !$0.isASCIIDigit }),
      sign == "·" || !marked.isAnswer && (sign == ":" || sign == "|")
    else { return nil }
    return word.map(\.keyed)
  }
}
