internal import CCMarkGFM

extension TreeReader {
  /// Reads a run of text, with the syntax of ours in it.
  mutating func readText(_ literal: cmark_chunk, line: Int32, isLast: Bool) {
    let bytes = UnsafeBufferPointer(start: literal.data, count: Int(literal.len))
    reportMarks(in: bytes, line: line, isLast: isLast)
    var from = 0
    var index = 0
    while dialect.isOurs, index < bytes.count {
      switch OwnSyntax.found(at: index, in: bytes) {
      case .wikiLink(let name, let label, let end) where !isInLink:
        appendText(bytes[from..<index], line)
        appendWikiLink(bytes[name], label: bytes[label], line)
        (index, from) = (end, end)
      case .noLink(let end):
        appendNoLink(after: bytes[from..<index], line)
        (index, from) = (end, end)
      case nil where bytes[index] == UInt8(ascii: "[") && !isInLink && wikiLinkFaults < WikiLinkFault.mostOfAFile:
        guard let fault = WikiLinkFault.found(at: index, in: bytes) else { fallthrough }
        diagnostics.append(fault.diagnostic(in: file, nearLine: Int(line)))
        wikiLinkFaults += 1
        index += fault.length
      case nil where bytes[index] == UInt8(ascii: "{") || bytes[index] == 0xEF:
        if let fault = NoLinkFault.found(at: index, in: bytes) { diagnostics.append(fault.diagnostic(in: file, nearLine: Int(line))) }
        index += 1
      default: index += 1
      }
    }
    appendText(bytes[from...], line)
  }

  private mutating func appendText(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ line: Int32) {
    let text = store(bytes)
    if text.isEmpty { return }
    var leaf = Node(.text, .leaf, line: line)
    leaf.text = text
    nodes.append(leaf)
  }

  private mutating func appendWikiLink(
    _ name: Slice<UnsafeBufferPointer<UInt8>>, label: Slice<UnsafeBufferPointer<UInt8>>, _ line: Int32
  ) {
    var node = Node(.link, .open, line: line)
    node.number = Link.Kind.wiki.rawValue
    node.text = store(name)
    nodes.append(node)
    appendText(label, line)
    node.phase = .close
    nodes.append(node)
  }

  /// After a word, it refuses the link of that word; standing alone, every link of its block.
  private mutating func appendNoLink(after text: Slice<UnsafeBufferPointer<UInt8>>, _ line: Int32) {
    let isAlone = text.last.map { $0 == 0x20 } ?? !followsInline
    // The space before a `{no-link}` that stands alone goes with it.
    appendText(isAlone ? text.dropLast() : text, line)
    var leaf = Node(.noLink, .leaf, line: line)
    leaf.flag = isAlone
    nodes.append(leaf)
  }

  /// Whether the node before is an inline that a word may end in.
  private var followsInline: Bool {
    switch nodes.last?.kind {
    case .text, .code, .emphasis, .strong, .strikethrough, .link: nodes.last?.phase != .open
    default: false
    }
  }

  /// A boundary at the inner edge of an emphasis is the reason why it is one; a stop behind a link, why it ends.
  private mutating func reportMarks(in bytes: UnsafeBufferPointer<UInt8>, line: Int32, isLast: Bool) {
    guard hasMarks, let before = nodes.last else { return }
    if before.phase == .open, RepairMarks.beginsWithBoundary(bytes) { reportRepair(of: before.kind, line) }
    if isLast, RepairMarks.endsWithBoundary(bytes), let container = innermost { reportRepair(of: container, line) }
    if before.kind == .link, before.phase == .close, RepairMarks.beginsWithStop(bytes) {
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
