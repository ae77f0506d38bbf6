/// What a page keeps besides its questions and terms, as the page of its source shows it.
enum RestOfPage {
  /// The blocks as Markdown, without those that only repeat the title. Headings of sections whose text is all in questions
  /// become a list: an outline of the source.
  static func blocks(_ rest: [Block], title: String) -> [String] {
    let title = ComparableText.squash(title)
    let rest = rest.filter { block in
      guard case .heading(_, let text) = block.kind else { return true }
      return ComparableText.squash(text) != title
    }
    var blocks: [String] = [], outline: [String] = []
    func flush() {
      if !outline.isEmpty { blocks.append(outline.map { "- " + $0 }.joined(separator: "\n")) }
      outline = []
    }
    for (index, block) in rest.enumerated() {
      if case .heading(let level, let text) = block.kind, !hasText(below: level, in: rest[(index + 1)...]) {
        outline.append(text)
      } else {
        flush()
        blocks.append([block].markdown)
      }
    }
    flush()
    return blocks
  }

  private static func hasText(below level: Int, in blocks: ArraySlice<Block>) -> Bool {
    for block in blocks {
      guard case .heading(let other, _) = block.kind else { return true }
      if other <= level { return false }
    }
    return false
  }
}
