/// Writes one page, block after block, until it is long enough.
struct SyntheticPage {
  private let site: SyntheticSite
  private let isChinese: Bool
  private var generator: SplitMix64
  private var text = ""

  init(site: SyntheticSite, isChinese: Bool, seed: UInt64) {
    (self.site, self.isChinese, generator) = (site, isChinese, SplitMix64(seed: seed))
  }

  mutating func term(_ concept: SyntheticConcept, _ number: Int) -> String {
    text = "---\ntitle: \(isChinese ? concept.chinese : concept.english)\n"
    if let abbreviation = concept.abbreviation, !isChinese { text += "abbreviation: [\(abbreviation)]\n" }
    if number > 0 { text += "broader: [\(site.concepts[number / 2].slug)]\n" }
    return finished()
  }

  mutating func question(_ number: Int) -> String {
    text = "---\ntitle: \(words(5...9))\(isChinese ? "？" : "?")\n"
    let related = (0..<2).map { _ in "questions/" + SyntheticSite.questionSlug(generator.below(max(1, site.questionCount))) }
    let own = "questions/" + SyntheticSite.questionSlug(number - site.concepts.count)
    text += "related: [\(related.filter { $0 != own }.joined(separator: ", "))]\n"
    return finished()
  }

  private mutating func finished() -> String {
    text +=
      "tags: [\(SyntheticSite.tags[generator.below(16)])]\ndate: 2026-\(two(generator.from(1...12)))-\(two(generator.from(1...28)))\n---\n\n"
    let length = generator.from(3000...5600)
    paragraph()
    while text.utf8.count < length {
      switch generator.below(16) {
      case 0, 1: text += "## \(words(2...4))\n\n"
      case 2: text += "### \(words(2...4))\n\n"
      case 3: list(depth: 0)
      case 4: table()
      case 5: code()
      case 6: text += "> \(words(6...12))\n\n"
      default: paragraph()
      }
    }
    return text
  }

  // MARK: Blocks

  private mutating func paragraph() {
    for _ in 0..<generator.from(1...4) {
      let clauses = generator.from(1...3)
      for clause in 0..<clauses {
        span()
        text += clause + 1 < clauses ? (isChinese ? "，" : ", ") : (isChinese ? "。" : ". ")
      }
    }
    text += "\n\n"
  }

  /// Words with now and then a concept, a link, emphasis or code among them.
  private mutating func span() {
    let gap = isChinese ? "" : " "
    text += words(2...6)
    switch generator.below(30) {
    case 0...4: text += gap + name(of: concept())
    case 5:
      let number = generator.below(max(1, site.questionCount))
      text += "\(gap)[\(words(2...3))](../questions/\(SyntheticSite.questionSlug(number)).\(isChinese ? "zh" : "en").md)"
    case 6: text += "\(gap)[[\(name(of: concept()))]]"
    case 7: text += "\(gap)[\(words(1...2))](https://example.org/\(generator.below(1000)))"
    case 8: text += "\(gap)**\(words(1...3))**"
    case 9: text += "\(gap)`\(english())`"
    case 10: text += "\(gap)*\(words(1...2))*"
    default: return
    }
    text += gap + words(1...5)
  }

  private mutating func list(depth: Int) {
    for _ in 0..<generator.from(2...4) {
      text += String(repeating: "  ", count: depth) + "- \(words(3...9))\n"
      if depth < 2, generator.one(in: 4) { list(depth: depth + 1) }
    }
    if depth == 0 { text += "\n" }
  }

  private mutating func table() {
    let columns = generator.from(2...4)
    for row in 0..<generator.from(4...6) {
      text += "|" + (0..<columns).map { _ in " \(words(1...2)) |" }.joined() + "\n"
      if row == 0 { text += "|" + String(repeating: "---|", count: columns) + "\n" }
    }
    text += "\n"
  }

  private mutating func code() {
    text += site.namesLanguages ? "```python\n" : "```\n"
    for line in 0..<generator.from(4...9) {
      text +=
        line.isMultiple(of: 3)
        ? "def \(english())(\(english())):\n" : "    \(english()) = \(english())(\(generator.below(100)), \"\(english())\")\n"
    }
    text += "```\n\n"
  }

  // MARK: Words

  private mutating func words(_ range: ClosedRange<Int>) -> String {
    site.vocabulary.words(generator.from(range), isChinese: isChinese, &generator)
  }

  private mutating func english() -> String { site.vocabulary.word(isChinese: false, &generator) }

  private mutating func concept() -> SyntheticConcept { site.concepts[site.conceptRank.draw(&generator)] }

  private func name(of concept: SyntheticConcept) -> String { isChinese ? concept.chinese : concept.english }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
