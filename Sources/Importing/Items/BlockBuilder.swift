/// Recovers the blocks of an answer from its lines.
enum BlockBuilder {
  /// - Parameters:
  ///   - opening: a line that is title and beginning of the answer at once, and where the answer begins in it.
  ///   - isDefinition: whether the lines stand below a name that they define.
  static func blocks(
    of indices: [Int], on page: JudgedPage, opening: (index: Int, start: Int)?, isDefinition: Bool = false
  ) -> [Block] {
    var lines = BodyReader.read(indices, on: page, isDefinition: isDefinition)
    if let opening {
      let line = page.lines[opening.index]
      var text = InlineText.markdown(of: line, from: opening.start)
      for word in ["答：", "答:", "解答：", "答案：", "答复："] where text.hasPrefix(word) { text = String(text.dropFirst(word.count)) }
      lines.insert(
        BodyLine(number: line.number, shape: .paragraph, text: MarkdownEscaping.escapeLineStart(text), startsBlock: true, quoteDepth: 0),
        at: 0)
    }
    return quoted(lines[...], depth: 0, levels: levels(lines))
  }

  /// Ranks of headings as levels from 2.
  private static func levels(_ lines: [BodyLine]) -> [Int: Int] {
    let ranks = Set(lines.compactMap { if case .heading(let rank) = $0.shape { rank } else { nil } }).sorted()
    return Dictionary(uniqueKeysWithValues: ranks.enumerated().map { ($1, min(6, $0 + 2)) })
  }

  /// Splits off the quotes, then builds what stands between them.
  private static func quoted(_ lines: ArraySlice<BodyLine>, depth: Int, levels: [Int: Int]) -> [Block] {
    var blocks: [Block] = []
    var rest = lines
    while let first = rest.first {
      let isQuote = first.quoteDepth > depth
      let run = rest.prefix { ($0.quoteDepth > depth) == isQuote }
      if isQuote, depth < 8 {
        let inside = quoted(run, depth: depth + 1, levels: levels)
        if !inside.isEmpty { blocks.append(Block(.quote(inside), lines: first.number...run.last!.number)) }
      } else {
        var builder = BlockStack(levels: levels)
        for line in run { builder.add(line) }
        blocks += builder.finish()
      }
      rest = rest.dropFirst(run.count)
    }
    return blocks
  }
}
