internal import CCMarkGFM
internal import Diagnostics

extension TreeReader {
  mutating func readLeaf(_ leaf: inout Node, _ source: CMarkNode) {
    switch leaf.kind {
    case .text:
      readText(source.pointee.as.literal, line: leaf.line, isLast: source.pointee.next == nil)
      return
    case .codeBlock:
      leaf.text = store(source.pointee.as.code.literal)
      leaf.extra = store(source.pointee.as.code.info)
    case .htmlBlock, .html:
      leaf.text = store(source.pointee.as.literal)
      if dialect.isOurs, readHTML(leaf) { return }
    case .code:
      leaf.text = store(source.pointee.as.literal)
    case .formula:
      leaf.text = store(source.pointee.as.literal)
      trimDollars(&leaf)
    case .displayFormula:
      readDisplayFormula(source, leaf)
      return
    case .softBreak:
      leaf.flag = dialect.isOurs && CJKText.joins(buffer, source.pointee.next?.literalBytes)
    case .footnoteReference:
      leaf.text = store(source.pointee.parent_footnote_def.pointee.as.literal)
      let number = store(source.pointee.as.literal)
      leaf.number = Int32(string(number)) ?? 0
      if source.pointee.footnote.ref_ix > 1 { leaf.extra = store(verbatim: "-\(source.pointee.footnote.ref_ix)".utf8) }
    default: break
    }
    nodes.append(leaf)
  }

  /// `<br>` is a line break, a comment is nothing, and any other HTML is shown as the text it is.
  private mutating func readHTML(_ leaf: Node) -> Bool {
    let html = string(leaf.text).trimmingSpace
    if html.hasPrefix("<!--"), html.hasSuffix("-->") { return true }
    if leaf.kind == .html, ["<br>", "<br/>", "<br />"].contains(html.lowercased()) {
      nodes.append(Node(.lineBreak, .leaf, line: leaf.line))
      return true
    }
    reportHTML(html, line: Int(leaf.line))
    return false
  }

  /// Once for a tag and its end, each where it stands.
  private mutating func reportHTML(_ html: Substring, line: Int) {
    if html.hasPrefix("</"), openedTags.contains(html.dropFirst(2).prefix { $0.isLetter || $0.isNumber }.lowercased()) { return }
    openedTags.insert(html.dropFirst().prefix { $0.isLetter || $0.isNumber }.lowercased())
    let last = (lastHTML?.line ?? 0, lastHTML?.column ?? 0)
    let place = file.location(of: String(html.prefix { !$0.isNewline }), nearLine: line) { ($0, $1.startIndex + 1) > last }
    lastHTML = place
    diagnostics.append(
      Diagnostic(
        .warning, rule: "raw-html", "HTML is shown as text in the page", at: place,
        suggestion: "write Markdown, or put the HTML into code marks"))
  }

  /// `$a$` and `$$a$$` to `a`; two dollar signs make it a display formula.
  private func trimDollars(_ leaf: inout Node) {
    let bytes = buffer[leaf.text.indices]
    let count = bytes.starts(with: [UInt8(ascii: "$"), UInt8(ascii: "$")]) ? 2 : 1
    leaf.flag = count == 2
    leaf.text = TextRange(start: leaf.text.start + Int32(count), count: leaf.text.count - Int32(2 * count))
  }

  /// The lines of a `$$` block; what follows the closing `$$` is a paragraph of its own.
  private mutating func readDisplayFormula(_ source: CMarkNode, _ leaf: Node) {
    let all = store(source.pointee.as.code.literal)
    let isClosed = source.pointee.user_data != nil
    let bytes = Array(buffer[all.indices])
    let closing = bytes.withUnsafeBufferPointer { FormulaScanner.doubleDollar(in: $0, from: 2) }
    var node = leaf
    node.flag = true
    guard isClosed, let closing else {
      report(
        .error, "unclosed-formula", "formula has no closing $$ before the next blank line", line: leaf.line,
        suggestion: "write $$ on a line of its own after the formula")
      appendParagraph(all, line: leaf.line)
      return
    }
    node.text = TextRange(start: all.start + 2, count: Int32(closing - 2))
    nodes.append(node)
    let rest = TextRange(start: all.start + Int32(closing + 2), count: all.count - Int32(closing + 2))
    appendParagraph(rest, line: leaf.line)
  }

  /// A paragraph of plain text; none where there is only space.
  private mutating func appendParagraph(_ range: TextRange, line: Int32) {
    let text = string(range).trimmingSpace
    if text.isEmpty { return }
    nodes.append(Node(.paragraph, .open, line: line))
    var leaf = Node(.text, .leaf, line: line)
    leaf.text = store(verbatim: text.utf8)
    nodes.append(leaf)
    nodes.append(Node(.paragraph, .close, line: line))
  }
}

extension CMarkNode {
  /// The literal of a text node.
  var literalBytes: UnsafeBufferPointer<UInt8>? {
    guard UInt32(pointee.type) == CMARK_NODE_TEXT.rawValue else { return nil }
    return UnsafeBufferPointer(start: pointee.as.literal.data, count: Int(pointee.as.literal.len))
  }
}

extension StringProtocol where SubSequence == Substring {
  var trimmingSpace: Substring {
    var view = self[startIndex...]
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return view
  }
}
