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

  /// A parser's message in one line, its place, and what to write.
  package func describe(_ error: any Error) -> (summary: String, place: Range<Int>, suggestion: String?) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return describe(problem, at: offset(of: mark), while: context)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.first ?? ""
      let start = second(key) ?? offset(of: context.mark)
      return ("key stands twice: \(duplicates.joined(separator: ", "))", start..<start + max(1, key.utf8.count), "remove one of them")
    default:
      return ("YAML cannot be read: \(error)", range.lowerBound..<range.lowerBound, nil)
    }
  }

  /// Where a key stands for the second time at the beginning of a line.
  private func second(_ key: String) -> Int? {
    let wanted = Array("\(key):".utf8)
    return lineStarts.filter { file.bytes[$0..<range.upperBound].starts(with: wanted) }.dropFirst().first
  }

  private func offset(of mark: Mark) -> Int { offset(line: mark.line, column: mark.column) }

  private func describe(
    _ problem: String, at place: Int, while context: YamlError.Context?
  ) -> (summary: String, place: Range<Int>, suggestion: String?) {
    // What is not closed is found at the end of all, and is mended where it begins.
    if let context, let construct = Self.constructs.first(where: { context.text.contains($0.name) }) {
      let start = offset(of: context.mark)
      return (construct.summary, start..<start + 1, construct.suggestion)
    }
    let isMisread = problem.contains("mapping values are not allowed") || problem.contains("could not find expected ':'")
    if isMisread, let colon = wideColon(before: place) {
      return ("a colon of full width parts no key from its value", colon..<colon + 3, "write \": \", a colon of ASCII and a space")
    }
    let suggestion: String? =
      if problem.contains("tab character") {
        "write spaces instead of the tab"
      } else if problem.contains("cannot start any token") {
        place < range.upperBound && file.bytes[place] == 0x09 ? "write spaces instead of the tab" : "put the text into quotes: \"…\""
      } else if problem.contains("mapping values are not allowed") {
        "put a text that holds a colon into quotes: \"…\""
      } else if isMisread {
        "write lines such as \"title: …\""
      } else {
        nil
      }
    return ("YAML cannot be read: \(problem)", place..<place + 1, suggestion)
  }

  /// The first `：` of the line above the one at `place`, where that line has no other colon.
  private func wideColon(before place: Int) -> Int? {
    guard let line = lineStarts.lastIndex(where: { $0 <= place }), line > 0 else { return nil }
    let above = lineStarts[line - 1]..<lineStarts[line]
    guard !file.bytes[above].contains(UInt8(ascii: ":")) else { return nil }
    return file.bytes[above].firstRange(of: "：".utf8)?.lowerBound
  }

  /// As libyaml calls what it was reading.
  private static let constructs = [
    (
      name: "scanning a quoted scalar", summary: "a quote is opened and not closed",
      suggestion: "close it with the same quote, on the same line"
    ),
    (
      name: "parsing a flow sequence", summary: "a list is opened and not closed, or its entries are not parted",
      suggestion: "write [one, another], with brackets and commas of ASCII"
    ),
    (
      name: "parsing a flow mapping", summary: "a brace opens what is no mapping",
      suggestion: "put a text that begins with a brace into quotes: \"…\""
    ),
  ]
}
