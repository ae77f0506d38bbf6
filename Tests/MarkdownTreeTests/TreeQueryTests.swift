import Diagnostics
import MarkdownTree
import Testing

@Suite struct TreeQueryTests {
  static let page = SourceFile(
    path: "Content/terms/a.zh.md",
    text: """
      ---
      title: 甲
      ---
      第一**段**，见 [乙](b.md "t") 与 $O(n^2)$。
      续行 [[丙|丁]]。

      ## 小节 `x`

      - 列表[^1]
      - $\\frac{1}{2}$ ![图](i.png)

      ```
      代码
      ```

      | 表 |
      |---|
      | 格 https://e.org/x |

      [^1]: 注
      """)

  var tree: MarkdownTree {
    let start = Self.page.text.utf8.count - Self.page.text.drop { $0 != "第" }.utf8.count
    return MarkdownTree.parse(Self.page, body: start..<Self.page.bytes.count).tree
  }

  @Test func knowsHeadings() {
    let headings = tree.headings
    #expect(headings.map(\.level) == [2])
    #expect(headings.map(\.id) == ["小节-x"])
    #expect(headings.map(\.text) == ["小节 x"])
    #expect(headings.map(\.line) == [7])
  }

  @Test func givesPlainText() {
    #expect(tree.firstParagraph == "第一段，见 乙 与 O(n²)。续行 丁。")
    #expect(tree.sections().map(\.headingID) == [nil, "小节-x"])
    #expect(tree.sections().map(\.heading) == ["", "小节 x"])
    #expect(
      tree.sections().map(\.text) == ["第一段，见 乙 与 O(n²)。续行 丁。", "列表\n1/2 图\n表\n格 https://e.org/x\n注"])
  }

  @Test func knowsLinksAndWhereTheyStand() {
    let links = tree.links
    #expect(links.map(\.destination) == ["b.md", "丙", "i.png", "https://e.org/x"])
    #expect(links.map(\.kind) == [.inline, .wiki, .inline, .autolink])
    #expect(links.map(\.text) == ["乙", "丁", "图", "https://e.org/x"])
    #expect(links.map(\.line) == [4, 5, 10, 18])
    let locations = links.map { tree.location(of: $0) }
    #expect(locations.map(\.line) == [4, 5, 10, 18])
    #expect(
      locations.map { String(decoding: Array($0.lineText.utf8)[($0.column - 1)...].prefix($0.length), as: UTF8.self) }
        == links.map(\.destination))
  }

  @Test func rewritesLinks() {
    var tree = MarkdownTree.parse("[a](x \"t\") ![b](y) [[c]] [![d](z)](w)").tree
    tree.rewriteLinks { link in
      switch link.destination {
      case "x": .replace(LinkTarget(url: "../x/", cssClass: "k", language: "en", attributes: [(name: "data-a", value: "\"")]))
      case "y", "c", "w": .unwrap
      default: .keep
      }
    }
    #expect(
      String(decoding: tree.html(), as: UTF8.self)
        == "<p><a href=\"../x/\" title=\"t\" class=\"k\" hreflang=\"en\" data-a=\"&quot;\">a</a> b c "
        + "<img src=\"z\" alt=\"d\" loading=\"lazy\" decoding=\"async\" /></p>\n")
  }

  @Test func reportsRepairsWithTheirLines() {
    let tree = MarkdownTree.parse("**a**\n\n**甲：**乙\n~~丙。~~丁\n\n> 见 https://a.b/c。后\n\n他说**“戊”**。和**己：**庚").tree
    #expect(
      tree.repairs.map { "\($0.kind) \($0.line)" }
        == ["emphasis 3", "strikethrough 4", "autolink 6", "emphasis 8", "emphasis 8"])
    #expect(MarkdownTree.parse("前：**甲**乙，`**丙：**丁` https://a.b/c\n").tree.repairs.isEmpty)
  }

  @Test func rendersHandedFormulasAndCode() {
    let tree = MarkdownTree.parse("$a$ $$b$$\n\n```swift x\nlet\n```\n\n```\nc\n```").tree
    let html = tree.html(
      renderMath: { Array("<m \($1)>\($0)</m>".utf8) }, highlight: { Array("<h \($1)>\($0)</h>".utf8) })
    #expect(
      String(decoding: html, as: UTF8.self)
        == "<p><m false>a</m> <m true>b</m></p>\n<pre><code class=\"language-swift\"><h swift>let\n</h></code></pre>\n"
        + "<pre><code>c\n</code></pre>\n")
  }

  @Test func findsTheIDThatAFragmentMeans() {
    #expect(HeadingID.wanted(by: "%E4%BB%80%E4%B9%88-lora") == "什么-lora")
    #expect(HeadingID.wanted(by: "What is LoRA?") == "what-is-lora")
    #expect(HeadingID.wanted(by: "100%") == "100")
  }

  @Test func readsOddBytes() {
    #expect(html("").isEmpty)
    #expect(html("\u{FEFF}a") == "<p>a</p>\n")
    #expect(html("a\r\nb\r\n\r\nc") == "<p>a\nb</p>\n<p>c</p>\n")
    #expect(html("a\0b") == "<p>a\u{FFFD}b</p>\n")
    let invalid = SourceFile(path: "x", bytes: [0x61, 0xFF, 0xE4, 0xB8, 0x2A, 0x2A])
    let text = String(decoding: MarkdownTree.parse(invalid, body: 0..<6).tree.html(), as: UTF8.self)
    #expect(text.hasPrefix("<p>a\u{FFFD}"))
  }
}
