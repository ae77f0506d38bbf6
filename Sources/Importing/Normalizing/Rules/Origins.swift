internal import HanText

extension NoiseRule {
  /// `作者：…`, `原文链接：…`, `Copyright: …` at either end of a page: noise to the reader, provenance to us.
  static let origins = NoiseRule(id: "origin") { page in
    let inked = page.inked
    let reach = 12
    for index in inked.prefix(reach) + inked.suffix(reach) where page.verdicts[index] == nil && page.lines[index].isBareDate {
      page.decide(index, .meta, "origin", "published=\(page.lines[index].folded.string)")
      page.weigh(index, 0.8, "origin", page.lines[index].folded.string)
    }
    // `小林 2024-05-06 10:00 收藏 12`: one dated line below the title; several are a chronicle.
    let dated = inked.prefix(reach).filter { page.verdicts[$0] == nil && page.lines[$0].isDatedLabel }
    if dated.count == 1, let index = dated.first, index > inked[0] {
      page.decide(index, .meta, "origin", "published=\(page.lines[index].folded.string)")
      page.weigh(index, 0.8, "origin", page.lines[index].folded.string)
    }
    for (order, index) in inked.enumerated() {
      if order < reach || order >= inked.count - reach, let first = OriginField.all(page.lines[index], fields: page.rules.fields).first {
        page.decide(index, .meta, "origin", "\(first.origin.rawValue)=\(first.value)")
        page.weigh(index, 0.8, "origin", first.value)
      }
      guard let field = OriginField(page.lines[index], fields: page.rules.fields) else { continue }
      let isAtEnd = order < reach || order >= inked.count - reach
      let neighbours = [order - 1, order + 1].filter { inked.indices.contains($0) }
      let isBesideMeta = neighbours.contains { page.verdicts[inked[$0]]?.action == .meta }
      guard field.isTelling ? isAtEnd || isBesideMeta : isBesideMeta else { continue }
      page.decide(index, .meta, "origin", "\(field.origin.rawValue)=\(field.value)")
      page.weigh(index, 0.8, "origin", field.value)
    }
  }
}

extension PageLine {
  /// A day, and little else: names, counters, the words of buttons.
  fileprivate var isDatedLabel: Bool {
    guard folded.text.count <= 60, folded.text.count >= 8, hint == nil, marked.markers.isEmpty || folded.text.first?.isASCIIDigit == true,
      !isListItem, !asking.isQuestion, !folded.text.contains(where: { $0.isOne(of: "。;,?!") }),
      CalendarDay.find(in: folded.string) != nil
    else { return false }
    let digits = folded.text.count(where: \.isASCIIDigit)
    return digits >= 6 && folded.text.count(where: { $0.isHan || $0.isASCIILetter }) <= 16
  }

  /// Nothing but a day, and perhaps a time: `2024-05-06 10:00`.
  fileprivate var isBareDate: Bool {
    guard folded.text.count <= 24, folded.text.count >= 8, !isListItem, marked.markers.isEmpty || folded.text.first?.isASCIIDigit == true
    else { return false }
    let isPlain = folded.text.allSatisfy { $0.isASCIIDigit || $0.isOne(of: "-/.:年月日时分秒 星期周一二三四五六日") }
    return isPlain && CalendarDay.find(in: folded.string) != nil
  }
}
