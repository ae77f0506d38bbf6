import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  @Test func pointsACaretAtWideText() {
    let file = SourceFile(path: "Content/a.zh.md", text: "第一行\n词元 realted: x\r\n")
    let start = "第一行\n词元 ".utf8.count
    let diagnostic = Diagnostic(
      .error, rule: "unknown-key", "unknown key \"realted\"", at: file.location(of: start..<start + 7),
      suggestion: "write \"related\"")
    #expect(
      diagnostic.formatted == """
        Content/a.zh.md:2:4: error: unknown key "realted" [unknown-key]
            词元 realted: x
                 ^~~~~~~
            suggestion: write "related"
        """)
  }

  @Test func sendsNoCommandsToTheTerminal() {
    let excerpt = SourceFile(path: "a", text: "\u{1B}[2Jx\u{9B}").location(of: 0..<1).excerpt.joined()
    #expect(!excerpt.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x9B })
  }

  @Test func locatesByLineAndColumn() {
    let file = SourceFile(path: "a", text: "x\nyz\n")
    #expect(file.location(line: 2, column: 2).lineText == "yz")
    #expect(file.location(line: 9).line == 3)
  }

  @Test func showsOnlyThePartAroundTheCaretOfALongLine() {
    let file = SourceFile(path: "a", text: String(repeating: "长", count: 100_000))
    #expect(file.location(of: 150_000..<150_003).excerpt[0].utf8.count < 400)
  }

  @Test(arguments: [("relatd", "related"), ("tilte", "title"), ("xyz", nil), ("r", nil)])
  func suggestsTheNearestName(name: String, expected: String?) {
    #expect(NearMiss.suggestion(for: name, among: ["related", "title", "tags", "阿"]) == expected)
  }
}
