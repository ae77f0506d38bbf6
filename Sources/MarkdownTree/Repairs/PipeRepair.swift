/// A `|` inside a formula or a `[[term|label]]` would end a table's cell: it is escaped, and the escape taken out again
/// where the line was not a table's row.
enum PipeRepair {
  /// Looks at the dollar sign at `start`; returns where to go on.
  static func scan(
    formulaAt start: Int, in source: UnsafeBufferPointer<UInt8>, _ insertions: inout [SourceMarking.Insertion]
  ) -> Int {
    guard let end = FormulaScanner.end(ofFormulaAt: start, in: source) else {
      return FormulaScanner.isDouble(at: start, in: source) ? start + 2 : start + 1
    }
    guard !source[start..<end].contains(0x0A) else { return start + 1 }
    escapePipes(in: start..<end, of: source, &insertions)
    return end
  }

  /// Looks at the bracket at `start`; returns where to go on.
  static func scan(
    bracketAt start: Int, in source: UnsafeBufferPointer<UInt8>, _ insertions: inout [SourceMarking.Insertion]
  ) -> Int {
    let (opening, closing) = (UInt8(ascii: "["), UInt8(ascii: "]"))
    guard start + 1 < source.count, source[start + 1] == opening else { return start + 1 }
    var end = start + 2
    while end < source.count, source[end] != 0x0A, source[end] != opening, source[end] != closing { end += 1 }
    guard end + 1 < source.count, source[end] == closing, source[end + 1] == closing else { return start + 1 }
    escapePipes(in: start..<end, of: source, &insertions)
    return end
  }

  /// Of `\|` too: cmark takes the mark's backslash and leaves the author's.
  private static func escapePipes(
    in range: Range<Int>, of source: UnsafeBufferPointer<UInt8>, _ insertions: inout [SourceMarking.Insertion]
  ) {
    for index in range where source[index] == UInt8(ascii: "|") {
      insertions.append(.init(offset: index, mark: .escape))
    }
  }
}
