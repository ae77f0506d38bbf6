package import Diagnostics

extension MarkdownTree {
  package static func parse(
    _ file: SourceFile, body: Range<Int>, dialect: Dialect
  ) -> (tree: MarkdownTree, diagnostics: [Diagnostic]) {
    let body = body.clamped(to: 0..<file.bytes.count)
    return file.bytes.withUnsafeBufferPointer { bytes in
      let lineOffset = bytes[..<body.lowerBound].count { $0 == 0x0A }
      let source = UnsafeBufferPointer(rebasing: bytes[body])
      if let excess = ParsingBounds.excess(in: source) {
        return refuse(source, file, line: excess.line + lineOffset, excess.summary)
      }
      let marked = dialect.isOurs ? SourceMarking.marked(source) : nil
      var reader = TreeReader(
        file: file, dialect: dialect, lineOffset: lineOffset, hasMarks: marked != nil, capacity: source.count)
      if let marked {
        marked.withUnsafeBufferPointer { CMarkParsing.withDocument($0, dialect) { reader.read($0) } }
      } else {
        CMarkParsing.withDocument(source, dialect) { reader.read($0) }
      }
      var tree = MarkdownTree(file: file, repairs: reader.repairs, nodes: reader.nodes, buffer: reader.buffer)
      if dialect.isOurs { tree.nameHeadings() }
      return (tree, reader.diagnostics)
    }
  }

  /// What is shown of a text that cmark cannot be given: its beginning, as it is.
  private static let shownOfRefused = 64_000

  private static func refuse(
    _ source: UnsafeBufferPointer<UInt8>, _ file: SourceFile, line: Int, _ summary: String
  ) -> (tree: MarkdownTree, diagnostics: [Diagnostic]) {
    let location = file.location(line: line)
    var tree = MarkdownTree(file: file, repairs: [], nodes: [], buffer: [])
    var node = Node(.codeBlock, .leaf, line: Int32(line))
    let shown = String(decoding: source.prefix(shownOfRefused), as: UTF8.self)
    node.text = tree.store(shown.utf8)
    tree.nodes = [node]
    let diagnostic = Diagnostic(
      .error, rule: "too-large", "\(summary); the text is shown as it is", at: location,
      suggestion: "split it into several")
    return (tree, [diagnostic])
  }

  /// Gives every heading its level, 2 at least, and its id. A second heading of one name gets `-2`, the next `-3`.
  private mutating func nameHeadings() {
    let opens = nodes.indices.filter { nodes[$0].kind == .heading && nodes[$0].phase == .open }
    let shift: Int32 = opens.contains { nodes[$0].number == 1 } ? 1 : 0
    var used: Set<String> = []
    var copies: [String: Int] = [:]
    for index in opens {
      let base = HeadingID.make(from: plainText(ofBlockAt: index))
      var id = base
      while !used.insert(id).inserted {
        copies[base, default: 1] += 1
        id = "\(base)-\(copies[base, default: 1])"
      }
      let text = store(id.utf8)
      var end = index
      while nodes[end].kind != .heading || nodes[end].phase != .close { end += 1 }
      for event in [index, end] {
        nodes[event].number = min(6, nodes[event].number + shift)
        nodes[event].text = text
      }
    }
  }
}
