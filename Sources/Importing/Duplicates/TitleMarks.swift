/// Numbers and marks before a title: `3.2、`, `Q1:`, `面试题 4：`, `📦`, `⭐⭐[高频]`.
enum TitleMarks {
  /// The title from where its words begin.
  static func dropped(from title: Substring) -> Substring {
    var rest = title
    while true {
      let before = rest.startIndex
      rest = withoutTag(rest)
      rest = rest.drop { !$0.isLetter && !$0.isNumber && !"(（[【*=+".contains($0) }
      let head = rest.prefix(longestMark).lowercased()
      for mark in TitleGrammar.standard.marks where head.hasPrefix(mark) {
        guard let next = numbered(rest, after: mark) else { continue }
        rest = next
        break
      }
      rest = numbered(rest, after: "") ?? rest
      if rest.startIndex == before { return rest }
    }
  }

  /// `【面试】12. …`: without a tag before a number.
  private static func withoutTag(_ text: Substring) -> Substring {
    guard text.first == "【", let close = text.prefix(10).firstIndex(of: "】") else { return text }
    let rest = text[text.index(after: close)...].drop { $0 == " " }
    return numbered(rest, after: "") == nil ? text : rest
  }

  private static let longestMark = TitleGrammar.standard.marks.map(\.count).max() ?? 0

  /// The text after a mark and a number that punctuation ends: a number that belongs to the title has none.
  private static func numbered(_ text: Substring, after mark: String) -> Substring? {
    var rest = text.dropFirst(mark.count).drop { $0 == " " }
    if let inner = bracketed(rest) { return inner }
    let digits = rest.prefix { isDigit($0) || $0 == "." }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    // `第 54 题：`
    var isCounted = false
    if mark == "第", let counter = rest.drop(while: { $0 == " " }).first, TitleGrammar.standard.counters.contains(counter) {
      rest = rest.drop { $0 == " " }.dropFirst()
      isCounted = true
    }
    // `Q3 : …`
    if !mark.isEmpty, let colon = rest.drop(while: { $0 == " " }).first, ":：".contains(colon) { rest = rest.drop { $0 == " " } }
    guard let next = rest.first else { return nil }
    let endsInDot = digits.last == "." && digits.count > 1
    let isParted = next == " " && (isCounted || digits.contains("."))
    guard "、.．:：)）".contains(next) || isParted || (endsInDot && !(next.isASCII && next.isNumber)) else {
      return nil
    }
    return "、.．:：)） ".contains(next) ? rest.dropFirst() : rest
  }

  /// The text after a number in brackets: `（1）`, `(12)`.
  private static func bracketed(_ text: Substring) -> Substring? {
    guard let open = text.first, "(（".contains(open) else { return nil }
    let digits = text.dropFirst().prefix(while: isDigit)
    let rest = text.dropFirst(1 + digits.count)
    return !digits.isEmpty && rest.first.map(")）".contains) ?? false ? rest.dropFirst() : nil
  }

  /// Of any width, or Han.
  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber || "０１２３４５６７８９一二三四五六七八九十".contains(character)
  }
}
