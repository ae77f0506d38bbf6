internal import Encodings

/// Finds the TeX source behind a formula that a page shows: KaTeX, MathJax 2 and 3, MathML, and the pictures and
/// attributes of 知乎, CSDN, 简书, 掘金, WeChat editors and MediaWiki.
struct FormulaReader {
  let tree: HTMLTree
  let vocabulary: HTMLVocabulary

  struct Formula: Equatable {
    var tex: String
    var isDisplay: Bool

    var markdown: String { isDisplay ? "$$\(tex)$$" : "$\(tex)$" }
  }

  /// The formula that an element is; `nil` for an element that is none.
  func formula(at node: Int, tag: HTMLTag, names: ElementNames) -> Formula? {
    switch tag {
    case .script:
      guard let type = tree.attribute("type", of: node), type.contains("math/tex") else { return nil }
      return make(tree.textContent(node), isDisplay: type.contains("mode=display"))
    case .img: return imageFormula(node, names)
    case .math: return mathFormula(node)
    case .mjxContainer:
      let isDisplay = tree.attribute("display", of: node) == "true"
      guard let math = first(.math, inside: node), let formula = mathFormula(math) else { return nil }
      return Formula(tex: formula.tex, isDisplay: isDisplay)
    default: break
    }
    if let tex = attributeSource(node) { return make(tex, isDisplay: isDisplay(node, names)) }
    guard !names.names.isEmpty else { return nil }
    if names.names.contains("katex") || names.names.contains("katex-mathml") {
      return katex(node).map { Formula(tex: $0.tex, isDisplay: isDisplay(node, names)) }
    }
    if names.names.contains(where: { $0.hasPrefix("MathJax") || $0.hasPrefix("MJX") }) {
      // Where the script with the source was dropped, its MathML may remain.
      if Self.sourceFollows(node, in: tree) { return nil }
      return first(.math, inside: node).flatMap(mathFormula).map {
        Formula(tex: $0.tex, isDisplay: $0.isDisplay || isDisplay(node, names))
      }
    }
    // Pandoc and MathJax sources that no script has touched: `\(…\)` inside `<span class="math">`.
    if names.names.contains("math") || names.names.contains("MathJax_Source") || names.names.contains("math-tex") {
      let text = tree.textContent(node).trimmingSpace()
      if let inner = Self.delimited(text, "\\(", "\\)") { return make(inner, isDisplay: false) }
      if let inner = Self.delimited(text, "\\[", "\\]") { return make(inner, isDisplay: true) }
      if let inner = Self.delimited(text, "$$", "$$") { return make(inner, isDisplay: true) }
      if let inner = Self.delimited(text, "$", "$") { return make(inner, isDisplay: false) }
    }
    return nil
  }

  /// Whether MathJax 2 left its source in a script right behind what it drew.
  static func sourceFollows(_ node: Int, in tree: HTMLTree) -> Bool {
    let after = tree.end(node)
    return (after..<min(tree.count, after + 8)).contains {
      tree.tag($0) == .script && tree.attribute("type", of: $0)?.contains("math/tex") == true
    }
  }

  private func katex(_ node: Int) -> Formula? {
    for index in node..<tree.end(node) where tree.tag(index) == .math { return mathFormula(index) }
    // Saved without its MathML elements: the source is what stands last, after an empty line.
    for index in node..<tree.end(node) where ElementNames(of: index, in: tree).names.contains("katex-mathml") {
      let lines = tree.textContent(index).textLines.map { $0.trimmingSpace() }
      let trimmed = lines.reversed().drop { $0.isEmpty }
      return make(trimmed.prefix { !$0.isEmpty }.reversed().joined(separator: "\n"), isDisplay: false)
    }
    return nil
  }

  private func mathFormula(_ node: Int) -> Formula? {
    let isDisplay = tree.attribute("display", of: node) == "block" || tree.attribute("mode", of: node) == "display"
    for index in node..<tree.end(node) where tree.tag(index) == .other {
      if tree.attribute("encoding", of: index)?.lowercased().contains("tex") == true {
        return make(tree.textContent(index), isDisplay: isDisplay)
      }
    }
    if let tex = attributeSource(node) { return make(tex, isDisplay: isDisplay) }
    return make(MathMLConversion.tex(of: node, in: tree), isDisplay: isDisplay)
  }

