/// Whether a reader sees an element.
enum ElementVisibility: Equatable {
  case shown
  /// Without a word of the page: its head, styles, the numbers beside lines of code.
  case dropped
  /// Left out with the words that it has, which the audit lists.
  case omitted(Omission)
  /// What a formula's renderer drew: left out unless the TeX can be read from it.
  case renderingOfFormula

  /// Why words are left out; the rules of their verdicts.
  enum Omission: String {
    case hidden
    /// What one presses, chooses from or writes in.
    case control
    /// Drawings, players and frames, and what stands in their place where they cannot be shown.
    case embedded
    /// How characters are read, above them.
    case reading
    case rendering = "formula-rendering"
  }

  init(of node: Int, _ tag: HTMLTag, _ names: ElementNames, in tree: HTMLTree, _ vocabulary: HTMLVocabulary) {
    self = .shown
    switch tag {
    case .head, .title, .meta, .link, .base, .style, .input, .colgroup, .col, .source: self = .dropped
    case .button, .select, .option, .textarea: self = .omitted(.control)
    case .svg, .template, .noscript, .iframe, .object, .embed, .canvas, .video, .audio, .map: self = .omitted(.embedded)
    case .rt, .rp: self = .omitted(.reading)
    default: break
    }
    guard self == .shown else { return }
    if Self.isHidden(node, tag, names, in: tree, vocabulary) {
      self = .omitted(.hidden)
      return
    }
    // The buttons of a box of which one part is shown at a time.
    if tree.attribute("role", of: node) == "tablist" {
      self = .omitted(.control)
      return
    }
    // A gutter that is called nothing.
    if tree.attribute("aria-hidden", of: node) == "true", Self.isNumbers(node, in: tree) {
      self = .dropped
      return
    }
    guard !names.names.isEmpty else { return }
    if names.isOne(of: vocabulary.listSymbols) {
      self = .dropped
      return
    }
    if names.isOne(of: vocabulary.formulaRendering) {
      self = .renderingOfFormula
    } else if names.isOne(of: vocabulary.headingAnchors) {
      let isAnchor = tree.textContent(node).trimmingSpace().count <= 2 || names.names.contains("mw-editsection")
      self = isAnchor ? .omitted(.control) : .shown
    } else if names.isOne(of: vocabulary.codeButtons) {
      self = Self.isLabel(node, in: tree) ? .omitted(.control) : .shown
    } else if names.isOne(of: vocabulary.lineNumbers) {
      self = Self.isNumbers(node, in: tree) ? .dropped : .shown
    }
  }

  private static func isNumbers(_ node: Int, in tree: HTMLTree) -> Bool {
    let text = tree.textContent(node)
    return text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || $0.isWhitespace }
  }

  /// Whether what is called like a button has no more words than one: a sentence is text, whatever its box is called.
  static func isLabel(_ node: Int, in tree: HTMLTree, longest: Int = 12) -> Bool {
    let text = tree.textContent(node).trimmingSpace()
    return text.count <= longest && !text.contains { "，。！？；,!?;".contains($0) }
  }

  /// Whether the words right before an element ask, and lead nowhere else: `怎么退货？` above the panel that it opens.
  private static func isAsked(above node: Int, in tree: HTMLTree) -> Bool {
    for before in stride(from: node - 1, through: max(1, node - reach), by: -1) where tree.tag(before) == .text {
      let text = String(decoding: tree.text(before), as: UTF8.self).trimmingSpace()
      if text.isEmpty { continue }
      return text.count >= 4 && (text.last == "？" || text.last == "?") && tree.tag(tree.parent(before)) != .a
    }
    return false
  }

  /// Nodes before an element among which the words right before it are looked for.
  private static let reach = 16

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
    if isHidden {
      return names.name(withWordOf: vocabulary.revealedWords) == nil && !names.isOne(of: vocabulary.content)
        && !isAsked(above: node, in: tree)
    }
    guard tree.attribute("aria-hidden", of: node) == "true", tag == .a || tag == .i || tag == .span else { return false }
    return tree.textContent(node).trimmingSpace().count <= 2
  }
}
