extension NoiseRule {
  /// The heading that the markup shows to be the page's title is content, whatever stands around it.
  static let pageTitle = NoiseRule(id: "content") { page in
    guard let title = page.document.title, page.document.format != .text else { return }
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
    if let first { page.decide(first, .keep, "content", "title of the page") }
  }
}
