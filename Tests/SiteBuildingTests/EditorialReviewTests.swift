import Diagnostics
import Testing

@testable import SiteBuilding

@Suite struct EditorialReviewTests {
  static func source(_ licence: String?) -> String { "---\ntitle: 来源\n\(licence.map { "licence: \($0)\n" } ?? "")---\n" }

  @Test(
    arguments: [
      (nil, "unknown-licence"), ("CC-BY-ND-4.0", "no-adaptation"), ("CC BY-NC-ND 3.0", "no-adaptation"), ("版权所有，禁止转载", "no-adaptation"),
      ("All Rights Reserved", "no-adaptation"), ("CC-BY-SA-4.0", nil), ("MIT", nil), ("作者书面同意", nil),
    ] as [(String?, String?)])
  func flagsSourcesThatMayNotBeAdapted(licence: String?, rule: String?) async {
    let output = await TestSite(["sources/s.zh.md": Self.source(licence)]).build()
    #expect(output.review.map(\.rule) == [rule].compactMap { $0 })
    #expect(output.diagnostics.isEmpty)
  }

  @Test func tellsOfAChineseTitleOnAnEnglishPage() async {
    let output = await TestSite([
      "questions/a.en.md": "---\ntitle: 什么是 LoRA？\n---\n答。\n", "questions/b.en.md": "---\ntitle: What does 词元 mean?\n---\nA token.\n",
      "questions/c.zh.md": "---\ntitle: LoRA?\n---\n答。\n",
    ]).build()
    #expect(output.review.map(\.rule) == ["title-language"])
    #expect(output.review.first?.suggestion?.contains("questions/a.zh.md") == true)
  }

  @Test func listsUnansweredQuestionsWithTheirLine() async {
    let output = await TestSite([
      "questions/a.zh.md": "---\ntitle: 甲\nstatus: stub\n---\n", "questions/b.zh.md": "---\ntitle: 乙\n---\n答。\n",
    ]).build()
    #expect(output.review.map(\.rule) == ["unanswered"])
    #expect(output.review.first?.location?.path == "Content/questions/a.zh.md")
    #expect(output.review.first?.location?.line == 3)
  }
}
