extension HTMLRenderer {
  mutating func renderFootnoteReference(_ node: Node) {
    out.write("<sup class=\"footnote-ref\"><a href=\"#fn-")
    out.writeAddress(bytes(node.text))
    out.write("\" id=\"fnref-")
    out.writeAddress(bytes(node.text))
    out.write(bytes(node.extra))
    out.write("\">")
    out.write(number: node.number)
    out.write("</a></sup>")
  }

  /// Footnotes stand at the document's end, in the order of their numbers.
  mutating func renderFootnote(_ node: Node, at index: Int) {
    if node.phase == .open {
      if footnote == 0 { out.write("<section class=\"footnotes\">\n<ol>\n") }
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

  /// A way back to each place that refers to the footnote.
  mutating func renderBackReferences(_ node: Node) {
    for reference in 1...max(1, node.number) {
      if reference > 1 { out.write(" ") }
      out.write("<a href=\"#fnref-")
      out.writeAddress(bytes(node.text))
      if reference > 1 {
        out.write("-")
        out.write(number: reference)
      }
      // Without a word, so that it is right in every language.
      out.write("\" class=\"footnote-backref\" aria-label=\"↩ ")
      out.write(number: footnote)
      if reference > 1 {
        out.write("-")
        out.write(number: reference)
      }
      out.write("\">↩</a>")
    }
  }
}
