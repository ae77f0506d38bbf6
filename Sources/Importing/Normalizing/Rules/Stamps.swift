internal import HanText

extension NoiseRule {
  /// Who wrote when, as threads have it above every post: `小林 2024-05-06 10:00`, `3 天前`, and a form of words with a
  /// day that stands on the page time and again. Days on end are a chronicle or a log.
  static let stamps = NoiseRule(id: "byline") { page in
    let inked = page.inked
    let stamps = inked.indices.filter { page.verdicts[inked[$0]] == nil && page.lines[inked[$0]].stamp != nil }
    guard !stamps.isEmpty else { return }
    var forms: [[Unicode.Scalar]: Int] = [:]
    for order in stamps {
      let line = page.lines[inked[order]]
      forms[line.form, default: 0] += 1
      if let verb = line.verb(page.rules.fields), verb != line.form { forms[verb, default: 0] += 1 }
    }
    let all = Set(stamps)
    var taken: [Int] = []
    for order in stamps where !all.contains(order - 1) && !all.contains(order + 1) {
      let line = page.lines[inked[order]]
      let count = max(forms[line.form, default: 0], line.verb(page.rules.fields).flatMap { forms[$0] } ?? 0)
      guard line.stamp == .moment || count >= 3 else { continue }
      // `2038-01-19 03:14:07` amid a text may be what was asked for.
      if line.namesNobody, page.isAnnounced(inked[order], isFar: order >= 12) { continue }
      if count < 2, order >= 24, line.namesNobody, !page.isBesidePost(order, of: inked) { continue }
      page.decide(inked[order], order < 24 ? .meta : .strip, "byline", "who wrote when")
      page.weigh(inked[order], 1, "byline", "who wrote when")
      taken.append(order)
    }
    page.stripPosters(beside: taken, of: inked)
  }
}

extension NoisePage {
  /// Whether the line above announces what stands here: with a colon, or, far from the page's title, with a question.
  func isAnnounced(_ index: Int, isFar: Bool) -> Bool {
    guard let above = preceding(index), !isStripped(above) else { return false }
    return lines[above].lastScalar == ":" || isFar && (lines[above].isAskedOrAnswered || lines[above].headingLevel != nil)
  }

  /// The evidence of what numbers a post, by which threads are known.
  static let postNumber = "number of a post"

  /// The numbers of posts, and the names of those who wrote them, where most stamps have one above or below.
  fileprivate mutating func stripPosters(beside stamps: [Int], of inked: [Int]) {
    for side in [-1, 1] {
      let beside = stamps.map { $0 + side }.filter { inked.indices.contains($0) && verdicts[inked[$0]] == nil }.map { inked[$0] }
      for index in beside where lines[index].isPostNumber { decide(index, .strip, "byline", Self.postNumber) }
      let names = beside.filter { isLabel($0, longest: 16) && lines[$0].headingLevel == nil && !lines[$0].isListItem }
      guard stamps.count >= 3, names.count * 3 >= stamps.count * 2 else { continue }
      for index in names { decide(index, .strip, "byline", "who wrote, beside when") }
      // A number may stand above the name.
      for order in stamps.map({ $0 + 2 * side })
      where side < 0 && order >= 0 && verdicts[inked[order]] == nil && lines[inked[order]].isPostNumber {
        decide(inked[order], .strip, "byline", Self.postNumber)
      }
    }
  }

  /// Whether what stands beside a line is a part of the site or a name.
  fileprivate func isBesidePost(_ order: Int, of inked: [Int]) -> Bool {
    [order - 1, order + 1].contains { inked.indices.contains($0) && isNoise(inked[$0]) } || isLabel(inked[order - 1], longest: 16)
  }
}

extension PageLine {
  /// `3`, `#3`, `3#`, `3 楼`
  fileprivate var isPostNumber: Bool {
    let key = folded.key
    guard (1...4).contains(key.count), !isCode, !isListItem else { return false }
    return key.allSatisfy(\.isASCIIDigit) || key.last == "楼" && key.dropLast().allSatisfy(\.isASCIIDigit)
  }

  /// A day and a time of day, and nobody's name.
  fileprivate var namesNobody: Bool { !form.contains { !$0.isOne(of: "年月日时分秒星期周一二三四五六上下午") } }

