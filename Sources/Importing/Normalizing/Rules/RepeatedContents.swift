internal import HanText

extension NoiseRule {
  /// A table of contents in the text: three lines or more on end, each of which stands again later, in the same
  /// order; two, if a label stands above them.
  static let repeatedContents = NoiseRule(id: "contents-list") { page in
    page.stripAnchorLists()
    let inked = page.inked
    var places: [UInt64: [Int]] = [:]
    var hashes: [UInt64?] = []
    for (order, index) in inked.enumerated() {
      let line = page.lines[index]
      // Buttons stand above and below an article, and tell nothing of its contents.
      let isButton = page.isStripped(index) || page.weights[index] >= 1
      let isShort = !isButton && line.content.count <= 80 && !line.isCode && !line.isObject && line.mayBeEntry
      let key = isShort ? line.contentKey : []
      let hash = key.count >= 2 || !key.isEmpty && line.folded.key.count >= 2 ? LineHash.of(key) : nil
      hashes.append(hash)
      if let hash { places[hash, default: []].append(order) }
    }
    /// Where the line of an entry stands again after `order`.
    func again(_ order: Int, after: Int) -> Int? {
      guard let hash = hashes[order], let orders = places[hash] else { return nil }
      let beyond = orders.bisected { $0 > after }
      return beyond < orders.count ? orders[beyond] : nil
    }
    var order = 0
    while order < inked.count {
      guard let first = again(order, after: order) else {
        order += 1
        continue
      }
      var end = order + 1
      var last = first
      while end < first, let next = again(end, after: last) {
        last = next
        end += 1
      }
      // The entries stand together, their sections apart.
      let isLabelled = order > 0 && page.isContentsLabel(inked[order - 1])
      if end - order >= (isLabelled ? 2 : 3), end <= first, last - first >= 2 * (end - order - 1) {
        for entry in order..<end {
          page.decide(inked[entry], .strip, "contents-list", "again on line \(page.lines[inked[again(entry, after: end - 1)!]].number)")
        }
        // Its heading and its buttons.
        for above in inked[max(0, order - 2)..<order].reversed() {
          guard page.isContentsLabel(above) else { break }
          page.decide(above, .strip, "contents-list", page.lines[above].folded.string)
        }
        order = end
      } else {
        order += 1
      }
    }
    page.stripLabelledContents()
    page.stripAbridgedContents()
    page.stripContentsBelow(hashes, places)
  }

  fileprivate static let contentsLabels: Set<String> = [
    "目录", "文章目录", "本文目录", "内容目录", "阅读目录", "本页目录", "本页总览", "本页内容", "大纲", "收起", "展开", "contents", "tableofcontents", "toc", "onthispage",
  ]
  fileprivate static let longestContentsLabel = contentsLabels.map(\.unicodeScalars.count).max() ?? 0
}

extension NoisePage {
  /// `目录`, `On this page [hide]`: a label over a list of contents.
  func isContentsLabel(_ index: Int) -> Bool {
    // `目录 [隐藏]`: its button may stand beside it.
    guard lines[index].folded.key.count <= NoiseRule.longestContentsLabel + 12 else { return false }
    var text = lines[index].folded.text[...]
    if text.last == "]", let open = text.lastIndex(of: "["), open > 0, text.count - open <= 12 { text = text[..<open] }
    let key = text.filter(\.isWordlike).map(\.keyed)
    return key.count <= NoiseRule.longestContentsLabel && NoiseRule.contentsLabels.contains(String(key))
  }

