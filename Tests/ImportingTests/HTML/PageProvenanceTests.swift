import Testing

@testable import Importing

@Suite struct PageProvenanceTests {
  @Test func hasNoMarksOfDirectionInTitles() throws {
    let page = "<title>\u{202E}缓存\u{2066}笔记\u{2069}</title><p>缓存放在离请求最近的地方。</p>"
    #expect(try ScrapedDocument(path: "a.html", html: Array(page.utf8)).title == "缓存笔记")
  }

  static func page(_ head: String, _ body: String = "<h1>什么是检查点？</h1><div class=post-content><p>检查点保存训练到某一步的全部状态，可以从这里继续训练。</p></div>")
    throws -> ScrapedDocument
  {
    try ScrapedDocument(path: "p.html", html: Array("<html><head>\(head)</head><body>\(body)</body></html>".utf8))
  }

  @Test func readsMetaTagsAndLinks() throws {
    let provenance = try Self.page(
      """
      <title>什么是检查点？_某论坛</title><link rel=canonical href=https://a.example/1><meta property=og:site_name content=某论坛>
      <meta property=article:published_time content=2024-03-05T10:00:00+08:00><meta property=article:author content=张三>
      <link rel=license href=https://creativecommons.org/licenses/by-nc-sa/4.0/deed.zh>
      """
    ).provenance
    #expect(
      provenance
        == Provenance(
          author: "张三", url: "https://a.example/1", licence: "CC-BY-NC-SA-4.0", published: "2024-03-05", title: "什么是检查点？",
          site: "某论坛"))
  }

  @Test func readsLinkedData() throws {
    let provenance = try Self.page(
      """
      <script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"什么是检查点？","author":[{"name":"李四"}],
      "datePublished":"2023/1/2","url":"https://b.example/2"}]}</script>
      """
    ).provenance
    #expect(provenance.author == "李四")
    #expect(provenance.published == "2023-01-02")
    #expect(provenance.url == "https://b.example/2")
  }

  @Test func readsBylinesBesideTheTitle() throws {
    let provenance = try Self.page(
      "<title>x</title>",
      "<h1>什么是检查点？</h1><a class=nick-name>x</a><span class=author-name>王五</span><span class=publish-time>2022年12月1日 08:00</span>"
        + "<div class=post-content><p>检查点保存训练到某一步的全部状态，可以从这里继续训练。</p></div>"
    ).provenance
    #expect(provenance.author == "王五")
    #expect(provenance.published == "2022-12-01")
  }

  @Test func readsTheAddressThatABrowserNoted() throws {
    let text = "<!-- saved from url=(0021)https://c.example/page -->\n<html><body><p>正文</p></body></html>"
    #expect(try ScrapedDocument(path: "p.html", html: Array(text.utf8)).provenance.url == "https://c.example/page")
  }

  @Test func ignoresBrokenLinkedData() throws {
    #expect(try Self.page("<script type='application/ld+json'>{\"author\": </script>").provenance.author == nil)
  }

  @Test(arguments: [
    ("什么是 LoRA？_某站", "什么是 LoRA？"), ("大模型面试题 - 张三的博客 - 某园", "大模型面试题"), ("encoder-only 是什么", "encoder-only 是什么"),
    ("什么是注意力|某号", "什么是注意力"), ("甲-乙", "甲-乙"), ("词表扩充 vs 词表裁剪：一份很长很长的比较说明", "词表扩充 vs 词表裁剪：一份很长很长的比较说明"),
  ])
  func cutsTheSiteFromATitle(title: String, expected: String) {
    #expect(PageTitle.withoutSite(title, .standard) == expected)
  }

  @Test(
    arguments: [
      ("2024-3-5 10:00", "2024-03-05"), ("发布于 2023年12月01日", "2023-12-01"), ("20220131", "2022-01-31"), ("2021/9/8", "2021-09-08"),
      ("青禾 · 2024 年 5 月 6 日", "2024-05-06"), ("Mar 3, 2024 ∙ 6 min read", "2024-03-03"), ("12th September 2021", "2021-09-12"),
      ("May 2024", nil), ("march 30, 40", nil),
      ("第 2024 页", nil), ("2024-13-01", nil), ("12:30", nil), ("19.2.3", nil),
    ] as [(String, String?)])
  func findsDays(text: String, expected: String?) {
    #expect(CalendarDay.find(in: text) == expected)
  }
}
