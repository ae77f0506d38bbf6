internal import HanText

/// Finds the tables of a plain text whose cells are parted by tabs, or stand in columns that spaces line up: lines below one
/// another with as many cells each, the first of which names the columns. O(text).
struct TableRuns {
  /// Cells by index of the line, and whether they name the columns.
  private(set) var rows: [Int: (cells: [String], isHeader: Bool)] = [:]

  /// Rows without the names of the columns that make a table.
  private static let leastTabbed = 1, leastAligned = 2
  private static let longestCell = 200

  /// `isChrome` tells of a line whether it belongs to the page rather than to its text: rows of buttons stand in columns too.
  init(_ lines: [ScrapedLine], isChrome: (String) -> Bool) {
    var start = 0
    while start < lines.count {
      let end = lines[start...].firstIndex { $0.hint != nil || !Self.hasColumns($0.text) } ?? lines.count
      if end - start >= 2 { take(lines[start..<end], isChrome: isChrome) }
      start = max(end, start + 1)
    }
  }

  private mutating func take(_ lines: ArraySlice<ScrapedLine>, isChrome: (String) -> Bool) {
    var start = lines.startIndex
    while start < lines.endIndex {
      let readings: [(least: Int, read: (String) -> [Cell]?)] = [
        (Self.leastTabbed, { Self.tabbed($0, keepingEmpty: true) }), (Self.leastTabbed, { Self.tabbed($0, keepingEmpty: false) }),
        (Self.leastAligned, Self.aligned),
      ]
      var end = start + 1
      for (least, read) in readings {
        guard let head = read(lines[start].text), head.allSatisfy(\.mayNameColumn) else { continue }
        var table = [head]
        while start + table.count < lines.endIndex, let row = read(lines[start + table.count].text), Self.fits(row, below: head) {
          table.append(row)
        }
        guard table.count > least, !lines[start..<(start + table.count)].contains(where: { isChrome($0.text) }) else { continue }
        for (offset, row) in table.enumerated() { rows[start + offset] = (row.map(\.text), offset == 0) }
        end = start + table.count
        break
      }
      start = end
    }
  }

  private struct Cell {
    var text: String
    /// Where it begins, in columns: a Han character takes two. `nil` where tabs part the cells.
    var column: Int?

    /// Short, with a letter, and no member of a list: `1.` and `A.` stand before a tab too.
    var mayNameColumn: Bool {
      let scalars = Array(text.unicodeScalars).map { WidthFolding.fold($0) }
      guard (1...24).contains(scalars.count), let last = scalars.last, !last.isOne(of: ".:、)。,;"),
        scalars.contains(where: { $0.isHan || $0.isASCIILetter })
      else { return false }
      return scalars.count < 2 ? scalars[0].isHan : !scalars.prefix(4).dropFirst().contains { $0.isOne(of: ".、):") }
    }
  }

  private static func fits(_ row: [Cell], below head: [Cell]) -> Bool {
    row.count == head.count && zip(row, head).allSatisfy { $0.column == $1.column } && !row.allSatisfy(\.text.isEmpty)
  }

  /// A tab or several spaces amid the text.
  private static func hasColumns(_ text: String) -> Bool {
    let text = text.trimmingSpace()
    return text.utf8.contains(0x09) || text.firstBytes(of: "  ") != nil || text.unicodeScalars.contains { $0.value == 0x3000 }
  }

  private static func tabbed(_ text: String, keepingEmpty: Bool) -> [Cell]? {
    guard text.utf8.first != 0x09, text.utf8.contains(0x09) else { return nil }
    let cells = text.split(separator: "\t", omittingEmptySubsequences: !keepingEmpty).map { Cell(text: String($0).trimmingSpace()) }
    return cells.count >= 2 && cells.allSatisfy { $0.text.utf8.count <= longestCell * 3 } ? cells : nil
  }

  private static func aligned(_ text: String) -> [Cell]? {
    guard !text.utf8.contains(0x09), text.unicodeScalars.first?.isSpace == false else { return nil }
    var cells: [Cell] = []
    var column = 0, gap = 2
    for scalar in text.unicodeScalars {
      if scalar.isSpace {
        gap += scalar.value == 0x3000 ? 2 : 1
        column += scalar.value == 0x3000 ? 2 : 1
        continue
      }
      if gap >= 2 { cells.append(Cell(text: "", column: column)) } else if gap == 1 { cells[cells.count - 1].text.append(" ") }
      cells[cells.count - 1].text.unicodeScalars.append(scalar)
      gap = 0
      column += scalar.isWide ? 2 : 1
    }
    return cells.count >= 2 ? cells : nil
  }
}

extension Unicode.Scalar {
  /// Whether a terminal draws it two columns wide: Han, kana, signs of their widths.
  fileprivate var isWide: Bool {
    isHan || (0x3000...0x30FF).contains(value) || (0xFF01...0xFF60).contains(value) || (0xAC00...0xD7A3).contains(value)
  }
}

extension ScrapedDocument {
  /// The document with the tables of a plain text named as markup would name them. What the rules know for the page's own
  /// is none.
  func withTables(_ rules: ImportRules) -> ScrapedDocument {
    guard format == .text else { return self }
    let runs = TableRuns(lines) { text in
      rules.phrases.matches(in: FoldedLine(text, disguises: rules.disguises).key).contains { match in
        let group = rules.phrases.groups[match.group]
        return (group.action == .strip || group.action == .meta) && match.isAtStart
      }
    }
    guard !runs.rows.isEmpty else { return self }
    let hinted = lines.enumerated().map { index, line in
      guard let row = runs.rows[index] else { return line }
      var hint = LineHint(.tableRow(cells: row.cells.map { InlineText.escaped($0) }, isHeader: row.isHeader))
      hint.startsBlock = row.isHeader
      return ScrapedLine(number: line.number, text: line.text, hint: hint)
    }
    return ScrapedDocument(path: path, format: format, lines: hinted, hidden: hidden, provenance: provenance, title: title)
  }
}
