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
      // `1,000` is a quantity and `3: 1` a ratio, `1:N` another.
      guard let following, depth == 1, following == " " || following.isHan || scalar == ":" && beginsWord(at: end + 1) else { return nil }
      return (scalar, end + 1)
    case "|", "·", "】", ">", "/", "-", "–", "—":
      return separator(at: end, depth: depth)
    case "\u{20E3}": return ("\u{20E3}", end + 1)
    case " ":
      if let following, following.isOne(of: "|·/-–—:"), let found = separator(at: end + 1, depth: depth) { return found }
      // `1.1 目前`, `0 术语`: Han or a capital follows, no unit or operator.
      // `2.2 301 和 302 怎么记？`: a number follows where the line asks.
      let mayBeDigit = depth > 1 && following?.isASCIIDigit == true && text.suffix(12).contains(where: \.isQuestionMark)
      guard let following, following.isHan || following.isASCIILetter || isOpening(following) || following == "`" || mayBeDigit else {
        return nil
      }
      // `1.2 层归一化` is a heading, `1.5 倍` is none.
      if depth == 1 ? isMeasureWord(following) : following.isOne(of: "倍亿万千百元%") { return nil }
      return (" ", end + 1)
    default:
      guard depth > 1, scalar.isHan || isOpening(scalar), !isMeasureWord(scalar) else { return nil }
      return (" ", end)
    }
  }

  /// `01｜题`, `1 - 题`, `1-题`, `1/8 题`: signs that part a number from words, and have other uses between numbers.
  private func separator(at place: Int, depth: Int) -> (Unicode.Scalar, Int)? {
    guard depth == 1, place + 1 < text.count else { return nil }
    let scalar = text[place]
    if scalar == "/", let (_, end) = digits(at: place + 1), end < text.count {
      // The number of how many.
      guard text[end] == " " || text[end].isOne(of: ":、."), beginsWord(at: end + 1) else { return nil }
      return (scalar, end + 1)
    }
    // A row of a table has more than one.
    if scalar == "|", text[(place + 1)...].prefix(200).contains("|") { return nil }
    let isSpaced = text[place + 1] == " "
    switch scalar {
    case "|", "】", ">", ":", "·": guard beginsWord(at: place + 1) else { return nil }
    default:
      // `3-hop`, `1/2 的`, `2-3 天`: a hyphen or slash joins where no space stands behind it.
      let wasSpaced = place > 0 && text[place - 1] == " "
      guard isSpaced || !wasSpaced, isSpaced || scalar != "/" && text[place + 1].isHan, beginsWord(at: place + 1) else { return nil }
      guard isSpaced || !isMeasureWord(text[place + 1]) else { return nil }
    }
    return (scalar, place + 1)
  }

  /// Whether words begin at a place, spaces aside: Han, or more than one letter.
  private func beginsWord(at place: Int) -> Bool {
    var place = place
    while place < text.count, text[place] == " " { place += 1 }
    guard place + 1 < text.count else { return false }
    let (first, second) = (text[place], text[place + 1])
    return first.isHan || isOpening(first) || first == "`" || first.isASCIILetter && second != " " && !second.isHan
  }

  /// `#1 `, `No.1 `, `NO 1：`.
  mutating func signedNumber() -> LineMarker? {
    let start = position
    if peek(0) == "#" {
      position += 1
    } else if peek(0)?.lowercased == "n", peek(1)?.lowercased == "o" {
      position += 2
      if peek(0) == "." { position += 1 }
      skipSpaces()
    } else {
      return nil
    }
    guard let (value, end) = digits(at: position), end + 1 < text.count, let (_, after) = numberEnd(at: end, depth: 1) else {
      position = start
      return nil
    }
    position = after
    return LineMarker(family: .decimal, path: [value], delimiter: "№")
  }

  /// `1.3D 打印`: the digits belong to the content. `2.3k` is one number.
  private func isNumberWithUnit(at start: Int) -> Bool {
    guard let (_, end) = digits(at: start) else { return false }
    let unit = text[end...].prefix { $0.isASCIILetter }
    guard let first = unit.first, unit.count < text.count - end else { return false }
    return !(unit.count <= 2 && (first.isOne(of: "kKwWbBMGT") || unit.last!.isOne(of: "Bsx")))
  }

  /// The bracket that closes the one around a word such as 答案.
  static func closer(of opener: Unicode.Scalar) -> Unicode.Scalar? {
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("【", "】"), ("[", "]"), ("(", ")"), ("〔", "〕"), ("「", "」"), ("『", "』"), ("〖", "〗"), ("<", ">"),
    ]
    return pairs.first { $0.0 == opener }?.1
  }

  func isOpening(_ scalar: Unicode.Scalar) -> Bool { scalar.isOne(of: "【《“\"「『([") }

  /// Words that make a number a quantity: `3 种方法`.
  private func isMeasureWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isOne(of: "个种年月日号天次倍层位张条类台亿万千百步点名人篇款项组块分秒轮字元%周届维")
  }

  /// `A、B、C 三类`, `A、B 两类`: whether a letter alone follows the sign at a place.
  func enumeratesLetters(at sign: Int) -> Bool {
    guard sign + 1 < text.count, text[sign] == "、", text[sign + 1].isASCIILetter else { return false }
    return sign + 2 == text.count || !text[sign + 2].isASCIIAlphanumeric
  }
}
