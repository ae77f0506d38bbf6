internal import HanText

extension OutlineReader {
  /// Short lines without a mark right above an item's title: below a section's heading, listed in the table of contents,
  /// or two of them at least that no sentence runs into: `训练篇`, `【推理篇】`.
  mutating func takeUnmarkedSections() {
    var loose: [Int] = []
    for index in kept where outline[index] == .body {
      let line = page.lines[index]
      guard line.marked.markers.isEmpty, line.content.count <= 30, line.asking.isEmpty, !line.isListItem, !line.isObject, !line.isCode,
        let last = line.lastScalar, !last.isOne(of: "。:;,."), let next = following(index), outline[next] == .title
      else { continue }
      let above = preceding(index)
      if above.map({ outline[$0].isSection }) ?? false || contents.contains(line.contentKey) {
        outline.roles[index] = .section(level: 30)
      } else if isName(line.content), above.map({ page.lines[index - 1].isBlank || endsText($0) }) ?? true {
        loose.append(index)
      }
    }
    if loose.count >= 2 { for index in loose { outline.roles[index] = .section(level: 30) } }
  }

  /// A few Han characters, or more in brackets of their own.
  private func isName(_ content: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = TitleTags.unwrapped(content)
    return name.count <= (name.count < content.count ? 16 : 8) && name.allSatisfy(\.isHan)
  }

  /// Whether a line may be the last above a heading without a mark: the page's title, or what is no further one of its kind.
  private func endsText(_ index: Int) -> Bool {
    let line = page.lines[index]
    return outline[index] == .pageTitle
      || outline[index] != .title
        && (line.isProse || line.lastScalar == "。" || line.isCode || line.isListItem || line.marked.principal != nil)
  }
}