  enum Stamp {
    /// A day, which a text may speak of too.
    case day
    /// A day and a time, or how long ago.
    case moment
  }

  /// The line without digits and spaces: what stamps of one page have in common.
  fileprivate var form: [Unicode.Scalar] { folded.key.filter { !$0.isASCIIDigit } }

  /// `提问于` before a day, whoever's name is before it.
  fileprivate func verb(_ fields: FieldNames) -> [Unicode.Scalar]? {
    guard let digit = folded.text.firstIndex(where: \.isASCIIDigit) else { return nil }
    let word = Array(folded.text[..<digit].reversed().drop { $0 == " " }.prefix { $0.isHan || $0.isASCIILetter }.reversed())
    guard (2...4).contains(word.count) else { return nil }
    let written = String(scalars: word)
    return fields.dayVerbs.contains { written.hasSuffix($0) } ? word : nil
  }

  /// A day or a time with no more than a name and a verb beside it.
  var stamp: Stamp? {
    let text = folded.text
    guard (3...60).contains(text.count), text.contains(where: \.isASCIIDigit), !isCode, headingLevel == nil, !isListItem,
      !asking.contains(.mark), !(asking.isQuestion && text.contains(where: \.isHan)),
      !marked.isAnswer, !marked.isQuestion, !text.contains(where: { $0.isOne(of: "。;?!=[]{}<>\"`$\\") }), lastScalar != ":"
    else { return nil }
    let words = text.count { $0.isHan || $0.isASCIILetter }
    guard words <= 26 else { return nil }
    if isAgo { return .moment }
    let hasClock = text.indices.contains { isClock(at: $0) }
    if CalendarDay.find(in: folded.string) != nil { return hasClock ? .moment : .day }
    return hasClock && text.indices.contains { isYear(at: $0) || isDayOfYear(at: $0) } ? .moment : nil
  }

  /// `8:05`, `20:30:11`.
  private func isClock(at index: Int) -> Bool {
    let text = folded.text
    guard text[index] == ":", index > 0, index + 2 < text.count else { return false }
    return text[index - 1].isASCIIDigit && text[index + 1].isASCIIDigit && text[index + 2].isASCIIDigit
  }

  private func isYear(at index: Int) -> Bool {
    let text = folded.text
    guard index + 4 <= text.count, text[index] == "2" && text[index + 1] == "0" || text[index] == "1" && text[index + 1] == "9",
      text[index + 2].isASCIIDigit, text[index + 3].isASCIIDigit
    else { return false }
    return (index == 0 || !text[index - 1].isASCIIDigit) && (index + 4 == text.count || !text[index + 4].isASCIIDigit)
  }

  /// The separator in `5月9日`, `05-09`, which stand before a time of day.
  private func isDayOfYear(at index: Int) -> Bool {
    let text = folded.text
    guard text[index].isOne(of: "月-/"), index > 0, index + 1 < text.count else { return false }
    let month = text[..<index].reversed().prefix { $0.isASCIIDigit }.count, day = text[(index + 1)...].prefix { $0.isASCIIDigit }.count
    let end = index + 1 + day
    guard (1...2).contains(month), (1...2).contains(day), end < text.count else { return false }
    return text[index] == "月" ? text[end].isOne(of: "日号") : text[end] == " "
  }

  /// `10 个月前`, alone or after a space, and little behind it.
  private var isAgo: Bool {
    let text = folded.text
    guard let end = text.lastIndex(of: "前"), let digit = text[..<end].lastIndex(where: \.isASCIIDigit) else { return false }
    // `3 天前 via iPhone`, `3 天前 ♥ 14`
    if end + 1 < text.count, text[end + 1] != " " || text.count - end > 20 { return false }
    let unit = String(text[(digit + 1)..<end].filter(\.isHan).map(\.keyed))
    guard Self.units.contains(unit), let start = text[...digit].lastIndex(where: { !$0.isASCIIDigit }) else {
      return Self.units.contains(unit)
    }
    return text[start] == " " || text[start].isOne(of: "·|,")
  }

  private static let units: Set<String> = ["秒", "分", "分钟", "小时", "天", "日", "周", "星期", "个月", "月", "年"]
}
