internal import HanText

/// Reads the marks at the beginning of a line, one after the other.
struct MarkerParser {
  let text: [Unicode.Scalar]
  private let wording: QuestionWording
  private let series: QuestionSeries
  private let isOption: Bool
  var position = 0

  /// A line bears no more marks than a bullet, an ornament, a number and a tag or two.
  private static let maximumMarkers = 5

  private init(_ text: [Unicode.Scalar], _ wording: QuestionWording, _ series: QuestionSeries, isOption: Bool) {
    self.text = text
    self.series = series
    self.isOption = isOption
    self.wording = wording
  }

  /// - Parameters:
  ///   - series: what marks questions on this page, beside what marks them everywhere.
  ///   - isOption: whether `A:` stands before something to choose, and before no answer.
  static func parse(
    _ text: [Unicode.Scalar], wording: QuestionWording, series: QuestionSeries = .none, isOption: Bool = false
  ) -> MarkedLine {
    var parser = MarkerParser(text, wording, series, isOption: isOption)
    var line = MarkedLine()
    // `**1. 题**` as a whole.
    if text.count > 6, text.starts(with: "**".unicodeScalars), text.suffix(2).elementsEqual("**".unicodeScalars),
      !text[2..<(text.count - 2)].contains("*")
    {
      parser.position = 2
    }
    while line.markers.count < maximumMarkers, let marker = parser.next(after: line.markers.last) {
      line.markers.append(marker)
      // `12.、`
      if marker.isNumbered { while let scalar = parser.peek(0), scalar == "、" || scalar == " " { parser.position += 1 } }
      parser.skipSpaces()
      line.contentStart = parser.position
    }
    return line
  }

  private mutating func next(after previous: LineMarker?) -> LineMarker? {
    guard let scalar = peek(0) else { return nil }
    let start = position
    if let marker = bullet(scalar, isFirst: previous == nil) ?? pictographs() ?? hashes() { return marker }
    position = start
    if !series.heads.isEmpty, previous?.isNumbered != true, let head = CountedHead(text, at: position), series.heads.contains(head.shape) {
      position = head.end
      return LineMarker(family: .label, path: head.path, delimiter: head.opening)
    }
    if let marker = named(wording.answerWords, .answer) ?? named(wording.markWords, .question)
      ?? named(wording.speakers, .speaker) ?? named(series.labels, .label)
    {
      return marker
    }
    position = start
    // A second number is content: `1. 3D 打印`.
    if let previous, previous.isNumbered { return tag() }
    if let marker = chapter() ?? latinChapter() { return marker }
    position = start
    if let marker = decimal() ?? signedNumber() { return marker }
    position = start
    if let marker = bracketed() { return marker }
    position = start
    if let marker = circled() ?? hanNumber() ?? romanNumber() ?? letter() { return marker }
    position = start
    return tag()
  }

  func peek(_ offset: Int) -> Unicode.Scalar? {
    position + offset < text.count ? text[position + offset] : nil
  }

  mutating func skipSpaces() {
    while let scalar = peek(0), scalar == " " { position += 1 }
  }

  private mutating func bullet(_ scalar: Unicode.Scalar, isFirst: Bool) -> LineMarker? {
    switch scalar {
    case "•", "●", "○", "◦", "■", "□", "▪", "▫", "·", "∙", "‣", "⁃", "◆", "◇", "►", "▶", "➢", "➤", "\u{F0B7}", "\u{F06C}":
      guard peek(1) != nil else { return nil }
      position += 1
    case "-", "*", "+", "–", "—":
      guard isFirst, let following = peek(1) else { return nil }
      // `-1` and `--flag` are no items, `-项目` is.
      guard following == " " || (scalar == "-" && following.isHan) else { return nil }
      guard following != " " || peek(2) != nil else { return nil }
      position += 1
    default: return nil
    }
    return LineMarker(family: .bullet, path: [], delimiter: scalar)
  }

