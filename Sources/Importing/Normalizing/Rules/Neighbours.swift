internal import HanText

extension NoiseRule {
  /// Short lines take the class of the noise on both their sides: what is left of a sentence that was torn apart.
  static let neighbours = NoiseRule(id: "neighbour") { page in
    for index in page.inked.reversed() where page.verdicts[index] == nil && (page.isLeadOfNoise(index) || page.announcesNoise(index)) {
      page.decide(index, .strip, "neighbour", "above noise")
    }
    page.stripBlocks()
    page.stripSiblings()
    page.stripAnnounced()
    page.stripCurricula()
    page.stripLabelsOfCode()
    page.stripButtons()
    for index in page.inked where page.verdicts[index] == nil {
      let line = page.lines[index]
      if case .image = line.hint?.role, let previous = page.preceding(index),
        page.isAdvertisement(previous)
      {
        page.decide(index, .strip, "neighbour", "below the call of line \(page.lines[previous].number)")
        continue
      }
      if line.isRemark, index > 0, page.isNoise(index - 1), page.verdicts[index - 1]?.action == .strip,
        index + 1 == page.lines.count || page.isBlank(index + 1) || page.isNoise(index + 1), page.lines[index - 1].headingLevel == nil
      {
        page.decide(index, .strip, "neighbour", "a remark on line \(page.lines[index - 1].number)")
        continue
      }
      if let first = line.folded.text.first, first.isOne(of: "▲△▼▽"), line.folded.length <= 60, let previous = page.preceding(index),
        page.verdicts[previous]?.rule == "image-placeholder"
      {
        page.decide(index, .strip, "neighbour", "caption of the picture of line \(page.lines[previous].number)")
        continue
      }
      // A whole sentence says something of its own.
      if line.lastScalar == "。", line.folded.key.count >= 10 || line.folded.text.dropLast().contains("。"), !page.speaksForNoise(line) {
        continue
      }
      guard !line.isCode, !line.isObject, line.folded.key.count <= 24, !line.isAskedOrAnswered, line.headingLevel == nil else { continue }
      if line.lastScalar == "。", line.matches.isEmpty, page.preceding(index).map({ page.beginsPost($0) }) ?? false { continue }
      guard let previous = page.preceding(index), page.isNoise(previous) || line.folded.key.isEmpty && page.isStripped(previous) else {
        continue
      }
      let next = page.endOfRemnants(index)
      let isEnclosed = next.map { page.isNoise($0) } ?? true
      let isRemnant =
        line.folded.key.isEmpty && line.closesBracket(of: page.lines[previous])
        || line.isExclamation && page.verdicts[previous]?.action == .strip
      guard isEnclosed && line.asking.isEmpty || isRemnant else { continue }
      // What stands first of all that is left, and is worded like one, is the title.
      let isFirst = page.inked.prefix { $0 < index }.allSatisfy { page.isStripped($0) }
      if isFirst, page.following(index).map({ page.hasContent(from: $0) }) ?? false, page.rules.wording.titleWords(line.folded.key) > 0 {
        continue
      }
      let end = next.map { "line \(page.lines[$0].number)" } ?? "the page's end"
      page.decide(index, .strip, "neighbour", "between line \(page.lines[previous].number) and \(end)")
    }
  }
}

extension NoisePage {
  fileprivate func hasContent(from index: Int) -> Bool {
    lines[index...].indices.contains { !isBlank($0) && !isStripped($0) }
  }

  /// A sentence with the wording of advertisements that ends in a colon right above nothing but noise.
  fileprivate func announcesNoise(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.lastScalar == ":", !line.isAskedOrAnswered, !line.isCode, let next = following(index), isNoise(next),
      let afterwards = following(next), isNoise(afterwards)
    else { return false }
    return speaksForNoise(line)
  }

  /// Whether a line has a wording of noise, not only words that tell beside one.
  fileprivate func speaksForNoise(_ line: PageLine) -> Bool {
    line.matches.contains { match in
      let group = rules.phrases.groups[match.group]
      return group.action != .cue && group.weight > 0
    }
  }

  /// The line after up to four short ones that no rule has decided and that say nothing of their own.
  fileprivate func endOfRemnants(_ index: Int) -> Int? {
    var cursor = following(index)
    for _ in 0..<3 {
      guard let next = cursor, verdicts[next] == nil, lines[next].isRemnant else { return cursor }
      cursor = following(next)
    }
    return cursor
  }

  /// A short line without number or mark that ends the prose above it and has nothing but noise right below: the noise's
  /// heading, or a tag of the article, in text that lost its markup.
  fileprivate func isLeadOfNoise(_ index: Int) -> Bool {
    guard isLead(index, longest: 20), let next = following(index), let afterwards = following(next) else { return false }
    guard isNoise(next), isNoise(afterwards), verdicts[next]?.action == .strip || verdicts[afterwards]?.action == .strip else {
      return false
    }
    // Further tags may stand between the prose and this one.
    var above = preceding(index)
    for _ in 0..<4 {
      guard let tag = above, isLead(tag, longest: 12), !lines[tag].isProse else { break }
      above = preceding(tag)
    }
    return above.map { lines[$0].isProse && lines[$0].lastScalar == "。" && verdicts[$0]?.action != .strip } ?? false
  }

  private func isLead(_ index: Int, longest: Int) -> Bool {
    let line = lines[index]
    return line.hint == nil && verdicts[index] == nil && line.marked.markers.isEmpty && line.folded.key.count <= longest
      && !line.folded.key.isEmpty && !line.asking.contains(.mark) && !line.isCode
      && line.lastScalar.map { !$0.isOne(of: "。;,:)") } ?? false
  }
}

extension PageLine {
  /// Short, unmarked, no sentence: a tag, a name, a button.
  fileprivate var isRemnant: Bool {
    !isCode && !isObject && headingLevel == nil && folded.key.count <= 16 && marked.markers.isEmpty && asking.isEmpty && !isProse
      && lastScalar != ":"
  }

  /// All in brackets, in a text without markup: `（备注：城市-方向）`.
  fileprivate var isRemark: Bool {
    hint == nil && folded.text.first == "(" && folded.text.last == ")" && folded.text.count <= 40 && !folded.text.dropFirst().contains("(")
      && folded.key.count(where: \.isHan) * 2 >= folded.key.count
  }

  /// A short cry in brackets: `【先到先得】`.
  fileprivate var isExclamation: Bool {
    folded.text.first == "【" && folded.text.last == "】" && folded.text.count <= 14
  }

  /// Whether the line is the end of a bracket that the other opened.
  fileprivate func closesBracket(of other: PageLine) -> Bool {
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [("【", "】"), ("(", ")"), ("[", "]"), ("《", "》"), ("「", "」"), ("“", "”")]
    return pairs.contains { open, close in
      folded.text.first == close && other.folded.text.count { $0 == open } > other.folded.text.count { $0 == close }
    }
  }
}
