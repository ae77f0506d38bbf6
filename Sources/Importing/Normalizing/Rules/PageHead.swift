internal import HanText

extension NoiseRule {
  /// What stands around a page's title in text that lost its markup: the site's menu above it, names, counters and tags
  /// below. No list of words knows them all; that the title is found amid lines that are known tells the others.
  static let pageHead = NoiseRule(id: "page-head") { page in
    let inked = page.inked
    guard let first = inked.first, page.document.format == .text else { return }
    let head = page.head
    let isFirst =
      !page.isKnownChrome(first) && !page.isStripped(first) && page.lines[first].folded.key.count >= 8 && !page.lines[first].isPath
    var title = page.title(among: Array(head), above: inked[head.count...])
    if title == nil, !head.isEmpty {
      // It may be the first line below the last button, above the text.
      let below = inked[head.count...].prefix(3).prefix { !page.opensText($0) || page.isStripped($0) }
      title = page.title(among: Array(inked[..<below.endIndex]), above: inked[head.count...])
    }
    title = title ?? (isFirst ? first : nil)
    if let title {
      for index in inked[head.count...].prefix(3) where index < title && page.isMenuLabel(index) {
        page.weigh(index, 1.2, "page-head", "between the menu and the title")
      }
    }
    if let again = title {
      let key = page.lines[again].folded.key
      title = page.titleAmong(inked.filter { page.lines[$0].folded.key == key && !page.isStripped($0) }, head: head)
      for index in head where index != title && title != nil && page.lines[index].folded.key == key {
        page.decide(index, .strip, "byline", "the title of line \(page.lines[title!].number) again")
      }
    }
    for index in head where title.map({ index < $0 }) ?? true && page.isMenuLabel(index) {
      page.weigh(index, 1.2, "page-head", "in the menu above the title")
    }
    if let title, !head.isEmpty {
      if title > first { page.decide(title, .keep, "content", "title of the page") }
      for index in head where index < title && page.isMenuLabel(index) && !page.isOneOfQuestions(title) {
        page.decide(index, .strip, "page-head", "above the title")
      }
      page.stripBylines(head.drop { $0 <= title }, title: title)
    }
    page.weighOpeningLabels(except: title)
  }
}

extension NoisePage {
  /// Noise, or likely to be. An advertisement in a text tells nothing of where the text begins.
  func isKnownChrome(_ index: Int) -> Bool {
    verdicts[index]?.rule != "call" && evidence[index]?.rule != "call" && (isNoise(index) || weights[index] >= 1)
  }

  /// The lines above the text: up to the last of a page's first that is known to be no part of it, where no more than one
  /// line of text, which a title or a summary may be, stands between two that are known.
  var head: ArraySlice<Int> {
    let inked = inked
    var end = 0, texts = 0
    for (order, index) in inked.prefix(Self.headReach).enumerated() {
      if isKnownChrome(index) || isMenuWord(index) {
        (end, texts) = (order + 1, 0)
      } else if opensText(index) {
        // A question above the text, below buttons, may be the title.
        if texts > 0 || end < 3 || !lines[index].asking.contains(.mark) { texts += 1 }
        if texts > 1 { break }
      } else if order - end >= Self.longestGap {
        break
      }
    }
    return inked[..<end]
  }

  /// Of several places of the title in a page's head the first, unless it is the end of a path or an entry of a menu: then
  /// the last, with no byline between.
  fileprivate func titleAmong(_ places: [Int], head: ArraySlice<Int>) -> Int? {
    guard let first = places.first, let last = places.last(where: { head.contains($0) }), last > first else { return places.first }
    let between = head.filter { $0 > first && $0 < last }
    if between.contains(where: { ["byline", "origin"].contains(verdicts[$0]?.rule) }) { return first }
    let endsPath = preceding(first).map { lines[$0].folded.key.isEmpty && lines[$0].folded.text.count == 1 } ?? false
    let isEntry = head.count { $0 < first } >= 3 && between.count(where: { !isStripped($0) && isMenuLabel($0) }) * 2 > between.count
    return endsPath || isEntry ? last : first
  }

  /// Whether what seems to be the title is the first of several questions: then a name above may be the page's own.
  fileprivate func isOneOfQuestions(_ index: Int) -> Bool {
    lines[index].asking.contains(.mark)
      && inked.count { $0 != index && lines[$0].asking.contains(.mark) && lines[$0].folded.length <= 60 } >= 2
  }

  private func isMenuWord(_ index: Int) -> Bool {
    lines[index].matches.contains { $0.isWhole && rules.phrases.groups[$0.group].rule == "menu-word" }
  }

  private static let headReach = 64
  private static let longestGap = 10

  /// Prose, code, or a marked line: what menus do not have.
  fileprivate func opensText(_ index: Int) -> Bool {
    let line = lines[index]
    return line.isProse || line.isCode || !line.marked.markers.isEmpty && !line.isListItem
  }

  /// Short and plain: a name, a button, a tag.
  func isLabel(_ index: Int, longest: Int) -> Bool {
    let line = lines[index]
    guard line.hint == nil, line.marked.markers.allSatisfy({ $0.family == .pictograph }), !line.asking.isQuestion,
      line.folded.key.count <= longest, !line.isCode,
      !line.folded.text.contains(where: { $0.isOne(of: ",。;!?") })
    else { return false }
    return line.lastScalar != ":"
  }

