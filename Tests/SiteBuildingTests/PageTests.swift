import ContentModel
import Diagnostics
import Testing

@testable import SiteBuilding
@testable import TemplateEngine
import Typesetting

@Suite struct PageTests {
  static let site = TestSite([
    "terms/lora.zh.md": "---\ntitle: 低秩适配\nadmitted: [低秩适应]\nabbreviation: LoRA\ntags: [peft]\n---\n低秩适配只训练低秩增量。\n\n说明。\n",
    "terms/lora.en.md":
      "---\ntitle: low-rank adaptation\nabbreviation: LoRA\ntags: [peft]\n---\nLow-rank adaptation trains a low-rank update.\n",
    "terms/rank.zh.md": "---\ntitle: 秩\ntranslation: [rank]\nrelated: [lora]\n---\n秩是线性无关的行数。\n",
    "questions/why-lora.zh.md":
      "---\ntitle: 为什么用 LoRA？\naliases: [LoRA 好在哪里？]\ntags: [peft]\nsources: [a, b]\nrelated: [terms/lora]\ndate: 2026-01-02\n---\n因为便宜。\n\n## 显存\n\n见[秩](../terms/rank.zh.md)。\n",
    "questions/only-en.en.md": "---\ntitle: Only in English?\n---\nYes.\n",
    "sources/a.zh.md": "---\ntitle: 甲文\nauthor: 甲\nurl: https://example.org/a\n---\n",
    "sources/b.zh.md": "---\ntitle: 乙文\nlicence: CC-BY-4.0\n---\n",
    "tags.yml": "peft: {zh: 高效微调, en: Efficient fine-tuning}\n",
  ])

  @Test func buildsEveryKindOfPageInBothLanguages() async throws {
    let output = await Self.site.build()
    #expect(output.diagnostics.filter { $0.severity != .note } == [])
    for path in [
      "index.html", "404.html", "robots.txt", "sitemap.xml", "zh/index.html", "en/index.html", "zh/feed.xml", "en/feed.xml",
      "zh/terms/index.html", "zh/terms/lora/index.html", "en/terms/lora/index.html", "zh/questions/why-lora/index.html",
      "zh/tags/index.html", "zh/tags/peft/index.html", "zh/sources/index.html", "zh/sources/a/index.html", "zh/search/index.html",
    ] {
      #expect(output.text(path) != nil, "\(path)")
    }
  }

  @Test func givesTheSameBytesOnAnyNumberOfThreads() async {
    let input = Self.site.input()
    let first = await buildSite(input)
    let second = await buildSite(input)
    #expect(first.files == second.files)
  }

  @Test func keepsThePageWhenTheLanguageIsSwitched() async throws {
    let page = try #require(await Self.site.build().text("zh/terms/lora/index.html"))
    #expect(page.contains("href=\"../../../en/terms/lora/\""))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://example.org/base/zh/terms/lora/\">"))
    #expect(page.contains("hreflang=\"en\" href=\"https://example.org/base/en/terms/lora/\""))
  }

  @Test(arguments: [
    ("en/questions/why-lora/index.html", "zh", "为什么用 LoRA？"), ("zh/questions/only-en/index.html", "en", "Only in English?"),
  ])
  func showsAPageInItsOwnLanguageWhereATranslationIsMissing(path: String, language: String, title: String) async throws {
    let output = await Self.site.build()
    let page = try #require(output.text(path))
    let canonical = "https://example.org/base/\(language)/" + path.dropFirst(3).dropLast("index.html".count)
    #expect(page.contains("<link rel=\"canonical\" href=\"\(canonical)\">"))
    #expect(page.contains("noindex") && page.contains(title))
    #expect(!page.contains("rel=\"alternate\" hreflang"))
    #expect(try output.main(path).contains("lang=\"\(language)\""))
    #expect(output.text("sitemap.xml")?.contains(String(path.dropLast("index.html".count))) == false)
  }

  @Test func namesEverySourceAndHowManyAsked() async throws {
    let main = try await Self.site.build().main("zh/questions/why-lora/index.html")
    #expect(main.contains("甲文") && main.contains("乙文") && main.contains("LoRA 好在哪里？"))
    #expect(main.contains("2"))
  }

