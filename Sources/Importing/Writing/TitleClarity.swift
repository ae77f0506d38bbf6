internal import HanText

/// How well a title reads that stands alone, over its page: a whole question, well punctuated, neither a keyword nor a
/// paragraph.
enum TitleClarity {
  /// The clearest of several titles of one question; of those as clear the shortest, then by code points.
  ///
  /// - Parameter titles: at least one; a title over an answer wins over an equal one without.
  static func clearest(of titles: [(title: String, isAnswered: Bool)]) -> String {
    // Many sources often have one title.
    let distinct = Dictionary(titles.map { ($0.title, $0.isAnswered) }) { $0 || $1 }
    if distinct.count < 2 { return titles.first?.title ?? "" }
    let ranked = distinct.map { (title: $0.key, score: 2 * score($0.key) + ($0.value ? 1 : 0)) }
    return ranked.min { a, b in
      if a.score != b.score { return a.score > b.score }
      let (x, y) = (a.title.unicodeScalars.count, b.title.unicodeScalars.count)
      return x != y ? x < y : a.title.utf8.lexicographicallyPrecedes(b.title.utf8)
    }?.title ?? ""
  }

  static func score(_ title: String) -> Int {
    let question = QuestionParser.standard.parse(title)
    var score = 0
    // What is asked stands in words: `LoRA？` leaves it open.
    if question.facets != [QuestionParser.standard.vocabulary.facets.topic] { score += 3 }
    // Asked of the reader rather than of the thing: `了解 LoRA 么？`.
    if asksReader(title, question) { score -= 3 }
    let marks = title.filter { $0 == "?" || $0 == "？" }.count
    if title.hasSuffix("?") || title.hasSuffix("？") { score += 2 }
    // Two questions in one are clearer apart.
    if marks > 1 { score -= 1 }
    if (3...24).contains(words(in: title)) { score += 1 }
    if hasStrayMarks(title) { score -= 3 }
    return score
  }

  private static func asksReader(_ title: String, _ question: ParsedQuestion) -> Bool {
    let said = title.prefix { !stops.contains($0) }
    return question.facets == [QuestionParser.standard.vocabulary.facets.index(of: "overview")]
      && TitleGrammar.standard.particles.contains(where: said.hasSuffix)
  }

  /// Han characters and Latin words.
  private static func words(in title: String) -> Int {
    var count = 0, isInWord = false
    for scalar in title.unicodeScalars {
      let isHan = HanScript.contains(scalar)
      let isLetter =
        !isHan && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-'".unicodeScalars.contains(scalar))
      if isHan || (isLetter && !isInWord) { count += 1 }
      isInWord = isLetter
    }
    return count
  }

  /// Numbers and bullets before the title, marks in a row (`!？`), brackets that do not close, a title that breaks off.
  private static func hasStrayMarks(_ title: String) -> Bool {
    let characters = Array(title)
    guard let first = characters.first, let last = characters.last else { return true }
    if !first.isLetter && !first.isNumber && !openings.contains(first) { return true }
    if first.isNumber || first.isLetter, TitleMarks.dropped(from: title[...]).startIndex != title.startIndex { return true }
    if title.contains("...") || title.contains("…") || title.contains("**") || title.contains("\u{FFFD}") { return true }
    if "!！,，、;；:：-—/".contains(last) { return true }
    if zip(characters, characters.dropFirst()).contains(where: { stops.contains($0) && stops.contains($1) }) { return true }
    func count(_ marks: String) -> Int { characters.count { marks.contains($0) } }
    return count("(（") != count(")）") || count("[【") != count("]】") || count("“") != count("”") || count("「『《") != count("」』》")
      || count("`") % 2 == 1
  }

  private static let openings: Set<Character> = ["(", "（", "[", "【", "“", "「", "『", "《", "\"", "'", "‘", ".", "`", "$", "@"]
  private static let stops: Set<Character> = ["?", "？", "!", "！", "。", ",", "，", ";", "；", ":", "：", "、", "~", "～"]
}
