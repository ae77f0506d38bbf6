internal import HanText

/// Blocks under construction: the lists that are open, innermost last.
struct BlockStack {
  let levels: [Int: Int]
  /// Whether the page says itself where a block begins.
  let isMarkedUp: Bool
  private var blocks: [Block] = []
  private var lists: [OpenList] = []

  private struct OpenList {
    let indent: Int
    let start: Int?
    var items: [[Block]]
    var next: Int
    let firstLine: Int
    var lastLine: Int
  }

  init(levels: [Int: Int], isMarkedUp: Bool) { (self.levels, self.isMarkedUp) = (levels, isMarkedUp) }

  mutating func add(_ line: BodyLine) {
    let lines = line.number...line.number
    switch line.shape {
    case .nothing: break
    case .heading(let rank):
      closeLists(to: -1)
      append(Block(.heading(level: levels[rank] ?? 2, text: line.text), lines: lines))
    case .item(let indent, let ordinal): addItem(line, indent: indent, ordinal: ordinal)
    case .paragraph:
      if !line.startsBlock, joins(line) { return join(line) }
      if !line.startsBlock, isMarkedUp, breaksOff(line) { return join(line, with: "\\\n") }
      closeLists(to: -1)
      addParagraph(line)
    case .code(let language): addCode(line, language)
    case .tableRow(let cells, let isHeader): addRow(cells, isHeader: isHeader, line)
    case .formula: append(Block(.formula(line.text), lines: lines))
    case .image(let address, let alternative): append(Block(.image(address: address, alternative: alternative), lines: lines))
    }
  }

  mutating func finish() -> [Block] {
    closeLists(to: -1)
    return blocks
  }

  private mutating func addItem(_ line: BodyLine, indent: Int, ordinal: Int?) {
    closeLists(to: indent)
    let paragraph = Block(.paragraph(line.text), lines: line.number...line.number)
    if let open = lists.last, open.indent == indent, (open.start == nil) == (ordinal == nil), ordinal == nil || ordinal == open.next {
      lists[lists.count - 1].items.append([paragraph])
      lists[lists.count - 1].next += 1
    } else {
      if let open = lists.last, open.indent == indent { closeLists(to: indent - 1) }
      lists.append(
        OpenList(
          indent: indent, start: ordinal, items: [[paragraph]], next: (ordinal ?? 0) + 1, firstLine: line.number,
          lastLine: line.number))
    }
    lists[lists.count - 1].lastLine = line.number
  }

  /// Closes lists that are indented deeper than a column.
  private mutating func closeLists(to indent: Int) {
    while let list = lists.last, list.indent > indent {
      lists.removeLast()
      append(Block(.list(start: list.start, items: list.items), lines: list.firstLine...list.lastLine))
    }
  }

  /// Adds to the innermost open item, or to the blocks.
  private mutating func append(_ block: Block) {
    if lists.isEmpty { return blocks.append(block) }
    let last = lists.count - 1
    lists[last].items[lists[last].items.count - 1].append(block)
    lists[last].lastLine = max(lists[last].lastLine, block.lines.upperBound)
  }

  private var latest: Block? { lists.isEmpty ? blocks.last : lists[lists.count - 1].items.last?.last }

  private mutating func replaceLatest(_ block: Block) {
    if lists.isEmpty {
      blocks[blocks.count - 1] = block
    } else {
      let list = lists.count - 1, item = lists[list].items.count - 1
      lists[list].items[item][lists[list].items[item].count - 1] = block
      lists[list].lastLine = max(lists[list].lastLine, block.lines.upperBound)
    }
  }

  private mutating func addParagraph(_ line: BodyLine) {
    append(Block(.paragraph(line.text), lines: line.number...line.number))
  }

  /// Whether a line goes on with the sentence above it.
  private func joins(_ line: BodyLine) -> Bool {
    guard let latest, case .paragraph(let text) = latest.kind, latest.lines.upperBound == line.number - 1,
      let last = text.unicodeScalars.last, let first = line.text.unicodeScalars.first
    else { return false }
    if last.isOne(of: "，、,") { return true }
    return first.isOne(of: "，。、；：）,.;:)")
  }

  /// Whether a line stands below a line break in the paragraph above it.
  private func breaksOff(_ line: BodyLine) -> Bool {
    guard let latest, case .paragraph = latest.kind else { return false }
    return latest.lines.upperBound < line.number
  }

  private mutating func join(_ line: BodyLine, with lineBreak: String) {
    guard let latest, case .paragraph(let text) = latest.kind else { return }
    replaceLatest(Block(.paragraph(text + lineBreak + line.text), lines: latest.lines.lowerBound...line.number))
  }

  private mutating func join(_ line: BodyLine) {
    guard let latest, case .paragraph(let text) = latest.kind else { return }
    let needsSpace = text.unicodeScalars.last!.isASCIIAlphanumeric && line.text.unicodeScalars.first!.isASCIIAlphanumeric
    let joined = text + (needsSpace || text.hasSuffix(",") ? " " : "") + line.text
    replaceLatest(Block(.paragraph(joined), lines: latest.lines.lowerBound...line.number))
  }

  private mutating func addCode(_ line: BodyLine, _ language: String?) {
    if let latest, case .code(let known, let text) = latest.kind,
      !line.startsBlock || !isMarkedUp && known == nil && language == nil && line.number - latest.lines.upperBound <= 2
    {
      let gap = String(repeating: "\n", count: max(0, min(4, line.number - latest.lines.upperBound - 1)))
      return replaceLatest(Block(.code(language: known, text: text + gap + "\n" + line.text), lines: latest.lines.lowerBound...line.number))
    }
    append(Block(.code(language: language, text: line.text), lines: line.number...line.number))
  }

  private mutating func addRow(_ cells: [String], isHeader: Bool?, _ line: BodyLine) {
    let number = line.number
    let isDivider = cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-: —".contains($0) } }
    if let latest, case .table(let header, let rows) = latest.kind, !isMarkedUp || !line.startsBlock,
      // The ruler below a header in Markdown is no line of its own.
      latest.lines.upperBound >= number - (isHeader == false && rows.isEmpty ? 2 : 1), isHeader != true || rows.isEmpty
    {
      if isDivider, rows.isEmpty { return replaceLatest(Block(latest.kind, lines: latest.lines.lowerBound...number)) }
      let padded = Array(cells.prefix(header.count)) + Array(repeating: "", count: max(0, header.count - cells.count))
      return replaceLatest(Block(.table(header: header, rows: rows + [padded]), lines: latest.lines.lowerBound...number))
    }
    append(Block(.table(header: cells, rows: []), lines: number...number))
  }
}