  @Test func resolvesLinksToFilesOfTheContentFolder() async throws {
    let main = try await Self.site.build().main("zh/questions/why-lora/index.html")
    #expect(main.contains("href=\"../../terms/rank/\""))
  }

  @Test func fillsEveryTemplateWithTheShapeItDeclares() async {
    let input = Self.site.input()
    let routes = RouteTable(languages: input.configuration.languages)
    let links = LinkResolver(corpus: input.corpus, assets: [], languages: routes.languages)
    let renderer = BodyRenderer(
      routes: routes, links: links, glossary: Glossary(input.corpus), formulas: FormulaTypesetter(),
      code: CodeHighlighter())
    let bodies = await Bodies(of: input.corpus.documents, by: renderer)
    let orders = SiteModel.orders(of: input.corpus, languages: routes.languages)
    let model = SiteModel(input: input, routes: routes, links: links, orders: orders, bodies: bodies)
    let shapes = TemplateShapes.pages(input.theme)
    for page in SitePage.all(of: model) {
      let (template, frame, record) = page.rendering(in: model)
      var whole = frame
      whole.append(record)
      let mismatches = shapes[template]?.mismatches(in: .record(whole)) ?? ["no shape for \(template)"]
      #expect(mismatches == [], "\(page.path)")
    }
  }

  @Test func escapesWhatContentSaysEverywhere() async throws {
    let hostile = "<script>alert(1)</script>"
    var site = TestSite([
      "terms/x.zh.md":
        "---\ntitle: '\(hostile)'\ntags: ['\(hostile)']\nadmitted: ['\(hostile)']\n---\n\(hostile)\n\n[x](javascript:alert(1)) ![y](javascript:alert(2))\n",
      "questions/x.zh.md": "---\ntitle: '\(hostile)'\naliases: ['\(hostile)']\nrelated: [terms/x]\ndate: 2026-01-01\n---\n\(hostile)\n",
    ])
    site.configuration = "title: '\(hostile)'\n"
    for file in await site.build().files where file.path.hasSuffix(".html") || file.path.hasSuffix(".xml") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("<script>alert") && !text.contains("javascript:alert"), "\(file.path)")
    }
  }

  @Test func asksNothingOfOtherSites() async throws {
    let output = await TestSite([
      "terms/x.zh.md":
        "---\ntitle: 甲\n---\n甲。\n\n![图](https://example.org/a.png) ![](https://example.org/b.png) [![丙](https://example.org/c.png)](https://example.org/)\n"
    ]).build()
    let main = try output.main("zh/terms/x/index.html")
    #expect(!main.contains("<img") && main.contains(">图</a>") && main.contains(">https://example.org/b.png</a>"))
    #expect(main.contains("<a href=\"https://example.org/\"") && main.contains(">丙</a>"))
    #expect(output.diagnostics.count { $0.rule == "remote-image" } == 3)
  }

  @Test func leavesOutDraftsUnlessAskedForThem() async {
    var site = TestSite(["terms/x.zh.md": "---\ntitle: 甲\nstatus: draft\n---\n甲是草稿。\n"])
    #expect(await site.build().text("zh/terms/x/index.html") == nil)
    site.drafts = true
    #expect(await site.build().text("zh/terms/x/index.html") != nil)
  }

  @Test func leadsFromFormerAddresses() async throws {
    let site = TestSite(["terms/x.zh.md": "---\ntitle: 甲\nredirects: [/zh/old/]\n---\n甲是新的。\n"])
    let output = await site.build()
    #expect(try #require(output.text("zh/old/index.html")).contains("../terms/x/"))
    #expect(output.files.allSatisfy { !$0.path.contains("..") })
  }

  @Test func leadsFromTheAddressesOfAPageThatWasTakenIn() async throws {
    let site = TestSite(["questions/x.zh.md": "---\ntitle: 甲是什么？\nredirects: [questions/old]\n---\n甲是新的。\n"])
    let output = await site.build()
    #expect(try #require(output.text("zh/questions/old/index.html")).contains("../x/"))
    #expect(try #require(output.text("en/questions/old/index.html")).contains("../x/"))
  }
}
