extension HTMLRenderer {
  mutating func renderInline(_ node: Node, at index: Int) {
    let isOpen = node.phase == .open
    if Self.separates(node) { script = .none }
    switch node.kind {
    case .text: renderText(node, at: index)
    case .softBreak: if !node.flag { out.write("\n") }
    case .lineBreak: out.write("<br />\n")
    case .code:
      out.write("<code>")
      out.writeEscaped(bytes(node.text))
      out.write("</code>")
    case .html: out.writeEscaped(bytes(node.text))
    case .formula: renderInlineFormula(node, at: index)
    case .emphasis: if isOpen { out.write("<em>") } else { out.write("</em>") }
    case .strong: if isOpen { out.write("<strong>") } else { out.write("</strong>") }
    case .strikethrough: if isOpen { out.write("<del>") } else { out.write("</del>") }
    case .link: renderLink(node)
    case .footnoteReference: renderFootnoteReference(node)
    default: break
    }
  }

  private mutating func renderLink(_ node: Node) {
    if node.phase == .close {
      out.write("</a>")
      return
    }
    out.write("<a href=\"")
    out.writeAddress(bytes(node.text))
    out.write("\"")
    out.write(bytes(node.extra))
    if URLSafety.isExternal(bytes(node.text)) { out.write(" rel=\"noopener\"") }
    out.write(">")
  }
}
