extension OutlineReader {
  /// Items as `normalize` writes them in Markdown: a heading of level 2 each, nothing above the first, and of level 1 only sections right
  /// above others. What it wrote it reads as the same items.
  mutating func takeWrittenItems() -> Bool {
    guard page.document.format == .markdown, let first = kept.first, let level = page.lines[first].headingLevel, level <= 2 else {
      return false
    }
    let sections = kept.filter { page.lines[$0].headingLevel == 1 }
    // The title of an article has no fellows.
    guard level == 2 ? sections.allSatisfy(isAboveItem) : sections.count > 1 && sections.allSatisfy(isAboveItem) else { return false }
    outline.roles = [:]
    for index in kept where page.lines[index].headingLevel == 2 { outline.roles[index] = .title }
    for index in sections { outline.roles[index] = .section(level: 1) }
    return hasItems
  }

  private func isAboveItem(_ section: Int) -> Bool { following(section).map { page.lines[$0].headingLevel == 2 } ?? false }
}
