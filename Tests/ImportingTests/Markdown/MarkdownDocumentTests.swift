import Testing

@testable import Importing

@Suite struct MarkdownDocumentTests {
  static let text = """
    ---
    title: 词表笔记
    author: 张三
    date: 2024-05-06
    license: https://creativecommons.org/licenses/by/4.0/
    ---

    ## 一、什么是词表？

    词表是**全部词元**，见[论文](https://a.example/1)。
    第二行<br>继续。

    - 甲
      - 乙 `x_i`

    3. 三
       续行

    ```python
    a = 1

    b = 2
    ```

    | 名 | 值 |
    | --- | --- |
    | a | $x_i$ |

    > 引用

    $$
    y = x
    $$

    ![](1.png)

    小题
    ----
    **全是粗体**
    """

  static let document = ScrapedDocument(path: "a.md", markdown: Array(text.utf8))

  @Test func accountsForEveryLine() {
    #expect(Self.document.lines.map(\.number) == Array(1...Self.text.split(separator: "\n", omittingEmptySubsequences: false).count))
  }

  @Test func readsStructure() {
    let lines = Self.document.lines.filter { !$0.text.isEmpty && $0.hint?.boilerplate != 1 }.map(HTMLCaseTests.describe)
    #expect(
      lines == [
        "h2 一、什么是词表？", "p 词表是**全部词元**，见[论文](https://a.example/1)。", "p+ 第二行 继续。", "li0 甲", "li1 乙 `x_i`", "li0 3. 三",
        "p1+ 续行", "code(python) |a = 1", "code(python)+ |b = 2", "th 名 | 值", "tr a | $x_i$", "> p 引用", "tex y = x", "img 1.png []",
        "h2 小题", "p **全是粗体**",
      ])
  }

  @Test func takesFrontMatterForProvenance() {
    #expect(
      Self.document.provenance
        == Provenance(author: "张三", licence: "CC-BY-4.0", published: "2024-05-06", title: "词表笔记"))
  }

  @Test func dropsRawHTMLAndKeepsItsText() {
    let document = ScrapedDocument(path: "a.md", markdown: Array("前<font color=red>红</font>后 `<b>`\n\n<script>alert(1)</script>".utf8))
    #expect(document.lines.compactMap(\.hint?.markdown) == ["前红后 `<b>`", "alert(1)"])
  }

  @Test func readsAnEmptyDocument() {
    #expect(ScrapedDocument(path: "a.md", markdown: []).lines.isEmpty)
  }

  @Test func readsCodeInListsAndQuotesWithoutTheirIndent() {
    let text = "- 甲\n\n  ```\n  a = 1\n    b = 2\n  ```\n\n> ```\n> c = 3\n> ```\n"
    let code = ScrapedDocument(path: "a.md", markdown: Array(text.utf8)).lines.filter { line in
      if case .code = line.hint?.role { true } else { false }
    }
    #expect(code.map(\.text) == ["a = 1", "  b = 2", "c = 3"])
  }

  @Test func leavesTheTitleAboveAllItemsToThePage() async {
    let text = "# 笔记\n\n## 什么是词表？\n\n词表是全部词元的集合，模型只认得其中的词元。\n"
    let first = await normalize([ScrapedDocument(path: "a.md", markdown: Array(text.utf8))])[0].markdown
    let second = await normalize([ScrapedDocument(path: "a.md", markdown: Array(first.utf8))])[0].markdown
    #expect(first == second)
  }

  /// The ruler below the header had parted it from its rows.
  @Test func keepsATableInOnePiece() async {
    let table = "| 操作 | 结果 |\n| --- | --- |\n| 读 | 零值 |\n| 写 | 报错 |"
    let text = "## 1. 关闭后读会怎样？\n\n读到零值。\n\n\(table)\n\n## 2. 再写呢？\n\n报错。\n"
    let items = await normalize([ScrapedDocument(path: "a.md", markdown: Array(text.utf8))])[0].items
    #expect(items.first?.body.markdown == "读到零值。\n\n" + table)
  }

  /// No block of the tree has them.
  @Test func keepsNotesAndAddressesBelowTheText() {
    let text = "## 什么是 DPO？\n\n直接用偏好来训练[^1]，见[文][p]。\n\n[^1]: 不用奖励模型。\n\n[p]: https://p.example/\n"
    let document = ScrapedDocument(path: "a.md", markdown: Array(text.utf8))
    #expect(document.lines.map(\.text).suffix(3) == ["[^1]: 不用奖励模型。", "", "[p]: https://p.example/"])
    #expect(document.lines[4].hint?.markdown == "\\[^1]: 不用奖励模型。")
  }
}
