extension HTMLRenderer {
  mutating func renderBlock(_ node: Node, at index: Int) {
    let isOpen = node.phase == .open
    switch node.kind {
    case .paragraph: renderParagraph(node, at: index)
    case .heading: renderHeading(node)
    case .blockQuote:
      out.startLine()
      if isOpen { out.write("<blockquote>\n") } else { out.write("</blockquote>\n") }
    case .list: renderList(node)
    case .item: renderItem(node)
    case .codeBlock: renderCode(node)
    case .htmlBlock:
      out.startLine()
      out.write("<pre class=\"html\">")
      out.writeEscaped(bytes(node.text))
      out.write("</pre>\n")
    case .thematicBreak:
      out.startLine()
      out.write("<hr />\n")
    case .displayFormula:
      out.startLine()
      out.write("<div class=\"formula\">")
      renderFormula(node)
      out.write("</div>\n")
    case .table, .row, .cell: renderTable(node, at: index)
    case .footnote: renderFootnote(node, at: index)
    default: break
    }
  }

  private mutating func renderParagraph(_ node: Node, at index: Int) {
    if node.flag { return }
    if node.phase == .open {
      out.startLine()
      out.write("<p>")
      return
    }
    // The last paragraph of a footnote holds the way back.
    if index + 1 < tree.nodes.count {
      let next = tree.nodes[index + 1]
      if next.kind == .footnote, next.phase == .close {
        out.write(" ")
        renderBackReferences(next)
      }
    }
    out.write("</p>\n")
  }

  private mutating func renderHeading(_ node: Node) {
    let level = String(node.number).utf8
    if node.phase == .open {
      out.startLine()
      out.write("<h")
      out.write(level)
      if !node.text.isEmpty {
        out.write(" id=\"")
        out.writeEscaped(bytes(node.text))
        out.write("\"")
      }
      out.write(">")
    } else {
      out.write("</h")
      out.write(level)
      out.write(">\n")
    }
  }

  private mutating func renderList(_ node: Node) {
    if node.phase == .close {
      if node.flag { out.write("</ol>\n") } else { out.write("</ul>\n") }
      return
    }
    out.startLine()
    if !node.flag {
      out.write("<ul>\n")
    } else if node.number == 1 {
      out.write("<ol>\n")
    } else {
      out.write("<ol start=\"")
      out.write(number: node.number)
      out.write("\">\n")
    }
  }

  private mutating func renderItem(_ node: Node) {
    if node.phase == .close {
      out.write("</li>\n")
      return
    }
    out.startLine()
    switch TaskState(rawValue: node.number) {
    case .open: out.write("<li class=\"task\"><input type=\"checkbox\" disabled=\"\" /> ")
    case .done: out.write("<li class=\"task\"><input type=\"checkbox\" checked=\"\" disabled=\"\" /> ")
    default: out.write("<li>")
    }
  }

  private mutating func renderCode(_ node: Node) {
    let language = bytes(node.extra).prefix { $0 != 0x20 && $0 != 0x09 }
    out.startLine()
    out.write("<pre><code")
    if !language.isEmpty {
      out.write(" class=\"language-")
      out.writeEscaped(language)
      out.write("\"")
    }
    out.write(">")
    let highlighted =
      language.isEmpty ? nil : highlight(string(node.text), String(decoding: language, as: UTF8.self))
    if let highlighted { out.write(highlighted) } else { out.writeEscaped(bytes(node.text)) }
    out.write("</code></pre>\n")
  }

  mutating func renderFormula(_ node: Node) {
    let tex = String(string(node.text).trimmingSpace)
    if let html = formula(tex, node.flag) {
      out.write(html)
      return
    }
    if node.flag { out.write("<code class=\"math display\">") } else { out.write("<code class=\"math\">") }
    out.writeEscaped(tex)
    out.write("</code>")
  }
}