  /// A label, one of a list of labels, or a row of them.
  fileprivate func isMenuLabel(_ index: Int) -> Bool {
    if isStripped(index) || isPartLabel(index) { return false }
    let line = lines[index]
    return isLabel(index, longest: 24) || isLabel(index, longest: 60) && line.isRowOfWords || line.isListItem && line.content.count <= 16
      || line.isLinkAlone
  }

  /// `PART 1 …` where `PART 2 …` follows: the text's own heading.
  private func isPartLabel(_ index: Int) -> Bool {
    func word(_ line: PageLine) -> ArraySlice<Unicode.Scalar>? {
      let word = line.folded.key.prefix { !$0.isASCIIDigit && !$0.isOne(of: "一二三四五六七八九十") }
      guard word.count <= 8, word.count < line.folded.key.count else { return nil }
      return word
    }
    guard lines[index].folded.key.count <= 24, lines[index].folded.key.first?.isASCIIDigit == false, let own = word(lines[index]),
      !own.isEmpty
    else { return false }
    let key = lines[index].folded.key
    return lines[(index + 1)...].contains { line in
      line.folded.key.count <= 24 && line.folded.key != key && word(line).map { $0.elementsEqual(own) } ?? false && line.stamp == nil
    }
  }

  /// Six labels on end or more that a page begins with are a menu, whatever they are called.
  fileprivate mutating func weighOpeningLabels(except title: Int?) {
    let inked = inked
    // The site's name and motto may stand above.
    let start = inked.prefix(3).firstIndex { isStripped($0) || isLabel($0, longest: 12) } ?? 0
    var labels = inked[start...].prefix { isStripped($0) || $0 != title && isLabel($0, longest: 12) && !isPartLabel($0) }
    // `01` above a question is the question's.
    while let last = labels.last, !isStripped(last), lines[last].folded.key.allSatisfy(\.isASCIIDigit) { labels.removeLast() }
    guard labels.count >= 6, labels.endIndex < inked.count else { return }
    // The only one that is worded like a title is it.
    let named =
      title == nil
      ? labels.filter { label in
        let line = lines[label]
        return !isStripped(label) && !line.isPath && line.folded.key.count >= 5 && rules.wording.titleWords(line.folded.key) > 0
      } : []
    if named.count == 1 { decide(named[0], .keep, "content", "title of the page") }
    // The last may be the page's title or its first heading.
    for index in labels.dropLast(title == nil ? 1 : 0) where !isStripped(index) && weights[index] < 1.2 {
      weigh(index, 1.2, "page-head", "one of \(labels.count) labels that the page begins with")
    }
  }

  /// `title`, `name of the author`, `2024-05-06`: labels between the title and what is known to be no part of the text, and
  /// the tags that follow it.
  fileprivate mutating func stripBylines(_ below: ArraySlice<Int>, title: Int) {
    let labels = below.prefix { isKnownChrome($0) || isStripped($0) || isLabel($0, longest: 20) || lines[$0].isLinkAlone }
    let last = labels.last { isStripped($0) }
    for index in labels where !isStripped(index) {
      if let last, index < last, !isPartLabel(index) { decide(index, .strip, "byline", "between the title and line \(lines[last].number)") }
    }
    // What stands below a question answers it.
    for index in below.prefix(16).prefix(while: { !lines[$0].isAskedOrAnswered }) where isLabel(index, longest: 20) && !isPartLabel(index) {
      weigh(index, 1, "byline", "below the title")
    }
    // Three labels on end above prose are tags; one is a heading.
    guard let end = below.last ?? Optional(title), labels.count == below.count, !below.isEmpty else { return }
    let inked = inked
    guard let next = inked.firstIndex(where: { $0 > end }) else { return }
    let tags = inked[next...].prefix { isLabel($0, longest: 10) }
    // A label that stands twice is an entry of a contents list and its heading.
    guard tags.count >= 3, Set(tags.map { lines[$0].folded.key }).count == tags.count, let after = following(tags.last!),
      lines[after].isProse || lines[after].isAskedOrAnswered
    else { return }
    for index in tags { decide(index, .strip, "byline", "tags below the title") }
  }
}

extension PageLine {
  /// Whether a line of text is nothing but links, as Markdown writes them.
  var isLinkAlone: Bool {
    guard hint == nil, folded.text.count(where: { $0 == "]" }) >= 1, !isCode else { return false }
    var depth = 0, outside = 0, index = 0
    let text = folded.text
    while index < text.count {
      let scalar = text[index]
      if scalar == "[" || scalar == "(" && (depth > 0 || index > 0 && text[index - 1] == "]") {
        depth += 1
      } else if scalar == "]" || scalar == ")" {
        depth = max(0, depth - 1)
      } else if depth == 0, scalar.isWordlike {
        outside += 1
      }
      index += 1
    }
    return outside == 0 && text.contains("(")
  }
}

extension PageLine {
  /// Four short words or more, as a menu has them.
  fileprivate var isRowOfWords: Bool {
    let words = folded.text.split(separator: " ")
    return words.count >= 4 && words.allSatisfy { $0.count <= 8 }
  }
}
