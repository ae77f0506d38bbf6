internal import HanText

extension NoiseRule {
  /// The heading that the markup shows to be the page's title is content, whatever stands around it.
  static let pageTitle = NoiseRule(id: "content") { page in
    if let title = page.bareTitle { page.decide(title, .keep, "content", "title of the page") }
    guard page.document.format != .text else { return page.keepTitleOfPath() }
    guard let title = page.document.title else { return }
    let first =
      page.lines.indices.first { index in
        page.lines[index].headingLevel != nil && page.document.lines[index].text == title
          && page.lines[index].hint.map { $0.boilerplate < 0.95 } ?? false
      }
      // Old sites have a title in a mere box.
      ?? page.lines.indices.first { index in
        page.document.lines[index].text == title && page.lines[index].hint.map { $0.boilerplate < 0.95 && $0.linkDensity < 0.5 } ?? false
      }
      // So is a title above the box of the article, where the page says what it is called.
      ?? page.lines.indices.first { index in
        page.document.lines[index].text == title && page.lines[index].hint.map { $0.linkDensity < 0.5 } ?? false
          && title.unicodeScalars.count >= 6
      }
    guard let first else { return }
    page.decide(first, .keep, "content", "title of the page")
    for index in page.inked where index < first && page.mayStandAboveTitle(index) {
      page.decide(index, .strip, "page-head", "above the title")
    }
  }
}

extension NoisePage {
  /// `社区 > 专栏 > 标题` above all text, and the same title on a line of its own near it.
  fileprivate mutating func keepTitleOfPath() {
    let head = lines.indices.prefix(24).filter { !isBlank($0) }.prefix(12)
    for path in head.prefix(6) {
      let text = lines[path].folded.text
      guard text.count <= 160, let sign = text.lastIndex(where: { $0.isOne(of: ">›»") }) else { continue }
      let name = text[sign...].filter(\.isWordlike).map(\.keyed)
      guard name.count >= 6, let title = head.first(where: { $0 != path && lines[$0].folded.key == name }) else { continue }
      return decide(title, .keep, "content", "title of the page")
    }
  }

  /// A path, a tag, a banner: short, and no sentence or heading.
  fileprivate func mayStandAboveTitle(_ index: Int) -> Bool {
    let line = lines[index]
    // What stands outside the article is known by that.
    guard line.hint.map({ $0.boilerplate < 0.95 }) ?? false else { return false }
    return line.folded.length <= 80 && line.headingLevel == nil && line.lastScalar != "。" && !line.isCode && !line.isAskedOrAnswered
  }
}
