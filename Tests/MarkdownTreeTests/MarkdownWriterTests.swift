import MarkdownTree
import SyntheticCorpus
import Testing

@Suite struct MarkdownWriterTests {
  /// What is read back: the text of the document, if it is nothing but text in one paragraph.
  func readBack(_ markdown: String) -> String? {
    let tree = MarkdownTree.parse(markdown).tree
    guard tree.headings.isEmpty, tree.links.allSatisfy({ $0.kind == .autolink }), tree.repairs.allSatisfy({ $0.kind == .autolink }) else {
      return nil
    }
    let html = String(decoding: tree.html(), as: UTF8.self)
    for tag in ["<em", "<strong", "<del", "<code", "<ul", "<ol", "<hr", "<table", "<blockquote", "<pre", "<div", "<br"] {
      if html.contains(tag) { return nil }
    }
    return tree.sections().map(\.text).joined(separator: "\n")
  }

  @Test(arguments: [
    "# not a heading", "1. not a list", "- a", "* a", "+ a", "> a", "a *b* c", "__init__", "top_p 与 top_k", "a ~~b~~",
    "`code`", "[a](b)", "[[词]]", "[^1]", "![a](b)", "<div>", "&amp;", "&copy;", "a & b", "C:\\Users\\*", "价格 $5，$a$",
    "$$x$$", "{no-link}", "词{no-link}", "---", "***", "===", "| a | b |", "10~20", "~~~", "https://a.b/c_d_e*f", "a\\",
    "**标题：**内容", "2*3*4 = 24", "a<b>c", "1) x", "12345678901. x", "|---|", "#hash", "C#", "a_", "_a_", "[x]: /y",
    "见 https://a.b/c。后文", "<!-- a -->", "x^2 + y_1", "\\[a\\]", "\\(a\\)", "foo\\$bar",
  ])
  func escapesTextSoThatItReadsBack(text: String) {
    #expect(readBack(MarkdownWriter.escape(text)) == text, "\(MarkdownWriter.escape(text))")
  }

  @Test func escapesRandomTextSoThatItReadsBack() {
    var generator = SplitMix64(seed: 1)
    let pieces = [
      "*", "**", "_", "`", "~", "~~", "[", "]", "(", ")", "<", ">", "!", "#", "-", "+", "=", "|", "\\", "$", "&", ";", ":",
      ".", "1", "a", "b c", " ", "词", "，", "“", "（", "{", "}", "no-link", "x", "^", "\"", "'", "amp", "//", "http", "@",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...12, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
        .joined().split(separator: " ").joined(separator: " ")
      let escaped = MarkdownWriter.escape(text)
      #expect(readBack(escaped) == text, "\(text) as \(escaped)")
    }
  }

  @Test(arguments: ["a", "`", "a`b", "``", " a ", " ", "|", "a\\"]) func writesCodeThatReadsBack(text: String) {
    #expect(html(MarkdownWriter.code(text)) == "<p><code>\(text)</code></p>\n")
  }

  @Test func fencesCodeThatHoldsAFence() {
    #expect(
      html(MarkdownWriter.codeBlock("```\na\n```\n", language: "md"))
        == "<pre><code class=\"language-md\">```\na\n```\n</code></pre>\n")
    #expect(MarkdownWriter.codeBlock("x", language: "") == "```\nx\n```")
  }

  @Test func writesBlocksThatReadBack() {
    let list = MarkdownWriter.list(["a\n\n" + MarkdownWriter.codeBlock("x"), "b"], isOrdered: true, start: 9)
    #expect(list == "9. a\n\n   ```\n   x\n   ```\n10. b")
    #expect(
      html(MarkdownWriter.table(header: ["a", "b|c"], rows: [["1"], ["`x|y`", "2", "3"]]))
        == """
        <div class="table" tabindex="0">
        <table>
        <thead>
        <tr>
        <th>a</th>
        <th>b|c</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        <td></td>
        </tr>
        <tr>
        <td><code>x|y</code></td>
        <td>2</td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
    #expect(html(MarkdownWriter.heading("C #", level: 9)) == "<h6 id=\"c\">C #</h6>\n")
    #expect(html(MarkdownWriter.link("a", to: "b c(d)")) == "<p><a href=\"b%20c%28d%29\">a</a></p>\n")
    #expect(html(MarkdownWriter.quote("a\n\nb")) == "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n")
  }
}
