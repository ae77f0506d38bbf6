internal import HanText

extension NoiseRule {
  /// `作者：…`, `原文链接：…`, `Copyright: …` at either end of a page: noise to the reader, provenance to us.
  static let origins = NoiseRule(id: "origin") { page in
    // What went before was above and below the page.
    let inked = page.inked.filter { !page.isStripped($0) || page.verdicts[$0]?.action == .meta }
    let reach = 12
    for index in inked.prefix(reach) + inked.suffix(reach)
    where page.verdicts[index] == nil && page.lines[index].isBareDate && !page.isAnnounced(index, isFar: false) {
      page.decide(index, .meta, "origin", "published=\(page.lines[index].folded.string)")
      page.weigh(index, 0.8, "origin", page.lines[index].folded.string)
    }
    for index in inked.suffix(reach) where page.verdicts[index] == nil && page.lines[index].isCopyright {
      page.decide(index, .meta, "origin", "©")
      page.weigh(index, 1.5, "origin", "©")
    }
    // `小林 2024-05-06 10:00 收藏 12`: one dated line below the title; several on end are a chronicle.
    let dated = inked.prefix(reach).filter {
      page.verdicts[$0] == nil && page.lines[$0].isDatedLabel && !page.isAnnounced($0, isFar: false)
    }
    if let index = dated.first, index > inked[0], dated.count == 1 {
      page.decide(index, .meta, "origin", "published=\(page.lines[index].folded.string)")
      page.weigh(index, 0.8, "origin", page.lines[index].folded.string)
    }
    let letter = inked.prefix(reach).filter { page.lines[$0].isField(of: page.rules.fields.letter) }
    if letter.count >= 2, letter.last! - letter[0] < 8 {
      for index in letter {
        page.decide(index, .meta, "origin", "head of a letter")
        page.weigh(index, 0.8, "origin", "head of a letter")
      }
    }
    for (order, index) in inked.enumerated() where page.verdicts[index] == nil && page.lines[index].isTagField(page.rules.fields) {
      let neighbours = [order - 1, order + 1].filter { inked.indices.contains($0) }
      guard order < 6 || order >= inked.count - 6 || neighbours.contains(where: { page.isNoise(inked[$0]) }) else { continue }
      page.decide(index, .strip, "byline", "tags")
      page.weigh(index, 1, "byline", "tags")
    }
    for (order, index) in inked.enumerated() {
      let isAtEnd = order < reach || order >= inked.count - reach
      if isAtEnd || page.mayBeNotice(index), let notice = OriginNotice(page.lines[index], fields: page.rules.fields),
        isAtEnd || notice.terms != nil, let first = notice.fields.first
      {
        page.decide(index, .meta, "origin", "\(first.origin.rawValue)=\(first.value)")
        page.weigh(index, 0.8, "origin", first.value)
      }
      guard let field = OriginField(page.lines[index], fields: page.rules.fields) else { continue }
      let neighbours = [order - 1, order + 1].filter { inked.indices.contains($0) }
      let isBesideMeta = neighbours.contains { page.verdicts[inked[$0]]?.action == .meta }
      guard field.isTelling ? isAtEnd || isBesideMeta : isBesideMeta else { continue }
      page.decide(index, .meta, "origin", "\(field.origin.rawValue)=\(field.value)")
      page.weigh(index, 0.8, "origin", field.value)
    }
  }
}

extension NoisePage {
  /// Whether a line amid the page has words of a notice.
  fileprivate func mayBeNotice(_ index: Int) -> Bool {
    verdicts[index] == nil && lines[index].matches.contains { rules.phrases.groups[$0.group].action == .meta }
  }
}

extension PageLine {
  /// `From: …`: one of these names, a colon, and something.
  fileprivate func isField(of names: Set<String>) -> Bool {
    guard hint == nil, folded.text.count <= 160, let colon = folded.text.prefix(12).firstIndex(of: ":"), colon + 1 < folded.text.count
    else { return false }
    return names.contains(String(folded.text[..<colon].filter(\.isWordlike).map(\.keyed)))
  }

  /// `© 2024 name of the site`
  fileprivate var isCopyright: Bool {
    folded.text.count <= 120 && folded.text.prefix(12).contains("©") && folded.text.contains(where: \.isASCIIDigit) && !isCode
  }

  /// A day, and little else: names, counters, the words of buttons.
  fileprivate var isDatedLabel: Bool {
    guard folded.text.count <= 60, folded.text.count >= 8, isParagraph, marked.markers.isEmpty || folded.text.first?.isASCIIDigit == true,
      !isListItem, !asking.isQuestion, !folded.text.indices.contains(where: { isSentenceMark(at: $0) }),
      CalendarDay.find(in: folded.string) != nil
    else { return false }
    let digits = folded.text.count(where: \.isASCIIDigit)
    return digits >= 6 && folded.text.count(where: { $0.isHan || $0.isASCIILetter }) <= 16
  }

  private var isParagraph: Bool {
    guard let hint else { return true }
    if case .paragraph = hint.role { return !hint.isBold }
    return false
  }

  /// Not the comma of `1,234`.
  private func isSentenceMark(at index: Int) -> Bool {
    let text = folded.text
    guard text[index] == "," else { return text[index].isOne(of: "。;?!") }
    // `Feb 3, 2021`
    if text[(index + 1)...].starts(with: " 20".unicodeScalars) || text[(index + 1)...].starts(with: " 19".unicodeScalars) { return false }
    return index == 0 || index + 1 == text.count || !text[index - 1].isASCIIDigit || !text[index + 1].isASCIIDigit
  }

  /// `标签：大模型，面试`: a label and short names.
  fileprivate func isTagField(_ fields: FieldNames) -> Bool {
    guard !isListItem, !isAskedOrAnswered, !isCode, folded.text.count <= 60, folded.text.first != "(",
      let colon = folded.text.prefix(12).firstIndex(of: ":"),
      fields.tags.contains(String(folded.text[..<colon].filter(\.isWordlike).map(\.keyed)))
    else { return false }
    let names = folded.text[(colon + 1)...].split { $0.isOne(of: " ,、|/·#") }
    return names.allSatisfy { $0.count <= 12 && !$0.contains { $0.isOne(of: "。;:?!") } }
  }

  /// Nothing but a day, and perhaps a time: `2024-05-06 10:00`.
  fileprivate var isBareDate: Bool {
    guard folded.text.count <= 24, folded.text.count >= 8, !isListItem, marked.markers.isEmpty || folded.text.first?.isASCIIDigit == true
    else { return false }
    let isPlain = folded.text.allSatisfy { $0.isASCIIDigit || $0.isOne(of: "-/.:年月日时分秒 星期周一二三四五六日") }
    return isPlain && CalendarDay.find(in: folded.string) != nil
  }
}
