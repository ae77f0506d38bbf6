package import Diagnostics
internal import Yams

/// Turns Yams's marks (line and column in characters, from 1) into UTF-8 offsets of the file that holds the YAML.
package struct YAMLMarks {
  private let file: SourceFile
  private let range: Range<Int>
  private let lineStarts: [Int]

  package init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
    lineStarts = [range.lowerBound] + range.filter { file.bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return range.upperBound }
    var offset = lineStarts[line - 1]
    var remaining = column - 1
    while remaining > 0, offset < range.upperBound, file.bytes[offset] != 0x0A {
      offset += 1
      while offset < range.upperBound, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      remaining -= 1
    }
    return offset
  }

  func range(of node: Node) -> Range<Int> {
    guard let mark = node.mark else { return range.lowerBound..<range.lowerBound }
    let start = offset(line: mark.line, column: mark.column)
    guard let text = node.scalar?.string else { return start..<start }
    return start..<min(start + text.utf8.count, range.upperBound)
  }

  /// A parser's message in one line, and its place.
  package func describe(_ error: any Error) -> (String, Range<Int>) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      let start = offset(line: mark.line, column: mark.column)
      return ("YAML cannot be read: \(problem)", start..<start + 1)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates
      let start = offset(line: context.mark.line, column: context.mark.column)
      return ("key stands twice: \(keys.joined(separator: ", "))", start..<start + 1)
    default:
      return ("YAML cannot be read: \(error)", range.lowerBound..<range.lowerBound)
    }
  }
}
