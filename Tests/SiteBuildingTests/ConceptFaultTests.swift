import ContentModel
import Diagnostics
import Testing

@testable import SiteBuilding

/// What an editor gets wrong about concepts, and where it is said.
@Suite struct ConceptFaultTests {
  func faults(_ files: [String: String], _ rule: String) async -> [Diagnostic] {
    await TestSite(files).build().diagnostics.filter { $0.rule == rule }
  }

  @Test func namesAConceptThatIsItsOwnBroaderOne() async throws {
    let found = await faults(["terms/a.zh.md": "---\ntitle: 甲甲\nbroader: [a]\n---\n甲。\n"], "self-reference")
    #expect(found.count == 1 && found.first?.location?.line == 3 && found.first?.location?.column == 11)
    #expect(found.first?.suggestion == "remove \"a\"")
  }

  @Test func namesACircleOfBroaderConceptsOnce() async throws {
    let found = await faults(
      [
        "terms/a.zh.md": "---\ntitle: 甲甲\nbroader: [b]\n---\n甲。\n", "terms/b.zh.md": "---\ntitle: 乙乙\nbroader: [terms/c, d]\n---\n乙。\n",
        "terms/c.zh.md": "---\ntitle: 丙丙\nbroader: [a]\n---\n丙。\n", "terms/d.zh.md": "---\ntitle: 丁丁\n---\n丁。\n",
        "terms/e.zh.md": "---\ntitle: 戊戊\nbroader: [a]\n---\n戊。\n",
      ], "broader-cycle")
    let fault = try #require(found.first)
    #expect(found.count == 1 && fault.summary == "concept is broader than itself: a → b → c → a")
    #expect(fault.location?.path == "Content/terms/c.zh.md" && fault.location?.line == 3 && fault.location?.column == 11)
  }

  @Test func namesAWikiLinkThatMayMeanTwoConcepts() async {
    let files = [
      "terms/bank1.en.md": "---\ntitle: bank\ntags: [rivers]\n---\nA side of a river.\n",
      "terms/bank2.en.md": "---\ntitle: bank\n---\nA house for money.\n",
      "questions/q.en.md": "---\ntitle: What?\n---\nSee\n[[bank]] and [[bank2]].\n",
      "questions/r.en.md": "---\ntitle: Which?\ntags: [rivers]\n---\nSee [[bank]].\n",
      "questions/s.en.md": "---\ntitle: Where?\nallow: [ambiguous-term]\n---\nSee the bank, [[bank]].\n",
    ]
    let found = await faults(files, "ambiguous-term")
    #expect(found.map(\.summary) == ["\"bank\" may mean bank1 or bank2"])
    #expect(found.first?.location?.path == "Content/questions/q.en.md" && found.first?.location?.line == 5)
  }

  /// The fault of one file makes no faults elsewhere.
  @Test func takesAFileWithAFaultForAPage() async {
    let output = await TestSite([
      "terms/a.en.md": "---\ntitle: [Alpha\n---\nA letter.\n", "terms/alpha.en.md": "---\ntitle: Gamma\n---\nA letter.\n",
      "terms/b.en.md": "---\ntitle: Beta\nbroader: [a]\n---\nBehind [[a]] and [it](a.md), not [[c]].\n",
    ]).build()
    let found = output.diagnostics.filter { $0.location?.path == "Content/terms/b.en.md" }
    #expect(found.map(\.summary) == ["link \"c\" leads to nothing in the site"])
  }

  @Test func cutsALongDefinitionBehindAWord() {
    let text = String(repeating: "word ", count: 40)
    #expect(BodyRenderer.shortened(text, to: 23) == "word word word word…")
    #expect(BodyRenderer.shortened(String(repeating: "词", count: 30), to: 20).count == 20)
    #expect(BodyRenderer.shortened("一二三四五六七。八九十一二三", to: 12) == "一二三四五六七。")
  }

  @Test func linksNoPageToItself() async throws {
    let output = await TestSite(["terms/a.en.md": "---\ntitle: Alpha\n---\nThe letter [[a]] and [[alpha|itself]].\n"]).build()
    #expect(try output.main("en/terms/a/index.html").contains("The letter a and itself."))
  }

  @Test func namesATermWithoutADefinition() async {
    let files = [
      "terms/a.en.md": "---\ntitle: Alpha\n---\n## Heading first\n\nText.\n", "terms/b.en.md": "---\ntitle: Beta\n---\nA letter.\n",
    ]
    #expect(await faults(files, "missing-definition").map(\.location?.path) == ["Content/terms/a.en.md"])
  }

  @Test func namesAFieldThatIsNoTag() async {
    let found = await faults(
      [
        "tags.yml": "attention: {zh: 注意力, en: Attention}\n", "terms/x.zh.md": "---\ntitle: 甲甲\nfield: atention\n---\n甲。\n",
      ], "unknown-tag")
    #expect(found.map(\.suggestion) == ["write \"attention\""] && found.first?.location?.line == 3)
  }

  @Test func linksANameToAvoidButProposesAnother() async throws {
    let output = await TestSite([
      "terms/reward-model.zh.md": "---\ntitle: 奖励模型\ndeprecated: [激励模型]\n---\n定义。\n",
      "questions/q.zh.md": "---\ntitle: 问题\n---\n用激励模型。[[激厉模型]]与[[激励模型]]。\n",
    ]).build()
    #expect(try output.main("zh/questions/q/index.html").contains("data-term=\"reward-model\">激励模型</a>"))
    let fault = try #require(output.diagnostics.first { $0.rule == "dead-link" })
    #expect(fault.suggestion?.contains("激励模型") != true)
  }

  @Test func findsEveryCircleAndEndsInDeepChains() {
    func id(_ number: Int) -> DocumentID { DocumentID(section: .terms, slug: "t\(number)") }
    let chain = Dictionary(uniqueKeysWithValues: (0..<20_000).map { (id($0), [id($0 + 1)]) })
    #expect(BroaderCycles.find(in: chain).isEmpty)
    let cycles = BroaderCycles.find(in: [id(1): [id(2)], id(2): [id(1), id(3)], id(3): [id(4)], id(4): [id(3)]])
    #expect(cycles == [[id(1), id(2), id(1)], [id(3), id(4), id(3)]])
  }
}
