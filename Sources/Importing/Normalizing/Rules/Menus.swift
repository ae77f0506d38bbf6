internal import HanText

extension NoiseRule {
  /// The site's menu on one line of text, at either end of a page: `首页 专栏 登录 注册`, `关于 · 帮助 · 博客`; and anywhere a
  /// row of nothing but buttons, wide apart: `回复  举报`.
  static let menus = NoiseRule(id: "site-chrome") { page in
    let inked = page.inked
    for (order, index) in inked.enumerated() where page.verdicts[index] == nil {
      let isAtEnd = order < reach || order >= inked.count - reach
      guard isAtEnd && page.isMenu(index) || page.isRowOfButtons(index) else { continue }
      page.decide(index, .strip, "site-chrome", "a row of buttons")
      page.weigh(index, 1.5, "site-chrome", "a row of buttons")
    }
    page.stripPaths()
    page.stripPagers()
  }

  private static let reach = 8
}

extension NoisePage {
  /// `← 上一章` and `下一章 →`, whatever the neighbours are called.
  fileprivate mutating func stripPagers() {
    let inked = inked
    if let first = inked.first, verdicts[first] == nil, lines[first].pointsBack, !lines[first].isAskedOrAnswered {
      decide(first, .strip, "site-chrome", "the way back")
      weigh(first, 1.5, "site-chrome", "the way back")
    }
    for (first, second) in zip(inked, inked.dropFirst()) where lines[first].pointsBack && lines[second].pointsOn {
      for index in [first, second] {
        decide(index, .strip, "site-chrome", "neighbours of the page")
        weigh(index, 1.5, "site-chrome", "neighbours of the page")
      }
    }
  }

  /// Where on the site the page stands: `首页 › 板块 › 正文` above all text or below it.
  fileprivate mutating func stripPaths() {
    let inked = inked
    let text = inked.firstIndex { lines[$0].isProse || lines[$0].isCode } ?? inked.count
    for index in inked.prefix(min(24, text)) + inked.suffix(3) where verdicts[index] == nil && lines[index].isPathOfNames {
      decide(index, .strip, "site-chrome", "where the page stands")
      weigh(index, 1.5, "site-chrome", "where the page stands")
    }
  }

  /// Three words or more, two thirds of them such as buttons and menus have.
  fileprivate func isMenu(_ index: Int) -> Bool {
    let line = lines[index]
    let text = line.folded.text
    guard text.count <= 100, !line.isCode, !line.isListItem, line.headingLevel == nil, line.marked.markers.isEmpty else { return false }
    guard !text.contains(where: { $0.isOne(of: ",。;?!:、=`") }) else { return false }
    // `Code   Issues 14   Pull requests 2`: what stands wide apart has several words.
    let cells = line.cells
    if cells.count >= 3 && areKnown(cells) || isRowOfButtons(index) { return true }
    // A site has more sections than a list of words knows; so many names wide apart are no text.
    if cells.count >= 6, cells.allSatisfy({ $0.count <= 10 }), cells.count(where: isKnownWord) * 4 >= cells.count { return true }
    let separators = text.count { $0.isOne(of: " |·>/•") }
    guard separators >= 2 else { return false }
    let words = text.split { $0.isOne(of: " |·>/•") }.map { $0.filter(\.isWordlike).map(\.keyed) }.filter { !$0.isEmpty }
    guard words.count >= 3, words.allSatisfy({ $0.count <= 12 }) else { return false }
    let known = words.count(where: isKnownWord)
    if known >= 2, known * 3 >= words.count * 2 { return true }
    if known >= 1, index == inked.first, text.count(where: { $0 == "|" }) >= 2 { return true }
    // Above all else so many short words are a menu if one of them is known.
    return known >= 1 && words.count >= 6 && index == inked.first && rules.wording.titleWords(line.folded.key) == 0
  }

  /// Two words or more, each a whole button.
  fileprivate func isRowOfButtons(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.folded.length <= 40, !line.isCode, !line.isListItem, line.headingLevel == nil, line.marked.markers.isEmpty else {
      return false
    }
    let cells = line.cells
    return cells.count >= 2 && cells.allSatisfy(isKnownWord)
  }

  private func areKnown(_ cells: [[Unicode.Scalar]]) -> Bool {
    let known = cells.count(where: isKnownWord)
    return known >= 2 && known * 3 >= cells.count * 2
  }

  private func isKnownWord(_ word: [Unicode.Scalar]) -> Bool {
    rules.phrases.matches(in: word).contains { $0.isWhole && Self.menuRules.contains(rules.phrases.groups[$0.group].rule) }
  }

  private static let menuRules: Set<String> = ["site-chrome", "menu-word", "counter", "login-box", "comment-box"]
}

extension PageLine {
  /// What stands on the line with two spaces between or more, as keys.
  var cells: [[Unicode.Scalar]] {
    guard hint == nil, folded.length <= 200 else { return [] }
    var cells: [[Unicode.Scalar]] = [[]]
    var spaces = 0
    for scalar in raw.unicodeScalars {
      if scalar.isSpace {
        spaces += scalar == " " ? 1 : 2
        continue
      }
      if spaces >= 2, cells[cells.count - 1] != [] { cells.append([]) }
      spaces = 0
      let folded = WidthFolding.fold(scalar)
      if folded.isWordlike || folded.isPictograph { cells[cells.count - 1].append(folded.keyed) }
    }
    return cells.filter { !$0.isEmpty }
  }

  /// Short names parted by arrows, three or more.
  fileprivate var isPathOfNames: Bool {
    let text = folded.text
    guard (7...80).contains(text.count), !isCode, headingLevel == nil, !isListItem, !asking.contains(.mark) else { return false }
    let names = text.split { $0.isOne(of: "›>»") }.map { $0.filter { $0 != " " } }
    return names.count >= 3 && text.count(where: { $0.isOne(of: "›>»") }) == names.count - 1
      && names.allSatisfy { $0.count <= 16 && $0.contains(where: \.isWordlike) && !$0.contains { $0.isOne(of: ",。;?!:=()\"'") } }
  }

  fileprivate var pointsBack: Bool {
    (folded.text.first.map { $0.isOne(of: "←‹<") } == true || folded.text.prefix(12).contains("«")) && folded.text.count <= 60
      && folded.key.count >= 2 && !isCode && !isProse
  }

  fileprivate var pointsOn: Bool {
    folded.text.last.map { $0.isOne(of: "→»›>") } == true && folded.text.count <= 60 && folded.key.count >= 2 && !isCode && !isProse
  }
}
