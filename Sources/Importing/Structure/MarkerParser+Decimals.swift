internal import HanText

extension MarkerParser {
  /// `1.`, `1.2.3 `, `1、`; `1.7大模型` too.
  mutating func decimal() -> LineMarker? {
    var path: [Int] = []
    var ends: [Int] = []
    var cursor = position
    while let (value, end) = digits(at: cursor) {
      path.append(value)
      ends.append(end)
      // `1.2`, `1-2`
      guard end < text.count, text[end] == "." || (text[end] == "-" && path.count == 1), end + 1 < text.count,
        text[end + 1].isASCIIDigit, path.count < 5
      else { break }
      cursor = end + 1
    }
    while let end = ends.popLast() {
      if let (delimiter, after) = numberEnd(at: end, depth: path.count) {
        position = after
        return LineMarker(family: .decimal, path: path, delimiter: delimiter)
      }
      path.removeLast()
    }
    return nil
  }

  func digits(at start: Int) -> (Int, Int)? {
    var end = start, value = 0
    while end < text.count, text[end].isASCIIDigit, end - start < 4 {
      value = value * 10 + Int(text[end].value - 0x30)
      end += 1
    }
    return end > start && end - start < 4 ? (value, end) : nil
  }

  /// What may follow a number that counts, and where the content begins.
  private func numberEnd(at end: Int, depth: Int) -> (Unicode.Scalar, Int)? {
    guard end < text.count else { return nil }
    let scalar = text[end]
    let following = end + 1 < text.count ? text[end + 1] : nil
    switch scalar {
    case ".", "、", "．", "。":
      guard let following, !following.isASCIIDigit || depth == 1 && scalar != "." || isNumberWithUnit(at: end + 1)
      else { return nil }
      // `1、5、15 分钟` enumerates.
      if following.isASCIIDigit, let (_, last) = digits(at: end + 1), last < text.count, text[last].isOne(of: "、/~") { return nil }
      return (scalar == "." ? "." : "、", end + 1)
    case ")", "]": return following == nil ? nil : (")", end + 1)
    case ",", ":":
      // `1,000` is a quantity and `3: 1` a ratio.
      guard let following, following == " " || following.isHan, depth == 1 else { return nil }
      return (scalar, end + 1)
    case "\u{20E3}": return ("\u{20E3}", end + 1)
    case " ":
      // `1.1 目前`, `0 术语`: Han or a capital follows, no unit or operator.
      guard let following, following.isHan || following.isASCIILetter || isOpening(following) else { return nil }
      // `1.2 层归一化` is a heading, `1.5 倍` is none.
      if depth == 1 ? isMeasureWord(following) : following.isOne(of: "倍亿万千百元%") { return nil }
      return (" ", end + 1)
    default:
      guard depth > 1, scalar.isHan || isOpening(scalar), !isMeasureWord(scalar) else { return nil }
      return (" ", end)
    }
  }

  /// `1.3D 打印`: the digits belong to the content. `2.3k` is one number.
  private func isNumberWithUnit(at start: Int) -> Bool {
    guard let (_, end) = digits(at: start) else { return false }
    let unit = text[end...].prefix { $0.isASCIILetter }
    guard let first = unit.first, unit.count < text.count - end else { return false }
    return !(unit.count <= 2 && (first.isOne(of: "kKwWbBMGT") || unit.last!.isOne(of: "Bsx")))
  }

  func isOpening(_ scalar: Unicode.Scalar) -> Bool { scalar.isOne(of: "【《“\"「『([") }

  /// Words that make a number a quantity: `3 种方法`.
  private func isMeasureWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isOne(of: "个种年月日号天次倍层位张条类台亿万千百步点名人篇款项组块分秒轮字元%周届维")
  }
}