  private mutating func pictographs() -> LineMarker? {
    guard let first = peek(0), first.isPictograph || first == "▌" || first == "▍" || first == "▎" else { return nil }
    // ❶ is no ornament.
    while let scalar = peek(0), scalar.isPictograph || scalar == " " || scalar == "▌" || scalar == "▍" || scalar == "▎" {
      if Self.isCircled(scalar) { break }
      position += 1
    }
    guard peek(0) != nil, !Self.isCircled(first) else { return nil }
    return LineMarker(family: .pictograph, path: [], delimiter: first)
  }

  private mutating func hashes() -> LineMarker? {
    if let marker = wikiHeading() { return marker }
    var level = 0
    while peek(level) == "#" { level += 1 }
    guard (1...6).contains(level), let following = peek(level), peek(level + 1) != nil else { return nil }
    // `###3. 题` is a heading to many writers, `#标签` to none.
    guard following == " " || level > 1 && (following.isHan || following.isASCIIDigit) else { return nil }
    position += level
    return LineMarker(family: .hash, path: [level], delimiter: "#")
  }

  /// `== 题 ==`: a heading of MediaWiki or DokuWiki.
  private mutating func wikiHeading() -> LineMarker? {
    let level = text[position...].prefix(7).prefix { $0 == "=" }.count
    guard (2...6).contains(level), position == 0, text.count > 2 * level, text.reversed().prefix(while: { $0 == "=" }).count == level,
      text[level..<(text.count - level)].contains(where: \.isWordlike)
    else { return nil }
    position = level
    return LineMarker(family: .hash, path: [level], delimiter: "=")
  }

  private mutating func bracketed() -> LineMarker? {
    guard let open = peek(0), open.isOne(of: "([【〖〔"), let closing = Self.closer(of: open) else { return nil }
    var cursor = position + 1
    var value: Int?
    if let (number, end) = digits(at: cursor) {
      (value, cursor) = (number, end)
      // `(1/8)`
      if cursor < text.count, text[cursor] == "/", let (_, end) = digits(at: cursor + 1) { cursor = end }
    } else if let (number, end) = HanNumber.read(text, at: cursor) {
      (value, cursor) = (number, end)
    }
    guard let value, cursor + 1 < text.count, text[cursor] == closing else { return nil }
    let isHan = text[position + 1].isHan
    position = cursor + 1
    skipSeparator()
    return LineMarker(family: isHan ? .han : .bracketed, path: [value], delimiter: open)
  }

  mutating func skipSeparator() {
    if let scalar = peek(0), scalar.isOne(of: "、.:,"), peek(1) != nil { position += 1 }
  }

  /// `一、`, `一.`, `十二：`.
  private mutating func hanNumber() -> LineMarker? {
    guard let (value, end) = HanNumber.read(text, at: position), end + 1 < text.count else { return nil }
    let scalar = text[end]
    // `一、二、三级缓存` enumerates.
    if scalar == "、", let (_, last) = HanNumber.read(text, at: end + 1), last < text.count, text[last] == "、" { return nil }
    if scalar.isOne(of: "、.:,)．") || scalar == " " && value < 20 && text[end + 1] != "、" {
      position = end + 1
      return LineMarker(family: .han, path: [value], delimiter: scalar == " " ? " " : "、")
    }
    if scalar == " ", text[end + 1] == "、", end + 2 < text.count {
      position = end + 2
      return LineMarker(family: .han, path: [value], delimiter: "、")
    }
    return nil
  }

  private mutating func letter() -> LineMarker? {
    guard let scalar = peek(0), scalar.isASCIILetter, let delimiter = peek(1), let following = peek(2) else { return nil }
    switch delimiter {
    case ")": break
    case "、": if enumeratesLetters(at: position + 1) { return nil }
    case ".": guard following == " " || following.isHan else { return nil }
    default: return nil
    }
    position += 2
    let value = Int(scalar.lowercased.value - 0x60)
    return LineMarker(family: .letter, path: [value], delimiter: scalar == scalar.lowercased ? "a" : "A")
  }

  func afterSpaces(_ place: Int) -> Int {
    var place = place
    while place < text.count, text[place] == " " { place += 1 }
    return place
  }

