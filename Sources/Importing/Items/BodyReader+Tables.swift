internal import HanText

extension BodyReader {
  /// Rows of a table whose cells were joined by spaces: lines below one another with as many short fields each.
  mutating func takeTables() {
    var start = 0
    while start < lines.count {
      var end = start
      var rows: [[String]] = []
      while end < lines.count, end == start || !lines[end].startsBlock, let cells = fields(at: end),
        cells.count == rows.first?.count ?? cells.count
      {
        rows.append(cells)
        end += 1
      }
      if rows.count >= 2, isHeader(rows[0]) || rows.count >= 4 {
        for (offset, cells) in rows.enumerated() {
          lines[start + offset].shape = .tableRow(cells.map { InlineText.escaped(ProseText.clean($0)) }, isHeader: offset == 0)
          lines[start + offset].text = ""
        }
      }
      start = max(end, start + 1)
    }
  }

  /// Chinese names beside one another: prose has no spaces there.
  private func isHeader(_ cells: [String]) -> Bool {
    zip(cells, cells.dropFirst()).contains { $0.unicodeScalars.last!.isHan && $1.unicodeScalars.first!.isHan }
  }

  /// At least three short fields; a number goes with its unit and the word before it, a bracket with what it holds.
  private func fields(at position: Int) -> [String]? {
    guard case .paragraph = lines[position].shape else { return nil }
    let line = page.lines[indices[position]]
    guard line.hint == nil, line.marked.markers.isEmpty, (5...120).contains(line.folded.text.count), line.folded.indent == 0,
      !line.folded.text.contains(where: { $0.isOne(of: "。,;:?!") })
    else { return nil }
    var fields: [[Unicode.Scalar]] = []
    var depth = 0
    var isOpen = false
    for index in line.folded.text.indices {
      let scalar = line.folded.text[index]
      if scalar == " ", depth == 0 {
        isOpen = false
        continue
      }
      if !isOpen { fields.append([]) }
      isOpen = true
      depth += scalar == "(" ? 1 : scalar == ")" ? -1 : 0
      fields[fields.count - 1].append(line.folded.written[index])
    }
    var cells: [String] = []
    var goesOn = false
    for field in fields {
      let isUnit = field.count <= 3 && field.allSatisfy(\.isASCIILetter) && cells.last?.unicodeScalars.last?.isASCIIDigit == true
      if goesOn || isUnit { cells[cells.count - 1] += " " + String(field) } else { cells.append(String(field)) }
      goesOn = field == ["约"]
    }
    return cells.count >= 3 && cells.allSatisfy({ $0.unicodeScalars.count <= 20 }) ? cells : nil
  }
}
