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
  }
}
