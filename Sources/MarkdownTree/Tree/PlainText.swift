extension MarkdownTree {
  /// The text of the block that opens at `index` up to its end, runs of space as one, ends trimmed.
  func plainText(ofBlockAt index: Int) -> String {
    var bytes: [UInt8] = []
    var depth = 0
    let kind = nodes[index].kind
    for node in nodes[index...] {
      if node.kind == kind { depth += node.phase == .open ? 1 : node.phase == .close ? -1 : 0 }
      if depth == 0 { break }
      appendPlainText(of: node, to: &bytes)
    }
    return Self.collapsingSpace(bytes)
  }

  func appendPlainText(of node: Node, to bytes: inout [UInt8]) {
    switch node.kind {
    case .text, .code, .html:
      bytes.append(contentsOf: buffer[node.text.indices])
    case .softBreak where !node.flag, .lineBreak:
      bytes.append(0x20)
    case .formula:
      bytes.append(contentsOf: FormulaText.plain(buffer[node.text.indices]))
    default: break
    }
  }

  /// Runs of space as one, ends trimmed. O(bytes).
  static func collapsingSpace(_ bytes: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { result in
      var count = 0
      var gap = false
      for byte in bytes {
        if byte == 0x20 || (0x09...0x0D).contains(byte) {
          gap = count > 0
        } else {
          if gap {
            result[count] = 0x20
            count += 1
            gap = false
          }
          result[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}
