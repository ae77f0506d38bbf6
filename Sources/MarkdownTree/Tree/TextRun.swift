/// Text in which words may be linked: consecutive text of one paragraph or table cell, outside links, code and formulas.
package struct TextRun {
  /// UTF-8. A line break inside is `\n`, none where the words on both sides are written without a space.
  /// Valid during the call that was given the run.
  package let bytes: UnsafeBufferPointer<UInt8>
  /// Counts the headings before.
  package let section: Int
  /// Line of the file at which the run begins.
  package let line: Int
  /// Whether `{no-link}` follows: a link must not end where the run ends.
  package let refusesLastWord: Bool

  let tree: MarkdownTree
  /// Event of the heading before.
  let heading: Int?
  /// Event at which the run begins, and the one at which its block does.
  let start: Int
  let block: Int

  /// Id of the heading before; `nil` before the first.
  package var headingID: String? { heading.map { tree.string(tree.nodes[$0].text) } }
}

/// A range of a run that becomes a link.
package struct TextLink {
  package let range: Range<Int>
  package let target: LinkTarget

  package init(range: Range<Int>, target: LinkTarget) {
    self.range = range
    self.target = target
  }
}
