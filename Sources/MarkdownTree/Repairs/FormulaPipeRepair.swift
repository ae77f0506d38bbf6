/// A `|` inside a formula would end a table's cell: it is escaped, and the escape taken out again where the line was not
/// a table's row.
enum FormulaPipeRepair {
  /// Looks at the dollar sign; returns where to go on.
  static func scan(
    formulaAt start: Int, in source: UnsafeBufferPointer<UInt8>, _ insertions: inout [SourceMarking.Insertion]
  ) -> Int {
    guard let end = FormulaScanner.end(ofFormulaAt: start, in: source) else {
      return FormulaScanner.isDouble(at: start, in: source) ? start + 2 : start + 1
    }
    let formula = start..<end
    guard !source[formula].contains(0x0A) else { return start + 1 }
    for index in formula where source[index] == UInt8(ascii: "|") {
      // Of `\|` too: cmark takes the mark's backslash and leaves the formula's.
      insertions.append(.init(offset: index, mark: .escape))
    }
    return end
  }
}
