extension NoiseRule {
  /// What an HTML page's tags and classes say: navigation, recommendation boxes, lists of nothing but links.
  static let markup = NoiseRule(id: "page-chrome") { page in
    for index in page.lines.indices where !page.isBlank(index) {
      guard let hint = page.lines[index].hint else { continue }
      if hint.boilerplate >= 0.95 {
        page.decide(index, .strip, "page-chrome", hint.boilerplateEvidence ?? "")
      }
      if hint.boilerplate > 0 {
        page.weigh(index, 3 * hint.boilerplate, "page-chrome", hint.boilerplateEvidence ?? "")
      }
      if hint.linkDensity > 0.7, page.lines[index].headingLevel == nil {
        page.weigh(index, 0.6, "page-chrome", "links \(Int(hint.linkDensity * 100)) %")
      }
    }
  }
}
