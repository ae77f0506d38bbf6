extension HTMLRenderer {
  mutating func renderTable(_ node: Node, at index: Int) {
    let isOpen = node.phase == .open
    switch node.kind {
    case .table where isOpen:
      out.startLine()
      out.write("<div class=\"table\" tabindex=\"0\">\n<table>\n")
      hasBodyRow = false
    case .table:
      if hasBodyRow { out.write("</tbody>\n") }
      out.write("</table>\n</div>\n")
    case .row where isOpen:
      out.startLine()
      if node.flag {
        out.write("<thead>\n")
      } else if !hasBodyRow {
        out.write("<tbody>\n")
        hasBodyRow = true
      }
      out.write("<tr>\n")
    case .row:
      out.startLine()
      out.write("</tr>\n")
      if node.flag { out.write("</thead>\n") }
    case .cell: renderCell(node, at: index)
    default: break
    }
  }

  private mutating func renderCell(_ node: Node, at index: Int) {
    // The corner of a table may be empty; a heading that says nothing is none.
    let partner = node.phase == .open ? index + 1 : index - 1
    let isHeading = node.flag && !(tree.nodes.indices.contains(partner) && tree.nodes[partner].kind == .cell)
    if node.phase == .close {
      if isHeading { out.write("</th>\n") } else { out.write("</td>\n") }
      return
    }
    if isHeading { out.write("<th") } else { out.write("<td") }
    switch UInt8(truncatingIfNeeded: node.number) {
    case UInt8(ascii: "l"): out.write(" align=\"left\"")
    case UInt8(ascii: "c"): out.write(" align=\"center\"")
    case UInt8(ascii: "r"): out.write(" align=\"right\"")
    default: break
    }
    out.write(">")
  }
}
