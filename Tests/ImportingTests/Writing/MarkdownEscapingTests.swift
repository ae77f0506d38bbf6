import MarkdownTree
import Testing

@testable import Importing

@Suite struct MarkdownEscapingTests {
  @Test(arguments: [
    "2*3*4", "__init__ 与 a_b_c", "`x`", "[x](y) 与 [[z]]", "<div> 与 <b>", "&amp; &#x41;", "~~x~~", "C:\\*", "a \\ b", "价格 $5 到 $10",
    "# 题", "- 项", "+ 项", "1. 项", "12) 项", "> 引", "---", "* * *", "====", "#5 号", "https://a.example/x_y_z*", "5 * 3 = 15",
    "[LoRA]: https://a.example 是低秩适配", "[^1]: 注",
  ])
  func readsTheSame(text: String) {
    let markdown = MarkdownEscaping.escapeLineStart(MarkdownEscaping.escape(text))
    #expect(MarkdownTree.parse(markdown).tree.firstParagraph == text)
  }

  @Test(arguments: [("$x_i$ 是输入", "$x_i$ 是输入"), ("a_b", "a_b"), ("5 * 3", "5 * 3"), ("[1] 与 [2]", "[1] 与 [2]"), ("a & b < c", "a & b < c")])
  func leavesAloneWhatMeansNothing(text: String, expected: String) {
    #expect(MarkdownEscaping.escape(text) == expected)
  }

  @Test func keepsLabelsAndDestinationsClosed() {
    let link = "[\(MarkdownEscaping.label("a](http://b.example/) [c"))](\(MarkdownEscaping.destination("x>y<z")))"
    let tree = MarkdownTree.parse(link).tree
    #expect(tree.firstParagraph == "a](http://b.example/) [c")
    #expect(link.hasSuffix("](<x%3Ey%3Cz>)"))
  }

  @Test(arguments: ["a`b", "py\n# x", "c++", "{.py}"])
  func keepsFencesClosed(language: String) {
    let markdown = [Block(.code(language: language, text: "x"), lines: 1...1)].markdown
    #expect(markdown.split(separator: "\n").count == 3 && markdown.hasPrefix("```") && !markdown.dropFirst(3).dropLast(3).contains("`"))
  }

  @Test func choosesEnoughBackticks() {
    #expect(MarkdownEscaping.codeSpan("a") == "`a`")
    #expect(MarkdownEscaping.codeSpan("`a``b") == "``` `a``b ```")
  }
}
