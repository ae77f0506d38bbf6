internal import HanText

extension PageLine {
  /// Whether a line only seems to have a phrase, or names it without calling for it: across a mark (`时间戳、链接数` has no
  /// 戳链接), all in quotes (`“扫码领取试听课”的用户`), one of several (`注册、加微信、领券`), one of a kind (`加微信这类句子`). O(text).
  func mentions(_ phrase: String, endingAt end: Int) -> Bool {
    // Numbers and gaps have no length of their own: where such a phrase ends tells enough.
    if phrase.contains(where: { $0 == "…" || $0 == "#" }) {
      return end > 0 && place(of: (end - 1)..<end).map { isQuoted($0.first, $0.last) } ?? false || enumerates(phrase)
    }
    let length = phrase.unicodeScalars.count(where: \.isWordlike)
    guard length > 0, end >= length, let (first, last) = place(of: (end - length)..<end) else { return false }
    let text = folded.text
    // A phrase that begins the line is meant with its marks: `有收获，就点个赞`.
    if !phrase.hasPrefix("^"), text[first...last].contains(where: { $0.isOne(of: "、,。;") }) { return true }
    let before = text[..<first].last { $0 != " " }, after = text[(last + 1)...].first { $0 != " " }
    if before == "、", after == "、" { return true }
    let clause = text[(last + 1)...].prefix(16).prefix { !$0.isOne(of: ",。;:?!") }
    return isQuoted(first, last) || wording.namesWords(clause.filter(\.isWordlike).map(\.keyed))
  }

  /// Whether a sentence has the first part of a phrase with a gap as one of several: `点赞、收藏、转发都是正样本。`
  private func enumerates(_ phrase: String) -> Bool {
    guard lastScalar == "。", let first = phrase.split(separator: "…").first, first != phrase[...] else { return false }
    return folded.string.containsBytes(of: first.drop { $0 == "^" } + "、")
  }

  /// Whether the line is a sentence that tells of something and speaks to nobody: it names neither a reader, nor what he is to do,
  /// nor an account, a number or a price.
  var isTold: Bool {
    let text = folded.text
    guard let first = text.first, !first.isPictograph, lastScalar == "。" || isProse || folded.key.count >= 12 && text.contains(",") else {
      return false
    }
    guard !text.contains(where: { $0.isOne(of: "@¥￥") }), !wording.addressesReader(folded.key) else { return false }
    var run = 0
    return !text.contains { scalar in
      run = scalar.isASCIIDigit ? run + 1 : 0
      return run >= 5
    }
  }

  /// Whether a phrase of Latin letters is a part of longer words: `base` in `database`. O(text).
  func isWithinWord(_ phrase: String, endingAt end: Int) -> Bool {
    guard let letter = phrase.unicodeScalars.last(where: \.isWordlike), letter.isASCIILetter else { return false }
    let length = phrase.unicodeScalars.count(where: \.isWordlike)
    guard end >= length, let (first, last) = place(of: (end - length)..<end) else { return false }
    let text = folded.text
    // Gaps and numbers have no length of their own.
    if phrase.contains(where: { $0 == "…" || $0 == "#" }) { return last + 1 < text.count && text[last + 1].isASCIILetter }
    return first > 0 && text[first].isASCIILetter && text[first - 1].isASCIILetter || last + 1 < text.count && text[last + 1].isASCIILetter
  }

  /// Whether quotes stand around a part of the text, not far from each other.
  private func isQuoted(_ first: Int, _ last: Int) -> Bool {
    let text = folded.text
    return Self.quotes.contains { open, close in
      guard let start = text[..<first].lastIndex(of: open), !text[start..<first].contains(close),
        let stop = text[last...].firstIndex(of: close), start > 0 || stop + 1 < text.count
      else { return false }
      // What is quoted as a whole is said.
      return stop - start <= Self.longestQuotation
    }
  }

  private static let quotes: [(Unicode.Scalar, Unicode.Scalar)] = [("“", "”"), ("「", "」"), ("『", "』")]
  private static let longestQuotation = 24

  /// Where a stretch of the key stands in the text; `nil` where undone disguises have moved it.
  private func place(of range: Range<Int>) -> (first: Int, last: Int)? {
    var position = 0, first: Int?, last: Int?
    for (index, scalar) in folded.text.enumerated() where scalar.isWordlike {
      if position == range.lowerBound { first = index }
      if position == range.upperBound - 1 { last = index }
      position += 1
    }
    guard position == folded.key.count, let first, let last else { return nil }
    return (first, last)
  }
}
