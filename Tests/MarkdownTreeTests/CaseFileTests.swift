import Foundation
import MarkdownTree
import Testing

/// Cases in files, in the manner of tree-sitter's corpus: `=== name ===`, Markdown, the longest line of dashes, HTML.
@Suite struct CaseFileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let markdown: String
    let html: String

    var testDescription: String { name }
  }

  static func cases(_ file: String) throws -> [Case] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    let text = try String(contentsOf: folder.appending(path: "\(file).txt"), encoding: .utf8)
    var result: [Case] = []
    var name: String?
    var lines: [Substring] = []
    func finish() throws {
      guard let name else { return }
      let longest = lines.filter { $0.count > 3 && $0.allSatisfy { $0 == "-" } }.max { $0.count < $1.count }
      let divider = try #require(lines.firstIndex { $0 == longest }, "\(name) has no divider")
      result.append(
        Case(
          name: name, markdown: lines[..<divider].map { $0 + "\n" }.joined(),
          html: lines[(divider + 1)...].map { $0 + "\n" }.joined()))
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("=== "), line.hasSuffix(" ===") {
        try finish()
        name = String(line.dropFirst(4).dropLast(4))
        lines = []
      } else {
        lines.append(line)
      }
    }
    try finish()
    return result
  }

  @Test(arguments: ["repairs", "formulas", "own-syntax"]) func renders(file: String) throws {
    let cases = try Self.cases(file)
    #expect(cases.count > 5)
    for example in cases {
      #expect(html(example.markdown) == example.html, "\(example.name)")
    }
  }
}
