import Testing

@testable import Importing

/// Items that were written as Markdown are the same items when they are read again.
@Suite struct WrittenItemsTests {
  private func items(_ markdown: String) -> [Item] {
    normalize(ScrapedDocument(path: "a.md", markdown: Array(markdown.utf8)), rules: .standard, recurrence: .none).items
  }

  @Test func takesHeadingsOfTheSecondLevelAlone() {
    let page = """
      ## 时钟走偏了怎么办？

      ### 先看看别人怎么说

      先看偏移量，再看上游。

      ## 单调时钟（Monotonic Clock，MC）

      只增不减的时钟，不能拿来当日期。

      ## 手写：校时的一步，要求带上限

      """
    #expect(items(page).map(\.title) == ["时钟走偏了怎么办？", "单调时钟（Monotonic Clock，MC）", "手写：校时的一步，要求带上限"])
    #expect(items(page).map(\.answered) == [true, true, false])
  }

  @Test func readsAnArticleWithItsTitleAsBefore() {
    let article = "# 校时手记\n\n先说结论。\n\n## 背景\n\n机房里有三台机器。\n\n## 总结\n\n慢慢校，不要一步拨回去。\n"
    #expect(!items(article).map(\.title).contains("背景"))
  }
}
