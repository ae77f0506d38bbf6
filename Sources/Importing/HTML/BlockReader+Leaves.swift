internal import HanText

extension BlockReader {
  mutating func append(_ formula: FormulaReader.Formula, line: Int) {
    guard formula.isDisplay else {
      runs.append(
        formula.markdown, style: .formula, link: openLinks.last ?? nil, isLinked: !openLinks.isEmpty, line: line)
      return
    }
    flush()
    append(LineHint(.formula), text: formula.tex, line: line)
  }

  /// A button that bears a heading, opens what stands below it, or asks what stands there.
  func isDisclosure(_ node: Int) -> Bool {
    let text = tree.textContent(node).trimmingSpace()
    if text.count >= 4, text.last == "？" || text.last == "?" { return true }
    guard text.count >= 6 else { return false }
    return headingLevel != nil
      || ["aria-expanded", "aria-controls", "data-bs-toggle", "data-toggle"].contains { tree.attribute($0, of: node) != nil }
  }

  mutating func appendImage(_ node: Int, _ names: ElementNames) {
    let image = ImageReader(tree: tree, vocabulary: vocabulary, links: links)
    switch image.read(node, names) {
    case .text(let text):
      runs.append(text, style: style, link: nil, isLinked: false, line: tree.line(node))
    case .image(let image): runs.append(image, line: tree.line(node))
    case nil: break
    }
  }

  /// `x²` and `h₀` where Unicode has the signs, `h_t` and `e^x` where it has not.
  mutating func appendRaised(_ node: Int, isSuperscript: Bool) {
    let text = tree.textContent(node).collapsingSpace()
    guard !text.isEmpty else { return }
    let isReference = text.hasPrefix("[") || (node..<tree.end(node)).contains { tree.tag($0) == .a }
    let raised = isReference ? text : RaisedText.write(text, isSuperscript: isSuperscript)
    runs.append(raised, style: style, link: nil, isLinked: false, line: tree.line(node))
  }

  mutating func readCode(_ node: Int) -> Int {
    flush()
    let reader = CodeReader(tree: tree, vocabulary: vocabulary)
    let language = reader.language(of: node)
    let (code, omitted) = reader.read(node)
    hidden += omitted
    if language == nil, Self.isProse(code) {
      for line in code where !line.text.isEmpty {
        append(LineHint(.paragraph), text: line.text.trimmingSpace(), line: line.source)
      }
      return tree.end(node)
    }
    for (offset, line) in code.enumerated() {
      var hint = LineHint(.code(language: language))
      hint.startsBlock = offset == 0
      append(hint, text: line.text, line: line.source)
    }
    return tree.end(node)
  }

  /// Prose that a page shows with fixed width: Chinese sentences, and nothing that programs are made of.
  static func isProse(_ lines: [CodeReader.Line]) -> Bool {
    var han = 0, letters = 0, signs = 0
    for line in lines {
      for scalar in line.text.unicodeScalars {
        if (0x4E00...0x9FFF).contains(scalar.value) { han += 1 }
        if scalar.properties.isAlphabetic { letters += 1 }
        if scalar.isOne(of: "{}();=<>/\\|") { signs += 1 }
      }
    }
    return han > 30 && han * 10 > letters * 8 && signs * 25 < han
  }

  mutating func appendTable(_ node: Int) {
    let table = TableReader(tree: tree)
    if let caption = table.caption(of: node) { appendParagraphs(inside: caption) }
    // What stands in no cell would be lost with them.
    for text in table.textOutside(of: node) { appendParagraphs(inside: text) }
    var isFirst = true
    for row in table.rows(of: node) {
      var cells: [String] = [], texts: [String] = []
      for cell in row.cells {
        let lines = cell.map { linesAlone(inside: $0) } ?? []
        cells.append(lines.map(\.cellMarkdown).filter { !$0.isEmpty }.joined(separator: "<br>"))
        texts += lines.map(\.text)
      }
      guard texts.contains(where: { !$0.isEmpty }) else { continue }
      var hint = LineHint(.tableRow(cells: cells, isHeader: row.isHeader))
      hint.startsBlock = isFirst
      isFirst = false
      append(hint, text: texts.filter { !$0.isEmpty }.joined(separator: " "), line: tree.line(row.node))
    }
  }

  private mutating func appendParagraphs(inside node: Int) {
    for line in linesAlone(inside: node) { append(line.hint ?? LineHint(.paragraph), text: line.text, line: tree.line(node)) }
  }

  /// The lines inside an element, read by themselves.
  private mutating func linesAlone(inside node: Int) -> [ScrapedLine] {
    var reader = BlockReader(tree: tree, vocabulary: vocabulary, links: links, content: [])
    let lines = reader.read(tree.tag(node) == .text ? node..<node + 1 : node + 1..<tree.end(node))
    hidden += reader.hidden
    return lines
  }
}
