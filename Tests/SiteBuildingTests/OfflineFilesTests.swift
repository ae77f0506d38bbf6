import Testing

@testable import SiteBuilding

@Suite struct OfflineFilesTests {
  private static let content = ["terms/x.zh.md": "---\ntitle: 甲\n---\n甲是一。\n"]

  @Test func namesInTheWorkerOnlyWhatTheSiteHas() async throws {
    let output = await TestSite(Self.content).build()
    let worker = try #require(output.text("sw.js"))
    let paths = worker.prefix { $0 != ";" }.split(separator: "\"").map(String.init).filter { $0.contains("/") }
    let written = Set(output.files.map(\.path))
    #expect(
      paths.contains("zh/practice/") && paths.contains { $0.hasPrefix("search/k") } && paths.contains { $0.hasPrefix("assets/style.") })
    #expect(paths.filter { !written.contains($0.hasSuffix("/") ? $0 + "index.html" : $0) } == [])
    #expect(try #require(output.text("zh/index.html")).contains("<link rel=\"manifest\" href=\"../zh/site.webmanifest\">"))
    #expect(try #require(output.text("en/site.webmanifest")).contains("\"name\":\"Site\""))
  }

  @Test func takesAwayWhatWasKeptWhereItIsSwitchedOff() async throws {
    var site = TestSite(Self.content)
    site.configuration += "offline: false\n"
    let output = await site.build()
    #expect(try #require(output.text("sw.js")).contains("unregister"))
    #expect(output.text("zh/site.webmanifest") == nil && output.text("zh/offline/index.html") == nil)
    #expect(!(try #require(output.text("zh/index.html")).contains("rel=\"manifest\"")))
  }
}