  private func imageFormula(_ node: Int, _ names: ElementNames) -> Formula? {
    let alternative = tree.attribute("alt", of: node) ?? ""
    let address = tree.attribute("src", of: node) ?? ""
    if let tex = attributeSource(node) { return make(tex, isDisplay: isDisplay(node, names)) }
    if let service = vocabulary.formulaImages.first(where: { address.contains($0) }) {
      let query = address[address.firstRange(of: service)!.upperBound...].prefix { $0 != "#" }
      let tex = alternative.isEmpty || alternative.hasPrefix("http") ? PercentEncoding.decodeFormValue(query) : alternative
      return make(tex, isDisplay: isDisplay(node, names) || tex.hasSuffix("\\\\"))
    }
    let isFormula =
      names.isOne(of: vocabulary.formulaImageClasses) || tree.attribute("eeimg", of: node) != nil
      || tree.attribute("mathimg", of: node) != nil
    let hasTeX =
      alternative.contains("\\") || alternative.contains("_") || alternative.contains("^")
      || names.names.contains { $0.hasPrefix("mwe-math") }
    guard isFormula || names.names.contains(where: { $0.hasPrefix("mwe-math") }), hasTeX else { return nil }
    return make(alternative, isDisplay: isDisplay(node, names))
  }

  private func attributeSource(_ node: Int) -> String? {
    for (name, value) in tree.attributes(of: node) where vocabulary.formulaAttributes.contains(name) {
      let value = value.trimmingSpace()
      if !value.isEmpty { return value.contains("%5C") ? PercentEncoding.decodeFormValue(value) : value }
    }
    return nil
  }

  /// By the class of the element or of the three around it.
  private func isDisplay(_ node: Int, _ names: ElementNames) -> Bool {
    if names.isOne(of: vocabulary.formulaDisplay) { return true }
    var around = tree.parent(node)
    for _ in 0..<3 where around > 0 {
      if ElementNames(of: around, in: tree).isOne(of: vocabulary.formulaDisplay) { return true }
      around = tree.parent(around)
    }
    return false
  }

  private func first(_ tag: HTMLTag, inside node: Int) -> Int? {
    (node..<tree.end(node)).first { tree.tag($0) == tag }
  }

  /// TeX on one line, without the wrapping that services add.
  private func make(_ source: String, isDisplay: Bool) -> Formula? {
    var tex = source.split(whereSeparator: \.isNewline).map { String($0).trimmingSpace() }
      .filter { !$0.isEmpty }.joined(separator: " ")
    var isDisplay = isDisplay
    if let inner = Self.delimited(tex, "% <![CDATA[", "%]]>") { tex = inner.trimmingSpace() }
    if let inner = Self.delimited(tex, "{\\displaystyle", "}") { tex = inner.trimmingSpace() }
    if let inner = Self.delimited(tex, "$$", "$$") { (tex, isDisplay) = (inner.trimmingSpace(), true) }
    if let inner = Self.delimited(tex, "$", "$") { tex = inner.trimmingSpace() }
    if let inner = Self.delimited(tex, "\\(", "\\)") { tex = inner.trimmingSpace() }
    if let inner = Self.delimited(tex, "\\[", "\\]") { (tex, isDisplay) = (inner.trimmingSpace(), true) }
    while tex.hasSuffix("\\\\") { tex = String(tex.dropLast(2)).trimmingSpace() }
    return tex.isEmpty || tex.utf8.count > 8192 ? nil : Formula(tex: tex, isDisplay: isDisplay)
  }

  private static func delimited(_ text: String, _ open: String, _ close: String) -> String? {
    guard text.utf8.count > open.utf8.count + close.utf8.count, text.hasPrefix(open), text.hasSuffix(close) else { return nil }
    return String(text.dropFirst(open.count).dropLast(close.count))
  }
}
