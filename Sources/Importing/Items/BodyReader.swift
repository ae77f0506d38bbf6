internal import HanText

/// Gives every line of an answer its shape: what the markup says, or what numbers, bullets, indent and blank lines tell.
struct BodyReader {
  let page: JudgedPage
  let indices: [Int]
  /// Whether the lines stand below a name that they define: `: what it means`.
  let isDefinition: Bool
  var lines: [BodyLine] = []

  static func read(_ indices: [Int], on page: JudgedPage, isDefinition: Bool) -> [BodyLine] {
    var reader = BodyReader(page: page, indices: indices, isDefinition: isDefinition)
    reader.lines.reserveCapacity(indices.count)
    for position in indices.indices { reader.lines.append(reader.line(at: position)) }
    reader.takeTables()
    if reader.lines.contains(where: { $0.text.utf8.count > ScrapedLine.longest }) { reader.lines = reader.lines.flatMap(LongText.split) }
    return reader.lines.contains(where: GluedList.mayBe) ? reader.lines.flatMap(GluedList.split) : reader.lines
  }

  private init(page: JudgedPage, indices: [Int], isDefinition: Bool) {
    self.page = page
    self.indices = indices
    self.isDefinition = isDefinition
  }

  private func line(at position: Int) -> BodyLine {
    let line = page.lines[indices[position]]
    let hint = line.hint
    func body(_ shape: BodyLine.Shape, _ text: String) -> BodyLine {
      BodyLine(
        number: line.number, shape: shape, text: text, startsBlock: hint?.startsBlock ?? hasBlank(before: position),
        containers: hint?.containers ?? [])
    }
    switch hint?.role {
    case .heading(let level): return body(.heading(rank: level), headingText(line))
    case .code(let language): return body(.code(language: language), line.raw)
    case .tableRow(let cells, let isHeader): return body(.tableRow(cells.map { ProseText.clean($0) }, isHeader: isHeader), "")
    case .formula: return body(.formula, hint?.markdown ?? line.raw)
    case .image(let address, let alternative): return body(.image(address: address, alternative: alternative), "")
    case .divider: return body(.nothing, "")
    case .listItem: return body(.paragraph, MarkdownEscaping.escapeLineStart(InlineText.markdown(of: line)))
    case .paragraph, nil: break
    }
    if isRuler(line) { return body(.nothing, "") }
    if let formula = displayFormula(line) { return body(.formula, formula) }
    if let cells = pipedCells(line) { return body(.tableRow(cells, isHeader: nil), "") }
    if let (shape, start) = nestedItem(line, position) {
      return body(shape, MarkdownEscaping.escapeLineStart(InlineText.markdown(of: line, from: start)))
    }
    if isHeading(position) { return body(.heading(rank: TitleStyle(line).rank), headingText(line)) }
    return marked(line, position, body)
  }

  private func headingText(_ line: PageLine) -> String {
    var text = InlineText.markdown(of: line, from: line.headingStart)
    if text.hasPrefix("**"), text.hasSuffix("**"), text.count > 4 { text = String(text.dropFirst(2).dropLast(2)) }
    while let last = text.unicodeScalars.last, last.isOne(of: "：: ") || last == "#" && line.marked.markers.first?.family == .hash {
      text.unicodeScalars.removeLast()
    }
    return text
  }

  private func marked(
    _ line: PageLine, _ position: Int, _ body: (BodyLine.Shape, String) -> BodyLine
  ) -> BodyLine {
    // Depth is what the markup says, where there is one.
    let indent = line.hint == nil ? line.folded.indent : 0
    if line.marked.isAnswer, line.folded.text.first != "*" {
      let text = InlineText.markdown(of: line, from: line.marked.isQualifiedAnswer ? 0 : line.marked.contentStart)
      return body(text.isEmpty ? .nothing : .paragraph, text)
    }
    if line.marked.isBulleted, line.marked.markers.count == 1 || line.marked.principal?.isNumbered == false {
      return body(.item(indent: indent, ordinal: nil), InlineText.markdown(of: line, from: line.marked.contentStart))
    }
    if line.folded.text.first != "*", let marker = line.marked.principal,
      [.decimal, .bracketed, .circled].contains(marker.family), marker.path.count == 1, marker.delimiter != " ",
      let ordinal = marker.path.first, ordinal < 1_000, isCounted(line, marker, position)
    {
      let depth = marker.family == .circled ? indentOfCircled(marker, position, indent) : indent
      return body(.item(indent: depth, ordinal: ordinal), InlineText.markdown(of: line, from: line.marked.contentStart))
    }
    let start = isDefinition && line.hint == nil && line.opensDefinition ? line.definitionStart : 0
    let text = MarkdownEscaping.escapeLineStart(InlineText.markdown(of: line, from: start))
    if let item = lostItem(line, position, indent) { return body(item, text) }
    return body(.paragraph, text)
  }

