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
