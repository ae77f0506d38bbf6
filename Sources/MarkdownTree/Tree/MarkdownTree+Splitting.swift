extension MarkdownTree {
  /// The first paragraph, where the document begins with one, and the rest: a term's definition and its explanation.
  ///
  /// Formulas and footnotes are numbered in the parts as in the whole. O(tree).
  public func splitAfterFirstParagraph() -> (first: MarkdownTree?, rest: MarkdownTree) {
    guard let opening = nodes.first, opening.kind == .paragraph, opening.phase == .open,
      let end = nodes.firstIndex(where: { $0.kind == .paragraph && $0.phase == .close })
    else { return (nil, self) }
    return (
      MarkdownTree(file: file, repairs: repairs, nodes: Array(nodes[...end]), buffer: buffer),
      MarkdownTree(file: file, repairs: repairs, nodes: Array(nodes[(end + 1)...]), buffer: buffer)
    )
  }
}

extension MarkdownTree {
  /// The document cut before each heading that stands in no list and no quotation; the part before the first is left out
  /// where it is empty. Written one after the other, the parts give the document's HTML: numbers stay, and footnotes are in
  /// the last part. O(tree), but for a copy of the text that is made when a part is changed.
  public func splitAtHeadings() -> [MarkdownTree] {
    var starts: [Int] = []
    var depth = 0
    for (index, node) in nodes.enumerated() where node.isBlock {
      if node.kind == .heading, node.phase == .open, depth == 0 { starts.append(index) }
      if node.phase == .open { depth += 1 } else if node.phase == .close { depth -= 1 }
    }
    if starts.first != 0 { starts.insert(0, at: 0) }
    return zip(starts, starts.dropFirst() + [nodes.count]).compactMap { start, end in
      start == end ? nil : MarkdownTree(file: file, repairs: repairs, nodes: Array(nodes[start..<end]), buffer: buffer)
    }
  }
}