  /// Whether a number counts: `1.` alone may, `80、443 是网页` without a neighbour does not.
  private func isCounted(_ line: PageLine, _ marker: LineMarker, _ position: Int) -> Bool {
    guard let ordinal = marker.path.first, let first = line.content.first else { return false }
    // `① 与 ② 的区别` counts nothing.
    if ordinal <= 1, !first.isASCIIDigit, marker.family != .circled { return true }
    func number(_ other: Int) -> Int? {
      let marked = page.lines[indices[other]].marked.principal
      let isAlike = marked?.family == marker.family && (marker.family != .circled || marked?.delimiter == marker.delimiter)
      return isAlike && marked?.path.count == 1 ? marked?.path.first : nil
    }
    for other in indices[..<position].indices.suffix(Self.farthestNeighbour).reversed() where number(other) == ordinal - 1 { return true }
    for other in indices[(position + 1)...].indices.prefix(Self.farthestNeighbour) where number(other) == ordinal + 1 { return true }
    return false
  }

  /// `①` right below `1.`, both at one indent, counts points of that item.
  private func indentOfCircled(_ marker: LineMarker, _ position: Int, _ indent: Int) -> Int {
    guard position > 0, case .item(let above, _?) = lines[position - 1].shape,
      let other = page.lines[indices[position - 1]].marked.principal
    else { return indent }
    if other.family == .circled { return other.delimiter == marker.delimiter ? above : indent }
    return above == indent ? indent + 1 : indent
  }

  /// How many lines an item of a list may have below it.
  static let farthestNeighbour = 24

  /// The last item of a list whose bullet was lost: indented as the text of the items above it, right below them.
  private func lostItem(_ line: PageLine, _ position: Int, _ indent: Int) -> BodyLine.Shape? {
    guard line.hint == nil, indent >= 2, position > 0, case .item(let above, let ordinal) = lines[position - 1].shape,
      indent == above + 2 || indent == above + 3, !hasBlank(before: position)
    else { return nil }
    return .item(indent: above, ordinal: ordinal.map { $0 + 1 })
  }

  private func hasBlank(before position: Int) -> Bool {
    position == 0 || indices[position] > indices[position - 1] + 1
  }

  private func hasBlank(after position: Int) -> Bool {
    guard position + 1 < indices.count else { return true }
    return indices[position + 1] > indices[position] + 1
  }

  /// Numbered by 一、 or 1.2, or short and standing alone, with text below.
  private func isHeading(_ position: Int) -> Bool {
    let line = page.lines[indices[position]]
    guard position + 1 < indices.count, line.content.count <= 40, line.content.count >= 2, !line.isListItem, !line.marked.isAnswer,
      let last = line.lastScalar, !last.isOne(of: "。;,!.…、"), !line.content.dropLast().contains(":")
    else { return false }
    let next = page.lines[indices[position + 1]]
    guard !next.isBlank, TitleStyle(next) != TitleStyle(line) || TitleStyle(line).isPlain else { return false }
    switch line.marked.principal?.family {
    case .han, .chapter, .hash: return true
    case .decimal:
      if line.marked.principal!.path.count > 1 { return true }
      return line.folded.indent == 0
        && (line.hint?.isBold == true || line.hint == nil && hasBlank(after: position) && hasBlank(before: position))
    // In Markdown all paragraphs stand apart, and headings have their own mark.
    case .pictograph: return hasBlank(before: position) && last != ":" && page.document.format != .markdown
    case nil:
      if last == ":" || last == "?" { return false }
      if let hint = line.hint { return hint.isBold && hint.listDepth == 0 && hint.definition == nil }
      return line.folded.indent == 0 && line.content.count <= 24 && hasBlank(before: position) && hasBlank(after: position)
        && line.content.contains(where: \.isHan) && (next.folded.length > line.folded.length || next.isListItem)
    default: return false
    }
  }

  /// `------`, `======`.
  private func isRuler(_ line: PageLine) -> Bool {
    guard line.hint == nil, let first = line.folded.text.first, first.isOne(of: "-=*_—~"), line.folded.text.count >= 3 else { return false }
    return line.folded.text.allSatisfy { $0 == first }
  }

  /// `$$ … $$` on one line.
  private func displayFormula(_ line: PageLine) -> String? {
    let text = line.folded.text
    guard text.count > 4, text.starts(with: "$$".unicodeScalars), text.suffix(2).elementsEqual("$$".unicodeScalars) else { return nil }
    let inside = text.dropFirst(2).dropLast(2)
    return inside.contains("$") ? nil : String(inside).trimmingSpace()
  }

  /// The cells of a table in Markdown: `| a | b |`.
  private func pipedCells(_ line: PageLine) -> [String]? {
    let text = line.folded.text
    guard line.hint == nil, text.count > 4, text.first == "|", text.last == "|" else { return nil }
    let cells = text.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
    return cells.count >= 2 ? cells.map { InlineText.escaped(ProseText.clean(String($0).trimmingSpace())) } : nil
  }
}

extension PageLine {
  /// Headings keep numbers that say where they stand (`一、`), not the hashes of Markdown or ornaments.
  var headingStart: Int {
    guard let first = marked.markers.first, first.family == .hash || first.family == .pictograph else { return 0 }
    return marked.markers.count == 1 ? marked.contentStart : folded.text.prefix { $0 == "#" || $0 == " " || $0.isPictograph }.count
  }
}
