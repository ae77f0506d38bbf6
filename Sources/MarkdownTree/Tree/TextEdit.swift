/// A link to be put into the events: from an offset in one text event to an offset in the same or a later one.
struct TextEdit {
  let first: Int
  let firstOffset: Int32
  let last: Int
  let lastOffset: Int32
  let target: LinkTarget
}

extension MarkdownTree {
  /// Where the ends of a link fall in the text events that a run is made of.
  func edit(for link: TextLink, in pieces: Range<Int>) -> TextEdit {
    var offset = 0
    var first: (Int, Int32)?
    for index in pieces {
      let node = nodes[index]
      let count = node.kind == .text ? Int(node.text.count) : node.flag ? 0 : 1
      if first == nil, link.range.lowerBound < offset + count {
        first = (index, Int32(link.range.lowerBound - offset))
      }
      if let first, link.range.upperBound <= offset + count {
        return TextEdit(
          first: first.0, firstOffset: first.1, last: index, lastOffset: Int32(link.range.upperBound - offset),
          target: link.target)
      }
      offset += count
    }
    preconditionFailure("link outside its run")
  }

  /// Puts links in, ordered and apart.
  mutating func apply(_ edits: [TextEdit]) {
    var result: [Node] = []
    result.reserveCapacity(nodes.count + edits.count * 4)
    var copied = 0
    /// Bytes of the text event at `copied` that are written already.
    var written: Int32 = 0

    func copyText(upTo offset: Int32) {
      var node = nodes[copied]
      guard offset > written else { return }
      node.text.start += written
      node.text.count = offset - written
      result.append(node)
      written = offset
    }
    func finishText() {
      if written > 0 {
        copyText(upTo: nodes[copied].text.count)
        copied += 1
        written = 0
      }
    }
    func copy(upTo index: Int) {
      guard copied < index else { return }
      finishText()
      result.append(contentsOf: nodes[copied..<index])
      copied = index
    }

    for edit in edits {
      copy(upTo: edit.first)
      copyText(upTo: edit.firstOffset)
      var link = Node(.link, .open, line: nodes[edit.first].line)
      apply(edit.target, to: &link)
      result.append(link)
      copy(upTo: edit.last)
      copyText(upTo: edit.lastOffset)
      link.phase = .close
      result.append(link)
    }
    if copied < nodes.count { copy(upTo: nodes.count) }
    nodes = result
  }
}
