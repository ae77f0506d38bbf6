internal import HanText

/// Finds sentences that define a term: it opens the line, and `是指`, `是一种`, `refers to` or `is a` follows. Between the two its
/// other names may stand in brackets.
struct DefinitionReader {
  private static let adverbs = scalars(["通常", "一般", "一般来说", "主要", "往往", "简单来说", "本质上", ","])
  private static let verbs = scalars(["是指", "指的是", "是一种", "是一类", "是一个", "是一项", "是一套", "指", "被定义为", "定义为", "可以理解为"])
  /// After `是一个`: what judges and does not define.
  private static let judging = scalars(["很", "非常", "比较", "好", "不错", "重要", "关键", "问题", "难题", "挑战", "常见的问题", "值得", "有", "更"])
  private static let englishVerbs = scalars([
    "refers to", "is defined as", "denotes", "is a", "is an", "is the process of", "is the ability", "is the task of",
  ])
  /// What adverbs and verbs begin with.
  private static let firsts = ScalarFilter((adverbs + verbs + englishVerbs).compactMap(\.first))
  private static let englishJudging = scalars([
    "good", "great", "better", "bad", "must", "key ", "big", "problem", "challenge", "very", "popular", "important", "common",
  ])

  /// The name that the line defines and the sentence as it stands there, or `nil`.
  func definition(_ line: MinedLine) -> (name: StatedName, sentence: String)? {
    let scalars = line.scalars
    var start = 0
    while start < scalars.count, start < 8, scalars[start].isOne(of: " -•·0123456789.、)(>📦") { start += 1 }
    if scalars[start...].starts(with: "所谓".unicodeScalars) { start += 2 }
    for article in ["A ", "An "] where scalars[start...].starts(with: article.unicodeScalars) { start += article.count }
    guard start < scalars.count else { return nil }
    let isHan = HanScript.contains(scalars[start])
    var end = start
    while end < scalars.count, end - start <= 40,
      isHan ? HanScript.contains(scalars[end]) || scalars[end] == "-" : MinedLine.isLatin(scalars[end]) || scalars[end] == " "
    {
      if opensWithVerb(scalars[end...], isInside: true) { break }
      end += 1
    }
    guard opensWithVerb(scalars[end...], isInside: false) else { return nil }
    let name = line.text(start..<end).split(separator: " ").joined(separator: " ")
    guard isHan ? (2...14).contains(end - start) : (2...40).contains(name.unicodeScalars.count) && name.split(separator: " ").count <= 5
    else { return nil }
    guard let sentence = Self.firstSentence(of: line.source), (12...300).contains(sentence.unicodeScalars.count) else { return nil }
    return (isHan ? StatedName(name, .chinese) : StatedName(latin: name), sentence)
  }

  /// Whether a verb of definition begins here, after brackets, adverbs and a colon perhaps.
  private func opensWithVerb(_ text: ArraySlice<Unicode.Scalar>, isInside: Bool) -> Bool {
    var rest = text.drop { $0 == " " }
    if !isInside {
      if rest.first == "(", let close = rest.prefix(120).firstIndex(of: ")") { rest = rest[(close + 1)...].drop { $0 == " " } }
      if rest.first?.isOne(of: ":,") == true { rest = rest.dropFirst().drop { $0 == " " } }
    } else if rest.startIndex != text.startIndex, rest.first.map(MinedLine.isLetter) != true {
      return false
    }
    guard let first = rest.first, Self.firsts.mayContain(first) else { return false }
    var hasAdverb = false
    while let adverb = Self.adverbs.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(adverb.count)
      hasAdverb = true
    }
    if let verb = Self.verbs.first(where: { rest.starts(with: $0) }) {
      // 指 alone is a part of other words: 指令, 指标.
      if verb.count == 1, !hasAdverb { return false }
      let after = rest.dropFirst(verb.count)
      return !Self.judging.contains { after.starts(with: $0) }
    }
    guard isInside ? rest.startIndex > text.startIndex : true,
      let verb = Self.englishVerbs.first(where: { rest.starts(with: $0) && rest.dropFirst($0.count).first == " " })
    else { return false }
    let after = rest.dropFirst(verb.count + 1)
    return !Self.englishJudging.contains { after.starts(with: $0) }
  }

  /// Without marks of a list and of emphasis, to the first full stop outside brackets; `nil` where a bracket stays open.
  private static func firstSentence(of line: String) -> String? {
    let text = line.unicodeScalars.drop { $0.isOne(of: " \t-•·0123456789.、)(>*#") && !HanScript.contains($0) }
    var result = String.UnicodeScalarView()
    var depth = 0
    for (scalar, next) in zip(text, text.dropFirst().map(Optional.some) + [nil]) {
      if scalar == "*", next == "*" || result.last == "*" { continue }
      result.append(scalar)
      if scalar.isOne(of: "(（[【") { depth += 1 }
      if scalar.isOne(of: ")）]】") { depth = max(0, depth - 1) }
      if depth > 0 { continue }
      if scalar.isOne(of: "。！？") || scalar == ".", next == " " || next == nil { break }
      if scalar.isOne(of: "。！？") { break }
    }
    return result.isEmpty || depth != 0 ? nil : String(result)
  }

  private static func scalars(_ words: [String]) -> [[Unicode.Scalar]] {
    words.sorted { $0.count > $1.count }.map { Array($0.unicodeScalars) }
  }
}
