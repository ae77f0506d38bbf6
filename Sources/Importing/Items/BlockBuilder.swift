/// Recovers the blocks of an answer from its lines.
enum BlockBuilder {
  /// - Parameters:
  ///   - title: the line that the blocks stand below: what encloses it encloses them, and is none of theirs.
  ///   - opening: a line that is title and beginning of the answer at once, and where the answer begins in it.
  ///   - isDefinition: whether the lines stand below a name that they define.
  static func blocks(
    of indices: [Int], on page: JudgedPage, below title: PageLine? = nil, opening: (index: Int, start: Int)?, isDefinition: Bool = false
  ) -> [Block] {
    var lines = BodyReader.read(indices, on: page, isDefinition: isDefinition)
    if let around = title?.hint?.containers, !around.isEmpty {
      for index in lines.indices {
        let shared = zip(lines[index].containers, around).prefix { $0 == $1 }.count
        lines[index].containers.removeFirst(shared)
      }
    }
    if let opening {
      let line = page.lines[opening.index]
      // `什么是索引？答：…`, `Q: … A: …`
      let marked = MarkerParser.parse(Array(line.folded.text[opening.start...]), wording: page.rules.wording)
      let isAnswer = marked.markers.first?.family == .answer && !marked.isQualifiedAnswer
      let text = InlineText.markdown(of: line, from: opening.start + (isAnswer ? marked.contentStart : 0))
      lines.insert(
        BodyLine(number: line.number, shape: .paragraph, text: MarkdownEscaping.escapeLineStart(text), startsBlock: true),
        at: 0)
    }
    let stack = BlockStack(levels: levels(lines), isMarkedUp: page.document.format != .text)
    return nested(lines[...], depth: 0, stack)
  }

  /// Ranks of headings as levels from 2.
  private static func levels(_ lines: [BodyLine]) -> [Int: Int] {
    let ranks = Set(lines.compactMap { if case .heading(let rank) = $0.shape { rank } else { nil } }).sorted()
    return Dictionary(uniqueKeysWithValues: ranks.enumerated().map { ($1, min(6, $0 + 2)) })
  }

  /// Puts lines into the lists and quotations that the markup has them in.
  private static func nested(_ lines: ArraySlice<BodyLine>, depth: Int, _ stack: BlockStack) -> [Block] {
    var blocks: [Block] = []
    var rest = lines
    while let first = rest.first {
      let container = first.container(at: depth)
      let run = rest.prefix { $0.container(at: depth).isPart(of: container) }
      rest = rest.dropFirst(run.count)
      let range = first.number...run.last!.number
      switch container {
      case nil:
        var stack = stack
        for line in run { stack.add(line) }
        blocks += stack.finish()
      case .quote:
        let inside = nested(run, depth: depth + 1, stack)
        if !inside.isEmpty { blocks.append(Block(.quote(inside), lines: range)) }
      case .item(_, _, let ordinal):
        var items: [[Block]] = []
        var start = ordinal
        var lower = range.lowerBound
        var left = run
        while let first = left.first {
          let item = left.prefix { $0.container(at: depth) == first.container(at: depth) }
          left = left.dropFirst(item.count)
          let inside = nested(item, depth: depth + 1, stack)
          if inside.isEmpty { continue }
          // `<li value="5">` below `1.` counts anew.
          if let begun = start, case .item(_, _, let own?) = first.container(at: depth), own != begun + items.count {
            if !items.isEmpty { blocks.append(Block(.list(start: begun, items: items), lines: lower...(first.number - 1))) }
            (start, items, lower) = (own, [], first.number)
          }
          items.append(inside)
        }
        if !items.isEmpty { blocks.append(Block(.list(start: start, items: items), lines: lower...range.upperBound)) }
      }
    }
    return blocks
  }
}

extension BodyLine {
  fileprivate func container(at depth: Int) -> LineHint.Container? { depth < containers.count ? containers[depth] : nil }
}

extension LineHint.Container? {
  /// Whether two lines stand in one list, one quotation, or in nothing.
  fileprivate func isPart(of other: Self) -> Bool {
    if case .item(let list, _, _) = self, case .item(let same, _, _) = other { return list == same }
    return self == other
  }
}
