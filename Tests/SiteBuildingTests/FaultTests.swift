import ContentModel
import Diagnostics
import Testing

@testable import SiteBuilding

@Suite struct FaultTests {
  @Test(arguments: [
    ("[x](nowhere.md)", "dead-link"), ("[x](../terms/lorra.md)", "dead-link"), ("[x](#none)", "dead-anchor"),
    ("[x](../terms/lora.md#none)", "dead-anchor"), ("![x](../assets/none.png)", "missing-image"), ("[[没有这个]]", "dead-link"),
    (#"$\frac{1}$"#, "formula"),
  ])
  func reportsLinksThatLeadNowhere(body: String, rule: String) async throws {
    let output = await TestSite([
      "terms/lora.zh.md": "---\ntitle: 低秩适配\n---\n定义。\n",
      "questions/q.zh.md": "---\ntitle: 问题\n---\n第一行。\n\n\(body)\n",
    ]).build()
    let fault = try #require(output.diagnostics.first(where: { $0.rule == rule }))
    #expect(fault.location?.path == "Content/questions/q.zh.md" && fault.location?.line == 6)
    #expect(!output.hasErrors)
  }

  /// They became plain text, with the advice to remove them or to write the name of a third page.
  @Test(arguments: ["[x](old.zh.md)", "[x](/zh/questions/old/)", "[[questions/old]]", "[[old|x]]"])
  func leadsLinksToThePageThatStandsForAnother(body: String) async throws {
    let output = await TestSite([
      "questions/new.zh.md": "---\ntitle: 新的问题\nredirects: [questions/old]\nrelated: [old]\n---\n回答。\n",
      "questions/q.zh.md": "---\ntitle: 问题\nrelated: [old]\n---\n第一行。\n\n\(body)\n",
    ]).build()
    #expect(try output.main("zh/questions/q/index.html").contains("href=\"../new/\""))
    #expect(output.rules().isEmpty, "\(output.diagnostics.map(\.formatted))")
    let advice = output.diagnostics.filter { $0.rule == "former-name" && $0.severity == .note }
    // The names in the front matter were passed over.
    #expect(
      advice.map { "\($0.location?.path ?? ""):\($0.location?.line ?? 0): \($0.suggestion ?? "")" }.sorted() == [
        "Content/questions/new.zh.md:4: remove \"old\"", "Content/questions/q.zh.md:3: write \"new\"",
        "Content/questions/q.zh.md:7: write \"questions/new\"",
      ])
  }

  @Test func suggestsTheNearestPage() async {
    let output = await TestSite([
      "terms/lora.zh.md": "---\ntitle: 低秩适配\nrelated: [lorb]\n---\n定义。\n", "terms/lorax.zh.md": "---\ntitle: 甲\n---\n[x](lorra.md)\n",
    ]).build()
    #expect(output.diagnostics.contains { $0.rule == "unknown-page" && $0.suggestion == "write \"terms/lora\"" })
    #expect(output.diagnostics.contains { $0.rule == "dead-link" && $0.suggestion == "write \"terms/lora\"" })
  }

  @Test(arguments: [
    ("{{page.titel}}", "unknown name \"titel\""), ("{{#page}}", "page"), ("{{>nothing}}", "nothing"),
  ])
  func refusesTemplatesWithFaults(template: String, summary: String) async throws {
    var site = TestSite(["terms/x.zh.md": "---\ntitle: 甲\n---\n甲。\n"])
    site.templates = ["term.mustache": "<main>\n\(template)</main>"]
    let output = await site.build()
    #expect(output.hasErrors && output.files.isEmpty)
    let fault = try #require(output.diagnostics.first(where: { $0.severity == .error }))
    #expect(fault.location?.path == "Templates/term.mustache" && fault.location?.line == 2)
    #expect(fault.summary.contains(summary))
  }

  @Test func namesUnknownTagsOnceTheSiteNamesItsTags() async {
    let output = await TestSite([
      "tags.yml": "attention: {zh: 注意力, en: Attention}\n", "terms/x.zh.md": "---\ntitle: 甲\ntags: [atention]\n---\n甲。\n",
    ]).build()
    #expect(output.diagnostics.first { $0.rule == "unknown-tag" }?.suggestion == "write \"attention\"")
  }

  @Test func reportsStringsThatALanguageLacks() async {
    var site = TestSite()
    site.configuration = "languages: [zh, fr]\n"
    #expect(await site.build().diagnostics.contains { $0.rule == "strings" && $0.summary.contains("fr") })
  }

  @Test func namesBothMakersOfACollision() {
    let found = OutputCollisions.diagnostics(in: [
      ("lora.md", "zh/lora/index.html"), ("LoRA.md", "zh/LoRA/index.html"), ("pages", "a"), ("tags", "a"), ("x", "a/b"),
    ])
    #expect(
      found.map(\.summary) == [
        "a (by pages) stands where a/b (by x) needs a folder",
        "a is made by pages and by tags",
        "zh/lora/index.html (by lora.md) and zh/LoRA/index.html (by LoRA.md) differ in case alone",
      ])
  }

  @Test func refusesAFormerAddressThatAMachineFileHas() async {
    let output = await TestSite(["terms/y.zh.md": "---\ntitle: 乙\nredirects: [zh/feed.xml]\n---\n乙。\n"]).build()
    #expect(output.diagnostics.contains { $0.rule == "output-collision" && $0.severity == .error })
  }

  @Test func refusesAFormerAddressThatAPageHas() async throws {
    let output = await TestSite([
      "terms/x.zh.md": "---\ntitle: 甲\n---\n甲。\n", "terms/y.zh.md": "---\ntitle: 乙\nredirects: [/zh/terms/x/]\n---\n乙。\n",
    ]).build()
    let fault = try #require(output.diagnostics.first(where: { $0.rule == "output-collision" }))
    #expect(fault.summary.contains("Content/terms/y.zh.md") && fault.summary.contains("terms/x"))
  }
}
