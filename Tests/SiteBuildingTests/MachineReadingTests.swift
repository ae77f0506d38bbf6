import ContentModel
import Foundation
import Testing

@testable import SiteBuilding

@Suite struct MachineReadingTests {
  static let site = TestSite([
    "terms/lora.zh.md": "---\ntitle: 低秩适配\nabbreviation: LoRA\n---\n只训练低秩增量，见[[rank|秩]]和[秩](rank.zh.md)。\n\n说明 {no-link}。\n",
    "terms/lora.en.md": "---\ntitle: low-rank adaptation\n---\nTrains a low-rank update.\n",
    "terms/rank.zh.md": "---\ntitle: 秩\n---\n行数。\n",
    "questions/why.zh.md": "---\ntitle: 为什么</script><b>？\naliases: [何故]\ndate: 2026-01-02\n---\n因为 </script> 便宜。\n\n## 细说\n\n长。\n",
    "questions/open.zh.md": "---\ntitle: 没有答案？\nstatus: stub\n---\n",
    "pages/path.zh.md": "---\ntitle: 路径\nlayout: path\n---\n## 一\n\n1. [[rank]]\n2. [低秩](../terms/lora.zh.md)\n\n## 二\n\n1. [[lora]]\n",
  ])

  private func data(_ page: String) throws -> [[String: Any]] {
    let start = try #require(page.firstRange(of: "<script type=\"application/ld+json\">")).upperBound
    let end = try #require(page[start...].firstRange(of: "</script>")).lowerBound
    let value = try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8)) as? [String: Any]
    return try #require(value?["@graph"] as? [[String: Any]])
  }

  @Test func saysWhatATermIs() async throws {
    let graph = try data(try #require(await Self.site.build().text("zh/terms/lora/index.html")))
    let term = try #require(graph.first)
    #expect(term["@type"] as? String == "DefinedTerm" && term["name"] as? String == "低秩适配")
    #expect(term["alternateName"] as? [String] == ["LoRA", "low-rank adaptation"])
    #expect(term["url"] as? String == "https://example.org/base/zh/terms/lora/")
    #expect((term["inDefinedTermSet"] as? [String: Any])?["url"] as? String == "https://example.org/base/zh/terms/")
    let trail = graph.last?["itemListElement"] as? [[String: Any]]
    #expect(trail?.map { $0["position"] as? Int } == [1, 2, 3])
    #expect(trail?.last?["item"] as? String == "https://example.org/base/zh/terms/lora/")
  }

  @Test func letsNoTextEndTheBlockOfData() async throws {
    let page = try #require(await Self.site.build().text("zh/questions/why/index.html"))
    let question = try #require((try data(page).first?["mainEntity"] as? [[String: Any]])?.first)
    #expect(question["name"] as? String == "为什么</script><b>？")
    #expect((question["acceptedAnswer"] as? [String: Any])?["text"] as? String == "因为 </script> 便宜。")
  }

  @Test func saysNothingOfPagesThatAreNotToBeIndexed() async throws {
    let output = await Self.site.build()
    for path in ["en/terms/rank/index.html", "404.html", "zh/search/index.html"] {
      #expect(try #require(output.text(path)).contains("ld+json") == false, "\(path)")
    }
    #expect(try #require(output.text("zh/questions/open/index.html")).contains("FAQPage") == false)
  }

  @Test func namesPicturesInMarkdownWhereTheyStand() async throws {
    var site = TestSite(["terms/a.zh.md": "---\ntitle: 甲\n---\n一句。\n\n![图](/assets/p/a%20b.svg) ![外](https://example.org/c.png)\n"])
    site.assets = ["p/a b.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"]
    let markdown = try #require(await site.build().text("zh/terms/a/index.md"))
    #expect(markdown.contains("![图](../../../files/p/a%20b.svg) ![外](https://example.org/c.png)"), "\(markdown)")
  }

  @Test func putsTheMarkdownOfEachPageBesideIt() async throws {
    let output = await Self.site.build()
    let page = try #require(output.text("zh/terms/lora/index.html"))
    #expect(page.contains("<link rel=\"alternate\" type=\"text/markdown\" href=\"index.md\">"))
    #expect(
      output.text("zh/terms/lora/index.md")
        == "# 低秩适配\n\n只训练低秩增量，见[秩](../rank/index.md)和[秩](../rank/index.md)。\n\n说明 。\n")
    #expect(output.text("en/terms/rank/index.md") == nil)
    #expect(try #require(output.text("llms.txt")).contains("- [低秩适配](https://example.org/base/zh/terms/lora/index.md): 只训练"))
  }

  @Test func givesTheJSONFeedTheEntriesOfTheAtomFeed() async throws {
    let text = try #require(await Self.site.build().text("zh/feed.json"))
    let feed = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
    let items = try #require(feed["items"] as? [[String: Any]])
    #expect(items.map { $0["url"] as? String } == ["https://example.org/base/zh/questions/why/"])
  }

  @Test func namesThePathsOfAPageWithItsNeighbours() async throws {
    let output = await Self.site.build()
    let rank = try output.main("zh/terms/rank/index.html"), lora = try output.main("zh/terms/lora/index.html")
    #expect(rank.contains("1 / 2") && rank.contains("低秩适配 →"))
    #expect(lora.contains("2 / 2") && lora.contains("1 / 1") && lora.contains("href=\"../../pages/path/#"))
  }

  @Test func asksOnlyQuestionsThatHaveAnAnswer() async throws {
    let output = await Self.site.build()
    let cards = try #require(output.files.first { $0.path.hasPrefix("assets/cards.zh.") })
    let text = String(decoding: cards.bytes, as: UTF8.self)
    #expect(text.contains("questions/why") && !text.contains("questions/open") && !text.contains("</script>"))
    #expect(try #require(output.text("zh/practice/index.html")).contains(cards.path))
  }
}