  /// `Q1:`, `面试题 1：`, `【答案】`, `回答(如果有经验):`.
  private mutating func named(_ words: OpeningWords, _ family: LineMarker.Family) -> LineMarker? {
    let start = position
    let closing = peek(0).flatMap { Self.closer(of: $0) }
    if closing != nil { position += 1 }
    guard let word = words.word(in: text, at: position) else {
      position = start
      return nil
    }
    // `A：栈` above `B：队列` is an option.
    if family == .answer, isOption, word.count == 1, word.first?.isASCIILetter == true {
      position = start
      return nil
    }
    // `(a)` counts, `(Q1)` asks.
    if closing == ")", word.count == 1, word.first?.isASCIILetter == true, digits(at: position + 1) == nil {
      position = start
      return nil
    }
    position += word.count
    skipSpaces()
    var path: [Int] = []
    // `Q.1`, `Q. 1`, `Q-1`, `问题 #1`
    let sign = position < text.count && text[position].isOne(of: "#.-") ? afterSpaces(position + 1) - position : 0
    if family == .question, let (value, end) = bracketedCount() {
      path = [value]
      position = end
    } else if let (value, end) = digits(at: position + sign) ?? HanNumber.read(text, at: position) {
      path = [value]
      position = end
      // `Q6.5`, put in between two others.
      if peek(0) == ".", let (inner, end) = digits(at: position + 1), end < text.count, text[end].isOne(of: " :、|") {
        path.append(inner)
        position = end
      }
      skipSpaces()
      if closing == nil { skipTag() }
    }
    // `考点：…` says what the question above is to find out, `考点 1：…` asks.
    if family == .question, path.isEmpty, wording.namesAim(word) {
      position = start
      return nil
    }
    var isQualified = false
    if family == .answer, peek(0) == "(", let close = text[position...].firstIndex(of: ")"), close - position < 16 {
      isQualified = text[position..<close].contains { $0.isWordlike && !$0.isASCIIDigit }
      position = close + 1
    }
    if let closing {
      guard peek(0) == closing else {
        position = start
        return nil
      }
      position += 1
      skipSeparator()
      return LineMarker(family: family, path: path, delimiter: isQualified ? LineMarker.qualified : "【")
    }
    switch peek(0) {
    case ":": position += 1
    case "|" where !text[(position + 1)...].contains("|") && (family == .question || !path.isEmpty): position += 1
    case "/" where family == .question && !path.isEmpty && peek(1) == " ": position += 1
    case ".", "、", ")":
      guard !path.isEmpty || family == .answer && peek(0) == "、" && word.first != "我" && !enumeratesLetters(at: position) else {
        position = start
        return nil
      }
      position += 1
    case nil where family == .answer && path.isEmpty && word.count > 1: break  // The word alone on its line.
    // `答案 3 是对的` is a sentence.
    case " " where !path.isEmpty && family == .question: break
    case .some where !path.isEmpty && family == .question && position > start && text[position - 1] == " ": break
    default:
      position = start
      return nil
    }
    return LineMarker(family: family, path: path, delimiter: isQualified ? LineMarker.qualified : ":")
  }

  /// `(1)` in `Q(1)`, `问题（一）：`.
  private func bracketedCount() -> (value: Int, end: Int)? {
    guard peek(0) == "(", let (value, end) = digits(at: position + 1) ?? HanNumber.read(text, at: position + 1), end < text.count,
      text[end] == ")"
    else { return nil }
    return (value, end + 1)
  }

  /// `Q1[中等]：`, where more follows.
  private mutating func skipTag() {
    let start = position
    if tag() != nil, peek(0) == ":" || peek(0) == "|" || peek(0) == "、" { return }
    position = start
  }

  /// `[高频]`, `（必考）` before a title.
  private mutating func tag() -> LineMarker? {
    guard let open = peek(0), open == "[" || open == "【" || open == "(" else { return nil }
    let close: Unicode.Scalar = open == "[" ? "]" : open == "【" ? "】" : ")"
    guard let end = text[position...].prefix(20).firstIndex(of: close), end + 1 < text.count,
      wording.isTag(text[(position + 1)..<end])
    else { return nil }
    position = end + 1
    return LineMarker(family: .tag, path: [], delimiter: open)
  }
}
