internal import HanText

extension OutlineReader {
  /// Headings that nobody could read as a title, at the level of the items: signs without a word (`🎉`, `？`), and whole
  /// pages of text. They are titles all the same, since what stands below them belongs to no other item.
  mutating func takeUnreadable() {
    let titles = outline.roles.filter { $0.value == .title }.keys
    let levels = Set(titles.compactMap { page.lines[$0].headingLevel })
    let isCounted = titles.contains { page.lines[$0].headingLevel == nil && page.lines[$0].marked.principal?.isNumbered == true }
    for index in kept where outline[index] == .body {
      let line = page.lines[index]
      guard !line.isCode, !line.isObject, let fault = TitleFault(line), following(index) != nil else { continue }
      let isItem =
        line.headingLevel.map { levels.isEmpty || levels.contains($0) }
        ?? (isCounted && line.marked.markers.contains(where: \.isNumbered) && (fault == .wordless || asks(index)))
      if isItem { outline.roles[index] = .title }
    }
  }

  /// Whether a line ends in a question mark, however long it is.
  func asks(_ index: Int) -> Bool { page.document.lines[index].text.last.map { $0 == "?" || $0 == "？" } ?? false }
}
