extension NormalizedDocument {
  /// The items as one Markdown document: a heading each, the titles of its sections above it where they change. Titles
  /// above all items are the page's, and read again they would be taken for that.
  package var markdown: String {
    var blocks: [String] = []
    let common = items.dropFirst().reduce(items.first?.section ?? []) { common, item in
      zip(common, item.section).prefix { $0 == $1 }.map(\.0)
    }
    var section = common
    for item in items {
      if item.section != section {
        section = item.section
        let own = section.dropFirst(common.count)
        if !own.isEmpty { blocks.append("# " + own.map(MarkdownEscaping.escape).joined(separator: " · ")) }
      }
      blocks.append("## " + MarkdownEscaping.escape(item.title))
      // Headings of the answer stand below the item's own.
      if !item.body.isEmpty { blocks.append(item.body.lowered().markdown) }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}

extension [Block] {
  /// With headings a level deeper.
  fileprivate func lowered() -> [Block] {
    map { block in
      guard case .heading(let level, let text) = block.kind else { return block }
      return Block(.heading(level: Swift.min(6, level + 1), text: text), lines: block.lines)
    }
  }
}
