extension NormalizedDocument {
  /// The items as one Markdown document: a heading each, the titles of its sections above it where they change.
  package var markdown: String {
    var blocks: [String] = []
    var section: [String] = []
    for item in items {
      if item.section != section {
        section = item.section
        if !section.isEmpty { blocks.append("# " + section.map(MarkdownEscaping.escape).joined(separator: " · ")) }
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
