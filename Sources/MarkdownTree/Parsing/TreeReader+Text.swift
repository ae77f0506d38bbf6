internal import CCMarkGFM

/// Wiki links and `{no-link}`, which cmark leaves in the text.
extension TreeReader {
  mutating func readText(_ literal: cmark_chunk, line: Int32, next: CMarkNode?) {
    let start = buffer.count
    reportMarks(in: literal, line: line, next: next)
    let all = store(literal)
    guard dialect.isOurs, hasOwnSyntax(all) else {
      appendText(start, buffer.count, line)
      return
    }
    var from = start
    var index = start
    let end = buffer.count
    while index < end {
      if !isInLink, let link = wikiLink(at: index, end) {
        appendText(from, index, line)
        appendWikiLink(link, line)
        index = link.end
        from = index
      } else if matches(Self.noLink, at: index, end) {
        appendNoLink(from, index, line)
        index += Self.noLink.count
        from = index
      } else {
        index += 1
      }
    }
    appendText(from, end, line)
  }

  private static let noLink = Array("{no-link}".utf8)

  private func hasOwnSyntax(_ range: TextRange) -> Bool {
    buffer.withUnsafeBufferPointer { bytes in
      bytes[range.indices].contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
    }
  }

  private mutating func appendText(_ start: Int, _ end: Int, _ line: Int32) {
    guard start < end else { return }
    var leaf = Node(.text, .leaf, line: line)
    leaf.text = TextRange(start: Int32(start), count: Int32(end - start))
    nodes.append(leaf)
  }

  private func matches(_ pattern: [UInt8], at index: Int, _ end: Int) -> Bool {
    index + pattern.count <= end && buffer[index] == pattern[0]
      && buffer[index..<(index + pattern.count)].elementsEqual(pattern)
  }

  /// After a word, it refuses the link of that word; standing alone, every link of its block.
  private mutating func appendNoLink(_ from: Int, _ index: Int, _ line: Int32) {
    let isAlone = index > from ? buffer[index - 1] == 0x20 : !followsInline
    // The space before a `{no-link}` that stands alone goes with it.
    appendText(from, isAlone && index > from ? index - 1 : index, line)
    var leaf = Node(.noLink, .leaf, line: line)
    leaf.flag = isAlone
    nodes.append(leaf)
  }

  /// Whether the node before is an inline that a word may end in.
  private var followsInline: Bool {
    switch nodes.last?.kind {
    case .text, .code, .emphasis, .strong, .strikethrough, .link: true
    default: false
    }
  }

  private struct WikiLink {
    let name: Range<Int>
    let label: Range<Int>
    let end: Int
  }

  /// `[[name]]` or `[[name|label]]`, neither part empty, no bracket inside.
  private func wikiLink(at index: Int, _ end: Int) -> WikiLink? {
    let (opening, closing) = (UInt8(ascii: "["), UInt8(ascii: "]"))
    guard buffer[index] == opening, index + 1 < end, buffer[index + 1] == opening else { return nil }
    var bar: Int?
    var cursor = index + 2
    while cursor < end, buffer[cursor] != opening, buffer[cursor] != closing {
      if buffer[cursor] == UInt8(ascii: "|"), bar == nil { bar = cursor }
      cursor += 1
    }
    guard cursor + 1 < end, buffer[cursor] == closing, buffer[cursor + 1] == closing else { return nil }
    let name = trimmed((index + 2)..<(bar ?? cursor))
    let label = bar.map { trimmed(($0 + 1)..<cursor) } ?? name
    guard !name.isEmpty, !label.isEmpty else { return nil }
    return WikiLink(name: name, label: label, end: cursor + 2)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, buffer[start] == 0x20 { start += 1 }
    while start < end, buffer[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  private mutating func appendWikiLink(_ link: WikiLink, _ line: Int32) {
    var node = Node(.link, .open, line: line)
    node.number = Link.Kind.wiki.rawValue
    node.text = TextRange(start: Int32(link.name.lowerBound), count: Int32(link.name.count))
    nodes.append(node)
    appendText(link.label.lowerBound, link.label.upperBound, line)
    node.phase = .close
    nodes.append(node)
  }

  /// A mark at the inner edge of an emphasis is the reason why it is one.
  private mutating func reportMarks(in literal: cmark_chunk, line: Int32, next: CMarkNode?) {
    guard hasMarks, literal.len > 0 else { return }
    let bytes = UnsafeBufferPointer(start: literal.data, count: Int(literal.len))
    if let container = nodes.last, container.phase == .open, RepairMarks.beginsWithBoundary(bytes) {
      reportRepair(of: container.kind, line)
    }
    if next == nil, RepairMarks.endsWithBoundary(bytes), let container = innermost { reportRepair(of: container, line) }
    if RepairMarks.beginsWithStop(bytes), let last = nodes.last, last.kind == .link, last.phase == .close {
      repairs.append(Repair(kind: .autolink, line: Int(line)))
    }
  }

  private mutating func reportRepair(of kind: Node.Kind, _ line: Int32) {
    switch kind {
    case .emphasis, .strong: repairs.append(Repair(kind: .emphasis, line: Int(line)))
    case .strikethrough: repairs.append(Repair(kind: .strikethrough, line: Int(line)))
    default: break
    }
  }
}
