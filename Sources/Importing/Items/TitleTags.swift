internal import HanText

/// What writers put behind a title that says nothing of its matter: `（字节一面）`, `[中等]`, `★★★`, `#Redis`, `—— 腾讯`, `×3`.
enum TitleTags {
  /// The content up to its first trailing tag.
  static func withoutTrailing(_ content: ArraySlice<Unicode.Scalar>, _ wording: QuestionWording) -> ArraySlice<Unicode.Scalar> {
    var content = content
    while let shorter = withoutLast(content, wording) { content = shorter }
    return content
  }

  private static func withoutLast(_ content: ArraySlice<Unicode.Scalar>, _ wording: QuestionWording) -> ArraySlice<Unicode.Scalar>? {
    guard let last = content.last, content.count > 2 else { return nil }
    if last == ")", let start = permalink(content) { return nonEmpty(content[..<start]) }
    if last == " " || last == "¶" || last.isPictograph && !last.isQuestionMark { return content.dropLast() }
    if let mark = column(content) { return content[...mark] }
    if let start = bracket(content, closedBy: last) {
      let inside = content[(start + 1)..<(content.endIndex - 1)]
      // `… worth it? (Jonas)`: who asks.
      if content[..<start].last(where: { $0 != " " })?.isQuestionMark == true, isName(inside) { return content[..<start] }
      return wording.isTag(inside) ? nonEmpty(content[..<start]) : nil
    }
    let tail = content.suffix(longest)
    // `客户端/前端` is one phrase, `… / 前端` ends in a tag.
    if let sign = tail.lastIndex(where: { $0.isOne(of: "|—–/") }), content[sign] != "/" || content[..<sign].last == " ",
      wording.isTag(content[(sign + 1)...])
    {
      return nonEmpty(content[..<sign].trimmingSuffix { $0.isOne(of: "|—–/ ") })
    }
    guard let space = tail.lastIndex(of: " ") else { return nil }
    let word = content[(space + 1)...], rest = nonEmpty(content[..<space])
    if word.first == "#", word.count > 2, word.contains(where: { $0.isHan || $0.isASCIILetter }),
      word.dropFirst().allSatisfy({ $0.isWordlike || $0 == "#" })
    {
      return rest
    }
    if word.first == "×", word.dropFirst().allSatisfy(\.isASCIIDigit) { return rest }
    // `Why is it hard` ends in no tag.
    guard wording.isLevel(word), word.first.map({ !("a"..."z").contains($0) }) == true else { return nil }
    return rest
  }

  /// `Wei`, `K.`
  static func isName(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.first.map { ("A"..."Z").contains($0) } == true && text.allSatisfy { $0.isASCIILetter || $0 == "." }
  }

  /// Where the question ends that the names of a column and a site follow: `什么是回表？ - 数据库手记 - 某站`.
  private static func column(_ content: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>.Index? {
    guard let mark = content.suffix(40).lastIndex(where: \.isQuestionMark), mark + 1 < content.endIndex else { return nil }
    let rest = content[(mark + 1)...].drop { $0 == " " }
    guard let sign = rest.first, sign.isOne(of: "-–—|_"), rest.allSatisfy({ $0.isWordlike || $0.isOne(of: " -–—|_.") }) else { return nil }
    let names = rest.split { $0.isOne(of: "-–—|_") }.map { $0.count(where: { $0 != " " }) }
    return names.count <= 3 && names.allSatisfy { (1...12).contains($0) } ? mark : nil
  }

  /// Where the link of a heading to itself begins: `题[¶](#id)`, `题[#](#id "…")`.
  private static func permalink(_ content: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let open = content.suffix(80).lastIndex(of: "["), let close = content[open...].firstIndex(of: "]"), close - open <= 3,
      content[close...].starts(with: "](#".unicodeScalars)
    else { return nil }
    return open
  }

  /// Characters at the end of a title in which a tag may stand.
  private static let longest = 24

  /// Where the bracket opens that `closer` closes.
  private static func bracket(_ content: ArraySlice<Unicode.Scalar>, closedBy closer: Unicode.Scalar) -> Int? {
    let opener: Unicode.Scalar
    switch closer {
    case ")": opener = "("
    case "]": opener = "["
    case "】": opener = "【"
    default: return nil
    }
    return content.suffix(longest).lastIndex(of: opener)
  }

  private static func nonEmpty(_ content: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    content.contains(where: \.isWordlike) ? content : nil
  }

  /// `【什么是索引】` → `什么是索引`: brackets around the whole.
  static func unwrapped(_ content: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard content.count > 4, let first = content.first, let last = content.last else { return content }
    let closer: Unicode.Scalar
    switch first {
    case "【": closer = "】"
    case "「": closer = "」"
    case "『": closer = "』"
    case "“": closer = "”"
    case "《": closer = "》"
    case "〖": closer = "〗"
    case _ where first.isOrnament: return withoutOrnaments(content)
    default: return content
    }
    guard last == closer, content.firstIndex(of: closer) == content.endIndex - 1 else { return content }
    return content.dropFirst().dropLast()
  }
}

extension TitleTags {
  /// `—— 什么是索引 ——`, `==== 索引 ====` → `索引`: runs of one sign at both ends.
  private static func withoutOrnaments(_ content: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard let sign = content.first, content.last == sign else { return content }
    let inner = content.drop { $0 == sign || $0 == " " }
    let end = inner.lastIndex { $0 != sign && $0 != " " }
    return end.map { inner[...$0] } ?? content
  }
}

extension ArraySlice {
  fileprivate func trimmingSuffix(while isTrimmed: (Element) -> Bool) -> ArraySlice {
    var result = self
    while let last = result.last, isTrimmed(last) { result.removeLast() }
    return result
  }
}
