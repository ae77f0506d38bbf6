internal import MarkdownTree

/// Says of each line of a Markdown text what block it belongs to, by walking its parsed tree.
struct MarkdownLines {
  /// Hints by line, from 1; blank lines, fences and rulers under headings have none.
  private(set) var hints: [Int: LineHint] = [:]

  private let lines: [Substring]
  private var lists: [(id: Int, isOrdered: Bool, next: Int)] = []
  private var itemIsFresh = false
  private var containers: [LineHint.Container] = []
  /// Numbers of lists, items and quotations.
  private var count = 0
  /// The block whose further lines are being looked for, and its first line.
  private var open: (hint: LineHint, line: Int)?

  init(_ tree: MarkdownTree, lines: [Substring]) {
    self.lines = lines
    for node in tree.nodes where node.isBlock { visit(node, in: tree) }
    close(before: lines.count + 1)
  }

  private mutating func visit(_ node: Node, in tree: MarkdownTree) {
    let line = Int(node.line)
    switch (node.kind, node.phase) {
    case (.blockQuote, .open): containers.append(.quote(id: newID()))
    case (.blockQuote, .close): _ = containers.popLast()
    case (.list, .open): lists.append((newID(), node.flag, Int(node.number)))
    case (.list, .close): _ = lists.popLast()
    case (.item, .open):
      itemIsFresh = true
      if let list = lists.last { containers.append(.item(list: list.id, id: newID(), ordinal: list.isOrdered ? list.next : nil)) }
    case (.item, .close):
      itemIsFresh = false
      _ = containers.popLast()
      if !lists.isEmpty { lists[lists.count - 1].next += 1 }
    case (.paragraph, .open): begin(paragraph(), at: line)
    case (.heading, .open): begin(LineHint(.heading(level: Int(node.number))), at: line)
    case (.row, .open):
      var hint = LineHint(.tableRow(cells: [], isHeader: node.flag))
      hint.startsBlock = node.flag
      begin(hint, at: line)
    case (.thematicBreak, .leaf): begin(LineHint(.divider), at: line)
    case (.htmlBlock, .leaf): begin(LineHint(.paragraph), at: line)
    case (.displayFormula, .leaf): formula(String(decoding: tree.buffer[node.text.indices], as: UTF8.self), at: line)
    case (.codeBlock, .leaf):
      let language = String(decoding: tree.buffer[node.extra.indices], as: UTF8.self)
      code(tree.buffer[node.text.indices], language: language.isEmpty ? nil : language, at: line)
    default: break
    }
  }

  private mutating func newID() -> Int {
    count += 1
    return count
  }

  private mutating func paragraph() -> LineHint {
    guard itemIsFresh, let list = lists.last else { return LineHint(.paragraph) }
    itemIsFresh = false
    return LineHint(.listItem(depth: lists.count - 1, ordinal: list.isOrdered ? list.next : nil))
  }

  private mutating func begin(_ hint: LineHint, at line: Int) {
    close(before: line)
    open = (placed(hint), line)
  }

  /// In the lists and quotes that are open.
  private func placed(_ hint: LineHint) -> LineHint {
    var hint = hint
    hint.containers = Array(containers.prefix(LineHint.deepest))
    return hint
  }

  /// Gives a block its lines: all up to the next blank line or the next block.
  private mutating func close(before next: Int) {
    guard let block = open else { return }
    open = nil
    let line = block.line
    var hint = block.hint
    for current in line..<max(line + 1, min(next, lines.count + 1)) {
      guard current >= 1, current <= lines.count, !lines[current - 1].allSatisfy({ $0.isWhitespace || $0 == ">" }) else { break }
      if current > line, Self.isSetextRule(lines[current - 1]), case .heading = hint.role { break }
      hints[current] = hint
      hint.startsBlock = false
      if case .listItem = hint.role { hint.role = .paragraph }
    }
  }

  private mutating func formula(_ tex: String, at line: Int) {
    close(before: line)
    itemIsFresh = false
    var hint = placed(LineHint(.formula))
    hint.markdown = tex.split(whereSeparator: \.isNewline).joined(separator: " ")
    hints[line] = hint
  }

  private mutating func code(_ text: ArraySlice<UInt8>, language: String?, at line: Int) {
    close(before: line)
    itemIsFresh = false
    guard line >= 1, line <= lines.count else { return }
    let isFenced = ["```", "~~~"].contains { mark in
      lines[line - 1].drop { !"`~".contains($0) }.hasPrefix(mark)
    }
    var hint = placed(LineHint(.code(language: language)))
    var source = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    if source.last?.isEmpty == true { source.removeLast() }
    for (offset, text) in source.enumerated() {
      // Not as the file has it: there the marks and the indent of lists and quotes stand before it.
      hint.markdown = String(decoding: text, as: UTF8.self)
      hints[line + offset + (isFenced ? 1 : 0)] = hint
      hint.startsBlock = false
    }
  }

  private static func isSetextRule(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " }
    return !text.isEmpty && (text.allSatisfy { $0 == "=" || $0 == " " } || text.allSatisfy { $0 == "-" || $0 == " " })
  }
}
