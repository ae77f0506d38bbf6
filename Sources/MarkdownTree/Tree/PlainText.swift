/// Which formulas plain text keeps.
enum FormulaText {
  /// All, as TeX.
  case all
  /// Those that read as text: `O(n^2)`, but not `\frac{1}{n}`.
  case readable
}

extension MarkdownTree {
  /// The text of the block that opens at `index` up to its end, runs of space as one, ends trimmed.
  func plainText(ofBlockAt index: Int, formulas: FormulaText) -> String {
    var bytes: [UInt8] = []
    var depth = 0
    let kind = nodes[index].kind
    for node in nodes[index...] {
      if node.kind == kind { depth += node.phase == .open ? 1 : node.phase == .close ? -1 : 0 }
      if depth == 0 { break }
      appendPlainText(of: node, formulas: formulas, to: &bytes)
    }
    return Self.collapsingSpace(bytes)
  }

  func appendPlainText(of node: Node, formulas: FormulaText, to bytes: inout [UInt8]) {
    switch node.kind {
    case .text, .code, .html:
      bytes.append(contentsOf: buffer[node.text.indices])
    case .softBreak where !node.flag, .lineBreak:
      bytes.append(0x20)
    case .formula:
      let tex = buffer[node.text.indices]
      let reads = !tex.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "{") }
      if formulas == .all || reads { bytes.append(contentsOf: tex) } else { bytes.append(0x20) }
    default: break
    }
  }

  static func collapsingSpace(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var gap = false
    for byte in bytes {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        gap = true
      } else {
        if gap, !result.isEmpty { result.append(0x20) }
        gap = false
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
