import ContentModel
import Diagnostics
import Encodings
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import SiteBuilding

@Suite struct MachineFileTests {
  @Test(arguments: ["sitemap.xml", "zh/feed.xml", "en/feed.xml"])
  func writesWellFormedXML(path: String) async throws {
    let text = try #require(await PageTests.site.build().text(path))
    #expect(throws: Never.self) { try XMLDocument(xmlString: text) }
  }

  @Test func listsPagesInTheirOwnLanguageWithAlternates() async throws {
    let sitemap = try #require(await PageTests.site.build().text("sitemap.xml"))
    #expect(sitemap.contains("<loc>https://example.org/base/zh/terms/lora/</loc>"))
    #expect(sitemap.contains("hreflang=\"en\" href=\"https://example.org/base/en/terms/lora/\""))
    #expect(sitemap.contains("<loc>https://example.org/base/zh/questions/why-lora/</loc><lastmod>2026-01-02</lastmod></url>"))
    #expect(!sitemap.contains("/search/"))
  }

  @Test func datesTheFeedByItsNewestEntry() async throws {
    let feed = try #require(await PageTests.site.build().text("zh/feed.xml"))
    #expect(feed.contains("<updated>2026-01-02T00:00:00Z</updated>"))
    #expect(feed.contains("<title>为什么用 LoRA？</title>"))
  }

  @Test func namesFilesByTheirContent() {
    #expect(Fingerprint([UInt8]()).shortName.count == 10)
    #expect(Fingerprint("a".utf8) != Fingerprint("b".utf8))
  }
}
