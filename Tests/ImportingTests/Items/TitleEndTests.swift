import Testing

@testable import Importing

/// What looks like a tag or an answer behind a title, and is a part of it.
@Suite struct TitleEndTests {
  @Test(arguments: [
    "如何划分客户端/前端？", "对比方案 A：LoRA 与方案 B：全量微调，哪个更好？", "解释 PEP #484 是什么",
  ])
  func keepsWhatBelongsToTheTitle(title: String) {
    let line = PageLine(ScrapedLine(number: 1, text: "1. " + title), rules: .standard)
    #expect(TitleText.clean(TitleText.question(of: line), of: line) == title)
  }

  @Test func keepsFurtherColumnsOfATableInTheAnswer() throws {
    let page =
      "<title>检索面试题</title><article><table><tr><th>问题</th><th>答案</th><th>示例</th></tr>"
      + "<tr><td>什么是分块？</td><td>把长文档切成小段。</td><td>按标题切成五百字的段落</td></tr>"
      + "<tr><td>什么是重排？</td><td>对检索结果重新打分。</td><td>交叉编码器给前一百条打分</td></tr></table></article>"
    let document = try ScrapedDocument(path: "a.html", html: Array(page.utf8))
    let items = normalize(document, rules: .standard, recurrence: .none).items
    #expect(items.map(\.title) == ["什么是分块？", "什么是重排？"])
    #expect(items.first?.body.markdown.contains("按标题切成五百字的段落") == true)
  }
}
