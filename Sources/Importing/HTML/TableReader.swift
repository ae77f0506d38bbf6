/// Tells tables from boxes that only look like one, and reads their rows.
struct TableReader {
  struct Row {
    let node: Int
    let isHeader: Bool
    /// The cell's node in each column; `nil` where a cell of another row or column reaches over.
    let cells: [Int?]
  }

  let tree: HTMLTree

  /// Layout tables hold other tables, quotations, forms, or a single column without a header; code and headings as well, but for
  /// those whose columns have names. Their cells are read as boxes.
  static func isData(_ node: Int, in tree: HTMLTree, _ vocabulary: HTMLVocabulary) -> Bool {
    var rows = 0, cells = 0, headers = 0, bytes = 0, inRow = 0, widest = 0, hasBlocks = false, hasLongCode = false
    for index in node + 1..<max(node + 1, tree.end(node)) {
      switch tree.tag(index) {
      case .table, .blockquote, .form: return false
      case .h1, .h2, .h3: hasBlocks = true
      case .pre:
        hasBlocks = true
        hasLongCode = hasLongCode || tree.textContent(index).utf8.count(where: { $0 == 0x0A }) >= longestCode
      case .tr:
        rows += 1
        inRow = 0
      case .td, .th:
        cells += 1
        inRow += 1
        widest = max(widest, inRow)
        if tree.tag(index) == .th { headers += 1 }
        if ElementNames(of: index, in: tree).isOne(of: vocabulary.lineNumbers) { return false }
      case .text: bytes += tree.text(index).count
      default: break
      }
    }
    if hasBlocks, headers < 2 || hasLongCode { return false }
    // A header names what stands below it.
    let isColumn = widest == 1 && headers == 1 && rows > 1
    return rows > 0 && (widest >= 2 || isColumn) && widest <= widestRow && bytes < 800 * max(1, cells)
  }

  /// Lines of code from which on a cell would be no cell any more.
  private static let longestCode = 16
  private static let widestRow = 64

  /// Text of a table in no cell and no caption, which browsers show above it.
  func textOutside(of table: Int) -> [Int] {
    var found: [Int] = []
    var index = table + 1
    while index < tree.end(table) {
      switch tree.tag(index) {
      case .td, .th, .caption, .script, .style: index = tree.end(index)
      case .text:
        if tree.text(index).contains(where: { $0 > 0x20 }) { found.append(index) }
        index += 1
      default: index += 1
      }
    }
    return found
  }

  /// What a table is called above its rows.
  func caption(of table: Int) -> Int? { (table + 1..<tree.end(table)).first { tree.tag($0) == .caption } }

  /// The rows, each as wide as the widest. O(nodes + rows · columns).
  func rows(of table: Int) -> [Row] {
    var rows: [Row] = []
    // Columns that a cell with `rowspan` above still covers, with the rows left.
    var covered: [Int: Int] = [:]
    var index = table + 1
    while index < tree.end(table) {
      guard tree.tag(index) == .tr else {
        index += 1
        continue
      }
      rows.append(row(index, &covered))
      index = tree.end(index)
    }
    let width = min(rows.map(\.cells.count).max() ?? 0, Self.widestRow)
    return rows.map { row in
      let cells = row.cells.prefix(width) + Array(repeating: nil, count: max(0, width - row.cells.count))
      return Row(node: row.node, isHeader: row.isHeader, cells: Array(cells))
    }
  }

  private func row(_ node: Int, _ covered: inout [Int: Int]) -> Row {
    var cells: [Int?] = []
    var headers = 0
    func skipCovered() {
      while let left = covered[cells.count] {
        covered[cells.count] = left > 1 ? left - 1 : nil
        cells.append(nil)
      }
    }
    var index = node + 1
    while index < tree.end(node), cells.count < Self.widestRow {
      let tag = tree.tag(index)
      guard tag == .td || tag == .th else {
        index += 1
        continue
      }
      skipCovered()
      if tag == .th { headers += 1 }
      let columns = min(Self.widestRow, max(1, tree.attribute("colspan", of: index).flatMap { Int($0) } ?? 1))
      let below = min(1000, max(1, tree.attribute("rowspan", of: index).flatMap { Int($0) } ?? 1)) - 1
      for column in 0..<columns {
        if below > 0 { covered[cells.count] = below }
        cells.append(column == 0 ? index : nil)
      }
      index = tree.end(index)
    }
    skipCovered()
    let isHeader = headers > 0 && headers == cells.count(where: { $0 != nil }) || tree.tag(tree.parent(node)) == .thead
    return Row(node: node, isHeader: isHeader, cells: cells)
  }
}
