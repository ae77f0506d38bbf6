import Diagnostics
import SiteBuilding
import Testing

@Suite struct PictureTests {
  private static func site(_ svg: String, markdown: String = "![一张图](/assets/a.svg)") -> TestSite {
    var site = TestSite([
      "questions/q.zh.md": "---\ntitle: 问题\n---\n第一行。\n\n\(markdown)\n",
      "questions/q.en.md": "---\ntitle: Question\n---\nFirst.\n\n![A picture](/assets/a.svg)\n",
    ])
    site.assets = ["a.svg": svg]
    return site
  }

  private static let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">"

  @Test func drawsAPictureIntoThePageWithItsDescription() async throws {
    let page = try await Self.site(Self.head + "<rect width=\"3\" height=\"3\"/></svg>").build().main("zh/questions/q/index.html")
    #expect(
      page.contains(
        "<p><svg class=\"picture\" viewBox=\"0 0 9 9\" role=\"img\" aria-label=\"一张图\"><rect height=\"3\" width=\"3\"></rect></svg></p>"))
  }

  @Test func showsTheWordsOfThePagesLanguage() async throws {
    let output = await Self.site(
      Self.head + "<text lang=\"zh\">键</text><text lang=\"en\">key</text><text>K</text></svg>"
    ).build()
    let zh = try output.main("zh/questions/q/index.html"), en = try output.main("en/questions/q/index.html")
    #expect(zh.contains("<text>键</text><text>K</text>") && !zh.contains("key"))
    #expect(en.contains("<text>key</text><text>K</text>") && !en.contains("键</text>"))
  }

  @Test func givesIdsAPrefixSoThatPicturesDoNotShareThem() async throws {
    let page = try await Self.site(
      Self.head + "<marker id=\"m\"/><use href=\"#m\"/><path marker-end=\"url(#m)\" d=\"M0 0\"/></svg>"
    ).build().main("zh/questions/q/index.html")
    #expect(page.contains("id=\"a-m\"") && page.contains("href=\"#a-m\"") && page.contains("url(#a-m)"))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<g onclick=\"alert(1)\"/>", "<use href=\"https://example.org/x.svg#a\"/>",
    "<image href=\"https://example.org/x.png\"/>", "<g style=\"fill:red\"/>", "<foreignObject><p>x</p></foreignObject>",
    "<rect fill=\"URL( https://example.org/x)\"/>", "<a href=\"javascript:alert(1)\"><text>x</text></a>",
    "<svg onload=\"alert(1)\"/>", "<rect fill=\"url(#a) url(//example.org/b)\"/>",
  ])
  func leavesOutWhatRunsLoadsOrStyles(part: String) async throws {
    let output = await Self.site(Self.head + "\n" + part + "</svg>").build()
    let page = try output.main("zh/questions/q/index.html")
    for word in ["alert", "example.org", "style=", "<p>x", "<script", "<image"] { #expect(!page.contains(word)) }
    let fault = try #require(output.diagnostics.first { $0.rule == "picture-part" })
    #expect(fault.location?.path == "Content/assets/a.svg" && fault.location?.line == 2)
    #expect(output.diagnostics.count { $0.rule == "picture-part" } == 1)
  }

  @Test(arguments: [
    "no svg", "<html></html>", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>",
    "<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>", "",
  ])
  func showsAFileThatCannotBeReadAsAnImage(svg: String) async throws {
    let output = await Self.site(svg).build()
    #expect(try output.main("zh/questions/q/index.html").contains("<img src=\"../../../files/a.svg\" alt=\"一张图\""))
    #expect(output.diagnostics.contains { $0.location?.path == "Content/assets/a.svg" && $0.severity == .warning })
  }

  @Test func endsAnImageDrawnInsideOtherText() async throws {
    let page = try await Self.site(Self.head + "</svg>", markdown: "前 ![图 *一*](/assets/a.svg) 后 ![b](/assets/a.svg)").build()
      .main("zh/questions/q/index.html")
    #expect(page.contains("aria-label=\"图 一\"></svg> 后 <svg"))
  }
}
