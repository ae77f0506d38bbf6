import Diagnostics
import MarkdownTree
import Testing

/// Texts that cmark cannot withstand, and some it must.
@Suite struct BoundsTests {
  static let attacks: [(name: String, text: String)] = [
    ("wide table", row("a|", 2000) + row("-|", 2000) + String(repeating: "|\n", count: 20_000)),
    ("long table", row("a|", 200) + row("-|", 200) + String(repeating: "|\n", count: 40_000)),
    ("table by carriage returns", row("a|", 2000, "\r") + row("-|", 2000, "\r") + String(repeating: "|\r", count: 20_000)),
    ("table in a quote", "> " + row("a|", 2000) + "> " + row("-|", 2000) + String(repeating: "> |\n", count: 20_000)),
    ("quotes", String(repeating: ">", count: 40_000) + "a"),
    ("spaced quotes", String(repeating: "> ", count: 40_000) + "a"),
    ("lists", String(repeating: "- ", count: 40_000) + "a"),
    ("quotes and lists", String(repeating: "> 1. ", count: 20_000) + "a"),
    ("images", String(repeating: "![[]()", count: 20_000)),
    ("table after a long paragraph", String(repeating: "a\n", count: 80_000) + "b|c\n-|-\n"),
    ("size", String(repeating: "字\n", count: 1_000_000)),
  ]

  static func row(_ cell: String, _ count: Int, _ end: String = "\n") -> String {
    "|" + String(repeating: cell, count: count) + end
  }

  @Test(arguments: attacks.map(\.name)) func refusesBeyondBounds(name: String) throws {
    let text = try #require(Self.attacks.first { $0.name == name }?.text)
    let (tree, diagnostics) = MarkdownTree.parse(text)
    #expect(diagnostics.map(\.rule) == ["too-large"])
    #expect(diagnostics.first?.severity == .error)
    let html = tree.html()
    #expect(html.starts(with: "<pre><code>".utf8) && html.count < 400_000)
  }

  /// Inputs that made parsers of the family slow, in the manner of cmark's own pathological tests.
  static let slow: [(name: String, text: String)] = [
    ("nested emphasis", String(repeating: "*a **a ", count: 20_000) + "b" + String(repeating: " a** a*", count: 20_000)),
    ("closers", String(repeating: "a_ ", count: 65_000)), ("openers", String(repeating: "_a ", count: 65_000)),
    ("closing brackets", String(repeating: "a]", count: 65_000)),
    ("opening brackets", String(repeating: "[a", count: 65_000)),
    ("mismatched", String(repeating: "*a_ ", count: 50_000)), ("multiples of three", "a**b" + String(repeating: "c* ", count: 50_000)),
    ("brackets and emphasis", String(repeating: "[ a_", count: 50_000)), ("parentheses", String(repeating: "[ (](", count: 80_000)),
    ("nested brackets", String(repeating: "[", count: 50_000) + "a" + String(repeating: "]", count: 50_000)),
    ("nested lists", (0..<1000).map { String(repeating: "  ", count: $0) + "* a\n" }.joined()),
    ("backticks", (1..<2000).map { "e" + String(repeating: "`", count: $0) }.joined()),
    ("unclosed links", String(repeating: "[a](<b", count: 30_000)), ("unclosed links without", String(repeating: "[a](b", count: 30_000)),
    ("image openers", String(repeating: "![l", count: 30_000)),
    ("less-than", String(repeating: "</", count: 50_000)), ("declarations", String(repeating: "<!A ", count: 30_000)),
    ("comments", String(repeating: "<!--", count: 30_000)), ("instructions", String(repeating: "<?", count: 30_000)),
    ("cdata", String(repeating: "<![CDATA[", count: 20_000)),
    ("dollars", String(repeating: "$a ", count: 60_000)), ("double dollars", String(repeating: "$$a ", count: 60_000)),
    ("tildes", String(repeating: "~~a ", count: 60_000)), ("wiki", String(repeating: "[[a|", count: 50_000)),
    ("addresses", String(repeating: "https://a", count: 30_000)), ("mail", String(repeating: "a@", count: 60_000)),
    ("www", String(repeating: "www.", count: 50_000)), ("underscores", String(repeating: "_*", count: 60_000)),
    ("rules", String(repeating: "_ ", count: 60_000) + "a"),
    ("stars", String(repeating: "* ", count: 60) + String(repeating: "*", count: 60_000)),
    ("footnotes", (0..<5000).map { "[^\($0)]: a\n\n" }.joined() + (0..<5000).map { "[^\($0)]" }.joined()),
    ("references", (0..<20_000).map { "[\($0)]: u\n" }.joined() + String(repeating: "[0] ", count: 20_000)),
    ("marks", String(repeating: "字**。", count: 30_000)),
    ("quoted lines", String(repeating: "> > > > a\n", count: 20_000)),
    ("delimiter rows", String(repeating: "a\n-|-\n", count: 20_000)),
  ]

  /// Ends: each of these ran for minutes in some parser.
  @Test(arguments: slow.map(\.name)) func withstands(name: String) throws {
    let text = try #require(Self.slow.first { $0.name == name }?.text)
    #expect(!MarkdownTree.parse(text).tree.html().isEmpty)
  }
}
