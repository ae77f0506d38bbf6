internal import HanText

/// Prose as it should read: what scraping broke is mended, nothing is reworded.
enum ProseText {
  /// Mends the text and gives Chinese sentences their full-width punctuation. Code spans, formulas, addresses and Latin
  /// text keep their bytes. Applying it twice changes nothing. O(text).
  static func clean(_ text: String) -> String {
    let wide = widen(mended(text))
    return String(closeGaps(wide, ProtectedSpans.find(in: wide)))
  }

  /// Decodes references that were escaped twice, drops invisible characters and spaces that part Han, and narrows
  /// full-width letters and digits.
  static func mend(_ text: String) -> String { String(mended(text)) }

  private static func mended(_ text: String) -> [Unicode.Scalar] {
    var source = Array(text.unicodeScalars)
    // References may have been escaped more than twice.
    for _ in 0..<4 where source.contains("&") { source = Entities.decode(source) }
    source.removeAll(where: \.isInvisible)
    source = source.map { scalar in
      let folded = WidthFolding.fold(scalar)
      return folded.isASCIIAlphanumeric ? folded : scalar
    }
    return closeGaps(source, ProtectedSpans.find(in: source))
  }

  /// A space between two Han characters, or between Han and full-width punctuation.
  private static func closeGaps(_ text: [Unicode.Scalar], _ kept: [Range<Int>]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    var index = 0
    var span = 0
    while index < text.count {
      if span < kept.count, index == kept[span].lowerBound {
        result += text[kept[span]]
        index = kept[span].upperBound
        span += 1
        continue
      }
      guard text[index].isSpace else {
        result.append(text[index])
        index += 1
        continue
      }
      var end = index
      while end < text.count, text[end].isSpace { end += 1 }
      let before = result.last, after = end < text.count ? text[end] : nil
      let isGap =
        // `用 用户` are two words.
        before.map { joins($0) } ?? false && after.map { joins($0) } ?? false && before != after
        || before.map { isMark($0) } ?? false || after.map { isMark($0) } ?? false
      if !isGap, before != nil, after != nil { result.append(" ") }
      index = end
    }
    return result
  }

  private static func joins(_ scalar: Unicode.Scalar) -> Bool { scalar.isHan || isFullWidth(scalar) }

  /// Full-width marks bring their own space.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar.isOne(of: "，。；：？！、（）《》【】") }

  private static func isFullWidth(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isOne(of: "，。；：？！、（）《》「」『』【】“”")
  }

  private static func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case ",": "，"
    case ";": "；"
    case ":": "："
    case "?": "？"
    case "!": "！"
    default: nil
    }
  }

  /// Punctuation after Han becomes full-width, with the space behind it gone; so do brackets around Han.
  private static func widen(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let kept = ProtectedSpans.find(in: text)
    let hasHan = text.contains(where: \.isHan)
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    var index = 0, span = 0
    /// Whether the brackets now open were widened.
    var brackets: [Bool] = []
    while index < text.count {
      if span < kept.count, index == kept[span].lowerBound {
        result += text[kept[span]]
        index = kept[span].upperBound
        span += 1
        continue
      }
      let scalar = text[index]
      guard scalar.isOne(of: ",;:?!()") else {
        result.append(scalar)
        index += 1
        continue
      }
      let previous = result.last { $0 != "*" && $0 != " " }
      let next = index + 1 < text.count ? text[index + 1] : nil
      let followsHan = previous.map { $0.isHan || $0.isOne(of: "）”》】」？") } ?? false
      let endsChinese = (scalar == "?" || scalar == "!") && next == nil && hasHan
      if let full = wide(scalar),
        endsChinese || followsHan || hasHan && partsWords(text, index, isNarrow: brackets.last == false)
          || goesOnInChinese(after: index, in: text, before: previous),
        !isRatio(text, index)
      {
        while result.last == " " { result.removeLast() }
        result.append(full)
        // Nothing is parted by a space behind full-width punctuation.
        if next == " " { index += 1 }
      } else if scalar == "(" {
        let isWide = opensChinese(text, index, previous: previous)
        brackets.append(isWide)
        if isWide, result.last == " ", result.dropLast().last?.isHan == true { result.removeLast() }
        result.append(isWide ? "（" : "(")
      } else if scalar == ")" {
        let isWide = brackets.popLast() ?? false
        result.append(isWide ? "）" : ")")
        if isWide, next == " ", index + 2 < text.count, joins(text[index + 2]) { index += 1 }
      } else {
        result.append(scalar)
      }
      index += 1
    }
    return result
  }

  /// `3:1`, `12:30`.
  private static func isRatio(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    text[index] == ":" && index > 0 && index + 1 < text.count && text[index - 1].isASCIIDigit && text[index + 1].isASCIIDigit
  }

  /// `用 synchronized,JVM 会…`: a mark right between two Latin words of a Chinese line, not of a call or a list of
  /// variables.
  private static func partsWords(_ text: [Unicode.Scalar], _ index: Int, isNarrow: Bool) -> Bool {
    guard text[index] == "," || text[index] == ";", !isNarrow, index > 1, index + 2 < text.count else { return false }
    guard text[index - 1].isASCIIAlphanumeric, text[index + 1].isASCIILetter else { return false }
    // `x,y` are variables, `512,batch` and `NAT;host` are words.
    return text[index - 2].isASCIIAlphanumeric && text[index + 2].isASCIIAlphanumeric && isInSentence(text, index)
  }

  /// Whether the Latin words around a place stand in a sentence: between Chinese, marks or brackets.
  private static func isInSentence(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCIIAlphanumeric || scalar.isOne(of: " -./+") }
    let before = text[..<index].last { !isLatin($0) }, after = text[(index + 1)...].first { !isLatin($0) }
    func ends(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { joins($0) || $0.isOne(of: ",;:?!()") } ?? true }
    return ends(before) && ends(after)
  }

  /// A mark behind Latin letters that goes on in Chinese: `使用 LoRA,可以…`.
  private static func goesOnInChinese(after index: Int, in text: [Unicode.Scalar], before previous: Unicode.Scalar?) -> Bool {
    guard let previous, previous.isASCIIAlphanumeric || previous.isOne(of: ")%】”’\"'`]）$") else { return false }
    var next = index + 1
    while next < text.count, text[next] == " " || text[next] == "*" { next += 1 }
    return next < text.count && (text[next].isHan || text[next].isOne(of: "“《【（「"))
  }

  /// A bracket whose inside has Han or that stands behind Han, and is closed on the line. Function calls are neither.
  private static func opensChinese(_ text: [Unicode.Scalar], _ start: Int, previous: Unicode.Scalar?) -> Bool {
    var depth = 0
    var hasHan = false
    var end = start
    while end < text.count, end - start < 200 {
      if text[end] == "(" { depth += 1 }
      if text[end] == ")" {
        depth -= 1
        if depth == 0 { break }
      }
      hasHan = hasHan || text[end].isHan
      end += 1
    }
    guard end < text.count, depth == 0 else { return false }
    // `model.fit(数据).` is a call.
    let isCall = previous?.isASCIIAlphanumeric ?? false && end + 1 < text.count && text[end + 1] == "."
    return hasHan && !isCall || previous?.isHan ?? false
  }
}
