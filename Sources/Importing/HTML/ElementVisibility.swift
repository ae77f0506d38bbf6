/// Whether a reader sees an element.
enum ElementVisibility {
  case shown
  case dropped
  /// Dropped, and the page hides it: a reader of its source sees text there.
  case hidden
  /// What a formula's renderer drew: dropped unless the TeX can be read from it.
  case renderingOfFormula

  init(of node: Int, _ tag: HTMLTag, _ names: ElementNames, in tree: HTMLTree, _ vocabulary: HTMLVocabulary) {
    self = .shown
    switch tag {
    case .head, .title, .meta, .link, .base, .style, .svg, .template, .noscript, .iframe, .object, .embed, .canvas,
      .video, .audio, .map, .button, .select, .option, .textarea, .input, .rt, .rp, .colgroup, .col, .source:
      self = .dropped
      return
    default: break
    }
    if Self.isHidden(node, tag, names, in: tree, vocabulary) {
      self = .hidden
      return
    }
    // The buttons of a box of which one part is shown at a time.
    if tree.attribute("role", of: node) == "tablist" {
      self = .dropped
      return
    }
    guard !names.names.isEmpty else { return }
    if names.isOne(of: vocabulary.formulaRendering) {
      self = .renderingOfFormula
    } else if names.isOne(of: vocabulary.headingAnchors) {
      let isAnchor = tree.textContent(node).trimmingSpace().count <= 2 || names.names.contains("mw-editsection")
      self = isAnchor ? .dropped : .shown
    } else if names.isOne(of: vocabulary.codeButtons) {
      self = tree.textContent(node).trimmingSpace().count <= 12 ? .dropped : .shown
    } else if names.isOne(of: vocabulary.lineNumbers) {
      self = tree.textContent(node).allSatisfy { $0.isNumber || $0.isWhitespace } ? .dropped : .shown
    }
  }

  /// `hidden` and `display: none`, unless the page hides it only until the reader asks for the answer.
  /// `visibility: hidden` counts for nothing: WeChat's articles are so until a script has run.
  private static func isHidden(
    _ node: Int, _ tag: HTMLTag, _ names: ElementNames, in tree: HTMLTree, _ vocabulary: HTMLVocabulary
  ) -> Bool {
    let isHidden =
      tree.attribute("hidden", of: node) != nil
      || tree.attribute("style", of: node).map { style in
        style.filter { !$0.isWhitespace }.lowercased().contains("display:none")
      } ?? false
    if isHidden { return names.name(withWordOf: vocabulary.revealedWords) == nil && !names.isOne(of: vocabulary.content) }
    guard tree.attribute("aria-hidden", of: node) == "true", tag == .a || tag == .i || tag == .span else { return false }
    return tree.textContent(node).trimmingSpace().count <= 2
  }
}
