/// Tells tables from boxes that only look like one, and reads their rows.
struct TableReader {
  struct Row {
    let node: Int
    let isHeader: Bool
    /// The cell's node in each column; `nil` where a cell of another row or column reaches over.
    let cells: [Int?]
  }

  let tree: HTMLTree

  /// Layout tables hold other tables, code, headings or a single column without a header; their cells are read as boxes.
  static func isData(_ node: Int, in tree: HTMLTree, _ vocabulary: HTMLVocabulary) -> Bool {
    var rows = 0, cells = 0, headers = 0, bytes = 0, inRow = 0, widest = 0
    for index in node + 1..<max(node + 1, tree.end(node)) {
      switch tree.tag(index) {
      case .table, .pre, .h1, .h2, .h3, .blockquote, .form: return false
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
    // A header names what stands below it.
    let isColumn = widest == 1 && headers == 1 && rows > 1
    return rows > 0 && (widest >= 2 || isColumn) && bytes < 800 * max(1, cells)
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
    let width = min(rows.map(\.cells.count).max() ?? 0, 64)
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
    while index < tree.end(node), cells.count < 64 {
      let tag = tree.tag(index)
      guard tag == .td || tag == .th else {
        index += 1
        continue
      }
      skipCovered()
      if tag == .th { headers += 1 }
      let columns = min(64, max(1, tree.attribute("colspan", of: index).flatMap { Int($0) } ?? 1))
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
