extension HTMLRenderer {
  mutating func renderFootnoteReference(_ node: Node) {
    out.write("<sup class=\"footnote-ref\"><a href=\"#fn-")
    out.writeAddress(bytes(node.text))
    out.write("\" id=\"fnref-")
    out.writeAddress(bytes(node.text))
    out.write(bytes(node.extra))
    out.write("\" data-footnote-ref>")
    out.write(number: node.number)
    out.write("</a></sup>")
  }

  /// Footnotes stand at the document's end, in the order of their numbers.
  mutating func renderFootnote(_ node: Node, at index: Int) {
    if node.phase == .open {
      if footnote == 0 { out.write("<section class=\"footnotes\" data-footnotes>\n<ol>\n") }
      footnote += 1
      out.write("<li id=\"fn-")
      out.writeAddress(bytes(node.text))
      out.write("\">\n")
      return
    }
    let endsWithParagraph = index > 0 && tree.nodes[index - 1].kind == .paragraph
    if !endsWithParagraph {
      renderBackReferences(node)
      out.write("\n")
    }
    out.write("</li>\n")
  }

  mutating func renderBackReferences(_ node: Node) {
    for reference in 1...max(1, node.number) {
      if reference > 1 { out.write(" ") }
      out.write("<a href=\"#fnref-")
      out.writeAddress(bytes(node.text))
      if reference > 1 {
        out.write("-")
        out.write(number: reference)
      }
      out.write("\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"")
      out.write(number: footnote)
      if reference > 1 {
        out.write("-")
        out.write(number: reference)
      }
      out.write("\" aria-label=\"Back to reference ")
      out.write(number: footnote)
      if reference > 1 {
        out.write("-")
        out.write(number: reference)
      }
      out.write("\">↩")
      if reference > 1 {
        out.write("<sup class=\"footnote-ref\">")
        out.write(number: reference)
        out.write("</sup>")
      }
      out.write("</a>")
    }
  }
}
