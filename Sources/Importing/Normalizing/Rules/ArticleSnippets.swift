extension NoiseRule {
  /// Tails of other articles: a title, then its first hundred characters cut off with `…`, often with references that
  /// were escaped twice.
  static let articleSnippets = NoiseRule(id: "related-articles") { page in
    for index in page.inked {
      let line = page.lines[index]
      guard !line.isCode, line.folded.length >= 50, line.folded.length <= 400 else { continue }
      let isCut = line.lastScalar == "…" || line.folded.text.suffix(3).allSatisfy { $0 == "." }
      guard isCut || line.folded.hadEntities else { continue }
      let weight = (isCut ? 1.5 : 0) + (line.folded.hadEntities ? 1 : 0)
      page.weigh(index, weight, "related-articles", isCut ? "cut off with …" : "escaped twice")
      if let title = page.preceding(index), page.lines[title].folded.length <= 80, isCut {
        page.weigh(title, 0.6, "related-articles", "above a snippet")
      }
    }
    page.stripCards()
    page.weighLinkList()
  }
}

extension NoisePage {
  /// A title, a snippet that is cut off, and counters: `山间阅读 1,311评论 0赞 12`. Cards of other articles, wherever they stand.
  fileprivate mutating func stripCards() {
    for index in inked where verdicts[index]?.rule == "counter" && lines[index].folded.text.contains(where: \.isASCIIDigit) {
      guard let snippet = preceding(index), verdicts[snippet] == nil, !lines[snippet].isCode, lines[snippet].folded.length >= 20,
        lines[snippet].lastScalar == "…" || lines[snippet].folded.text.suffix(3).allSatisfy({ $0 == "." })
      else { continue }
      decide(snippet, .strip, "related-articles", "cut off above the counters of line \(lines[index].number)")
      guard let title = preceding(snippet), verdicts[title] == nil, lines[title].folded.length <= 80, !lines[title].isAskedOrAnswered,
        lines[title].lastScalar != "。"
      else { continue }
      decide(title, .strip, "related-articles", "title of the card of line \(lines[index].number)")
    }
  }

  /// Titles, each with a bare address below it, two or more of the same site, at the page's end.
  fileprivate mutating func weighLinkList() {
    var pairs: [(title: Int, address: Int)] = []
    var host: String?
    for index in inked.suffix(40) {
      let text = lines[index].folded.text
      guard text.starts(with: "http".unicodeScalars), !text.contains(" "), !text.contains(where: \.isHan),
        let found = WebAddress.host(of: String(text)), host == nil || found == host, let title = preceding(index),
        lines[title].folded.length <= 60, lines[title].lastScalar != ":", !lines[title].isAskedOrAnswered
      else { continue }
      host = found
      pairs.append((title, index))
    }
    guard pairs.count >= 2 else { return }
    for pair in pairs {
      weigh(pair.title, 1, "related-articles", "above an address")
      weigh(pair.address, 2.5, "related-articles", "address below a title")
    }
  }
}