  /// Short lines below a label that says what they are, down to a blank line or to where the first or second of them stands
  /// again as a heading, with or without its text behind a colon. Several of them must stand again; those that have been found
  /// already count as well.
  fileprivate mutating func stripLabelledContents() {
    let inked = inked
    func isOpen(_ index: Int) -> Bool { !isStripped(index) || verdicts[index]?.rule == "contents-list" }
    func isShort(_ index: Int) -> Bool { !lines[index].isProse && !lines[index].isCode && lines[index].content.count <= 60 }
    func again(_ entry: Int, after: Int) -> Int? {
      let key = lines[entry].contentKey
      guard key.count >= 2 else { return nil }
      return inked.first { $0 > after && !isStripped($0) && lines[$0].contentKey.starts(with: key) }
    }
    for (order, label) in inked.enumerated() where order <= inked.count / 2 && isContentsLabel(label) {
      let short = inked[(order + 1)...].prefix(60).prefix { isStripped($0) || isShort($0) }
      let open = short.filter(isOpen)
      let entries: [Int]
      // Where the list ends is certain if its beginning stands again: it may leave out and reword what it will.
      let share: Double
      // The article's own title may head the list.
      if let first = open.prefix(2).first(where: { again($0, after: $0) != nil }), let end = again(first, after: first),
        inked.firstIndex(of: end).map({ $0 - order - 1 <= short.count }) == true
      {
        entries = open.filter { $0 < end }
        share = 0.33
      } else {
        entries = (label + 1..<lines.count).prefix { isOpen($0) && isShort($0) && !isBlank($0) }.map { $0 }
        guard let last = entries.last, entries.count >= 3, last + 1 < lines.count, isBlank(last + 1) else { continue }
        share = 0.66
      }
      guard entries.count >= 2,
        Double(entries.count(where: { again($0, after: entries[entries.count - 1]) != nil })) >= max(2, share * Double(entries.count))
          || areCounted(entries) && order < 16 && inked[(order + entries.count)...].count(where: { lines[$0].isAskedOrAnswered }) >= 3
      else { continue }
      for entry in entries { decide(entry, .strip, "contents-list", "below the label of line \(lines[label].number)") }
      decide(label, .strip, "contents-list", lines[label].folded.string)
    }
  }

  /// `1. …`, `2. …`, `3. …` on end, none of which asks: sections that the text has under other names.
  private func areCounted(_ entries: [Int]) -> Bool {
    let numbers = entries.map { lines[$0].marked.principal?.path ?? [] }
    return entries.count >= 3 && numbers.enumerated().allSatisfy { $1 == [$0 + 1] }
      && entries.allSatisfy { !lines[$0].asking.isQuestion && lines[$0].lastScalar != "。" }
  }

  /// A table of contents that a site puts beside the text and text keeps below it: a label, then three lines or more of
  /// which each stands above already, in the same order.
  fileprivate mutating func stripContentsBelow(_ hashes: [UInt64?], _ places: [UInt64: [Int]]) {
    let inked = inked
    for (order, label) in inked.enumerated() where order > inked.count / 2 {
      guard isContentsLabel(label) else { continue }
      var last = -1
      let entries = inked[(order + 1)...].indices.prefix { entry in
        guard let hash = hashes[entry], let above = places[hash]?.first(where: { $0 > last }), above < order else { return false }
        last = above
        return true
      }
      guard entries.count >= 3 else { continue }
      decide(label, .strip, "contents-list", lines[label].folded.string)
      for entry in entries { decide(inked[entry], .strip, "contents-list", "stands above already") }
    }
  }

  /// Two lines or more of nothing but links within the page, as Markdown writes them (`- [基础](#基础)`) or HTML.
  fileprivate mutating func stripAnchorLists() {
    let inked = inked
    var order = 0
    while order < inked.count {
      let run = inked[order...].prefix { lines[$0].isAnchorEntry }
      if run.count >= 2 { for index in run { decide(index, .strip, "contents-list", "links within the page") } }
      order += max(1, run.count)
    }
  }
}

extension PageLine {
  /// Keys of configuration and names in code stand again too, and are no titles.
  fileprivate var mayBeEntry: Bool {
    content.contains(where: \.isHan)
      || contentKey.count >= 6 && lastScalar != ":" && !content.contains { $0.isOne(of: "_={}<>/") }
  }

  fileprivate var isAnchorEntry: Bool {
    if let hint {
      return headingLevel == nil && hint.linkDensity >= 0.9 && !hint.links.isEmpty && hint.links.allSatisfy { $0.hasPrefix("#") }
    }
    let text = folded.text.drop { $0.isOne(of: "-*+• ") || $0.isASCIIDigit || $0 == "." }
    guard text.first == "[", text.last == ")", let target = text.firstIndex(of: "]") else { return false }
    // Readers that resolve links write the page's own address before the fragment.
    return text[target...].starts(with: "](#".unicodeScalars)
      || text[target...].starts(with: "](http".unicodeScalars) && text[target...].contains("#")
  }
}
