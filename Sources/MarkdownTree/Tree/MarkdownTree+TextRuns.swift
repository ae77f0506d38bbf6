extension MarkdownTree {
  /// Hands every run of text to `find` and links the ranges that it returns, ordered and apart, within a run.
  ///
  /// Headings, images and blocks with a `{no-link}` of their own are left out. Links that stand in the text already are handed to
  /// `pass` where they come, with the section they are in. O(tree + text).
  package mutating func linkTexts(passing pass: (_ url: String, _ section: Int) -> Void = { _, _ in }, _ find: (TextRun) -> [TextLink]) {
    var edits: [TextEdit] = []
    var scratch: [UInt8] = []
    var state = RunState(nodes: nodes)
    var index = 0
    while index < nodes.count {
      guard nodes[index].kind == .text, state.allowsLinks else {
        state.pass(nodes[index], at: index)
        if nodes[index].kind == .link, nodes[index].phase == .open { pass(string(nodes[index].text), state.section) }
        index += 1
        continue
      }
      let start = index
      while index < nodes.count, nodes[index].kind == .text || nodes[index].kind == .softBreak { index += 1 }
      let pieces = start..<index
      let links = withBytes(of: pieces, &scratch) { bytes in
        find(
          TextRun(
            bytes: bytes, section: state.section, line: Int(nodes[start].line),
            refusesLastWord: state.refusesWord(before: index), tree: self, heading: state.heading, start: start,
            block: state.block))
      }
      for link in links { edits.append(edit(for: link, in: pieces)) }
    }
    if !edits.isEmpty { apply(edits) }
  }

  private func withBytes<Result>(
    of pieces: Range<Int>, _ scratch: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if pieces.count == 1 {
      let range = nodes[pieces.lowerBound].text.indices
      return buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
    scratch.removeAll(keepingCapacity: true)
    for node in nodes[pieces] {
      if node.kind == .text {
        scratch.append(contentsOf: buffer[node.text.indices])
      } else if !node.flag {
        scratch.append(0x0A)
      }
    }
    return scratch.withUnsafeBufferPointer { body($0) }
  }
}

/// What the walk over the events has seen.
private struct RunState {
  let nodes: [Node]
  /// Whether any `{no-link}` stands in the document: most have none.
  let hasNoLink: Bool
  var section = 0
  /// Event of the heading before.
  var heading: Int?
  /// Event of the innermost block.
  var block = 0
  private var refusing = 0
  private var isBlockRefused = false

  init(nodes: [Node]) {
    self.nodes = nodes
    hasNoLink = nodes.contains { $0.kind == .noLink }
  }

  var allowsLinks: Bool { refusing == 0 && !isBlockRefused }

  mutating func pass(_ node: Node, at index: Int) {
    guard node.phase != .leaf else { return }
    let isOpen = node.phase == .open
    switch node.kind {
    case .link, .image: refusing += isOpen ? 1 : -1
    case .heading:
      refusing += isOpen ? 1 : -1
      if isOpen {
        section += 1
        heading = index
      }
    case .paragraph, .cell:
      block = index
      isBlockRefused = isOpen && hasNoLink && holdsNoLink(from: index + 1)
    default: break
    }
  }

  private func holdsNoLink(from start: Int) -> Bool {
    for node in nodes[start...] {
      if node.isBlock { return false }
      if node.kind == .noLink, node.flag { return true }
    }
    return false
  }

  /// Whether `{no-link}` stands at `index`, behind the end of emphasis perhaps.
  func refusesWord(before index: Int) -> Bool {
    guard hasNoLink else { return false }
    var index = index
    while index < nodes.count, nodes[index].phase == .close, !nodes[index].isBlock { index += 1 }
    return index < nodes.count && nodes[index].kind == .noLink && !nodes[index].flag
  }
}
