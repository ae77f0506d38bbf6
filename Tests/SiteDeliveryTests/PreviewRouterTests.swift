import ContentModel
import FileSystem
import Foundation
import Testing

@testable import SiteDelivery

@Suite struct PreviewRouterTests {
  let site = PreviewSite(
    .files([
      OutputFile(path: "index.html", text: "<html><body>home</BODY></html>"),
      OutputFile(path: "zh/terms/lora/index.html", text: "<body>lora</body>"),
      OutputFile(path: "zh/术语/index.html", text: "<body>词</body>"),
      OutputFile(path: "404.html", text: "<body>lost</body>"),
      OutputFile(path: "style.css", text: "body { color: red }"),
      OutputFile(path: "a b.txt", text: "0123456789"),
    ]))

  private func ask(
    _ target: String, method: String = "GET", base: String = "/", host: String? = "localhost:8000",
    range: String? = nil,
    ifRange: String? = nil, ifNoneMatch: String? = nil
  ) -> PreviewResponse {
    let router = PreviewRouter(basePath: base, headers: [("X-Test", "yes")], run: "7")
    return router.respond(
      to: PreviewRequest(
        method: method, target: target, host: host, ifNoneMatch: ifNoneMatch, ifRange: ifRange, range: range),
      from: site)
  }

  private func text(_ response: PreviewResponse) -> String { String(decoding: response.body, as: UTF8.self) }

  @Test func servesPagesWithTheReloadScript() {
    let response = ask("/")
    #expect(response.status == 200)
    #expect(
      text(response)
        == "<html><body>home<script src=\"/.ciyuan/reload.js\" data-version=\"7.1\" async></script></BODY></html>")
    #expect(response["Content-Type"] == "text/html; charset=utf-8")
    #expect(response["Cache-Control"] == "no-store")
    #expect(response["X-Test"] == "yes")
  }

  @Test(arguments: ["/", "/style.css", "/zh/terms/lora", "/nowhere/", "/.ciyuan/reload.js", "/%2e%2e/x"])
  func putsTheHeadersOfTheHostOnEveryAnswer(target: String) { #expect(ask(target)["X-Test"] == "yes") }

  @Test func putsThemOnRefusalsToo() {
    #expect(ask("/", method: "PUT")["X-Test"] == "yes" && ask("/", host: "evil.example")["X-Test"] == "yes")
  }

  @Test func servesOtherFilesAsTheyAre() {
    let response = ask("/style.css?v=1")
    #expect(text(response) == "body { color: red }")
    #expect(response["Content-Type"] == "text/css; charset=utf-8")
    #expect(text(ask("/a%20b.txt")) == "0123456789")
  }

  @Test(arguments: [
    ("/zh/terms/lora", "/zh/terms/lora/"), ("/zh/terms/lora?q=1", "/zh/terms/lora/?q=1"),
    ("/zh/%E6%9C%AF%E8%AF%AD", "/zh/%E6%9C%AF%E8%AF%AD/"), ("//evil.example/%2e", nil),
    ("//zh/terms/lora", "/zh/terms/lora/"),
  ])
  func sendsFoldersToTheirSlash(target: String, location: String?) {
    let response = ask(target)
    #expect(response["Location"] == location)
    if location != nil { #expect(response.status == 302) }
  }

  @Test(arguments: ["/none", "/zh/", "/zh", "/style.css/", "/.ciyuan/none"]) func answersNotFound(target: String) {
    #expect(ask(target).status == 404)
  }

  @Test func showsTheSitesOwnPageForWhatIsNotFound() {
    let response = ask("/none")
    #expect(text(response).hasPrefix("<body>lost<script"))
    #expect(response["Content-Type"] == "text/html; charset=utf-8")
  }

  @Test func waitsForASiteThatCannotBeBuiltYet() {
    let router = PreviewRouter(basePath: "/", headers: [], run: "7")
    var empty = PreviewSite(.files([]))
    let response = router.respond(to: PreviewRequest(target: "/zh/", host: "localhost"), from: empty)
    #expect(response.status == 404)
    #expect(text(response).contains("/.ciyuan/reload.js"))
    let version = empty.version
    empty.replace(with: .files([OutputFile(path: "zh/index.html", text: "now")]))
    #expect(empty.didChange(router.page(at: "/zh/") ?? "", since: version))
  }

  @Test(arguments: [
    "/../secret", "/%2e%2e/secret", "/%2E%2E%2fsecret", "/a/..%2f..%2fsecret", "/..%5csecret", "/%", "/%zz", "/%00",
    "/%ff",
    "*", "", "http://other/", "/./a",
  ])
  func refusesAddressesThatNoFileHas(target: String) {
    #expect(ask(target).status == 400)
  }

  @Test(arguments: [
    ("localhost", true), ("LOCALHOST:80", true), ("127.0.0.1:8000", true), ("[::1]:8000", true), ("[::1]", true),
    ("evil.example", false), ("localhost.evil.example", false), ("localhost:80.evil.example", false),
    ("127.0.0.1.nip.io", false),
    ("", false), ("localhost:", false), (nil, false),
  ])
  func answersToThisMachineOnly(host: String?, isServed: Bool) {
    #expect(ask("/", host: host).status == (isServed ? 200 : 403))
  }

  @Test func refusesOtherMethods() {
    let response = ask("/", method: "POST")
    #expect(response.status == 405)
    #expect(response["Allow"] == "GET, HEAD")
  }

  @Test func servesBelowABasePath() {
    #expect(text(ask("/a/b/", base: "/a/b/")).contains("src=\"/a/b/.ciyuan/reload.js\""))
    #expect(text(ask("/a/b/style.css", base: "/a/b/")) == "body { color: red }")
    #expect(ask("/", base: "/a/b/")["Location"] == "/a/b/")
    #expect(ask("/a/b", base: "/a/b/")["Location"] == "/a/b/")
    #expect(ask("/a/b/zh/terms/lora", base: "/a/b/")["Location"] == "/a/b/zh/terms/lora/")
    #expect(ask("/style.css", base: "/a/b/").status == 404)
    #expect(ask("/a/b/.ciyuan/overlay.css", base: "/a/b/").status == 200)
  }

  @Test func answersConditionalRequests() throws {
    let tag = try #require(ask("/style.css")["ETag"])
    for header in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
      let response = ask("/style.css", ifNoneMatch: header)
      #expect(response.status == 304 && response.body.isEmpty && response["ETag"] == tag)
    }
    #expect(ask("/style.css", ifNoneMatch: "\"x\"").status == 200)
  }

  @Test(
    arguments: [
      ("bytes=2-4", 206, "234", "bytes 2-4/10"), ("bytes=8-99", 206, "89", "bytes 8-9/10"),
      ("bytes=7-", 206, "789", "bytes 7-9/10"),
      ("bytes=-2", 206, "89", "bytes 8-9/10"), ("bytes=-99", 206, "0123456789", "bytes 0-9/10"),
      ("bytes=10-", 416, "", "bytes */10"), ("bytes=-0", 416, "", "bytes */10"), ("bytes=4-2", 200, "0123456789", nil),
      ("bytes=0-1,3-4", 200, "0123456789", nil), ("lines=1-2", 200, "0123456789", nil),
      ("bytes=a-b", 200, "0123456789", nil),
      ("bytes=99999999999999999999-", 200, "0123456789", nil),
    ] as [(String, Int, String, String?)])
  func answersRanges(range: String, status: Int, body: String, contentRange: String?) {
    let response = ask("/a%20b.txt", range: range)
    #expect(response.status == status)
    #expect(text(response) == body)
    #expect(response["Content-Range"] == contentRange)
  }

  @Test func disregardsARangeOfAnotherVersion() throws {
    let tag = try #require(ask("/a%20b.txt")["ETag"])
    #expect(ask("/a%20b.txt", range: "bytes=0-0", ifRange: tag).status == 206)
    #expect(ask("/a%20b.txt", range: "bytes=0-0", ifRange: "\"other\"").status == 200)
  }

  @Test func servesAFolderAndNothingBesideIt() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "secret.txt")
    try folder.write("hidden", to: "site/.ciyuan-site/manifest")
    try folder.write("page", to: "site/a/index.html")
    let site = folder.path + "/site"
    try FileManager.default.createSymbolicLink(atPath: site + "/out.txt", withDestinationPath: "../secret.txt")
    try FileManager.default.createSymbolicLink(atPath: site + "/in.html", withDestinationPath: "a/index.html")
    #expect(SiteFile.read("a/index.html", in: site) == Array("page".utf8))
    #expect(SiteFile.read("in.html", in: site) == Array("page".utf8))
    for path in ["out.txt", "../secret.txt", "a/../../secret.txt", ".ciyuan-site/manifest", "a", "none", "/etc/hostname"] {
      #expect(SiteFile.read(path, in: site) == nil, "\(path)")
    }
  }

  @Test func knowsWhichPagesAChangeConcerns() {
    var site = site
    let pages = [
      OutputFile(path: "index.html", text: "<link href=\"style.css\"><link href=\"feed.xml\">"),
      OutputFile(path: "a.html", text: "plain"),
      OutputFile(path: "feed.xml", text: "1"), OutputFile(path: "style.css", text: "1"),
    ]
    site.replace(with: .files(pages))
    let version = site.version
    #expect(!site.didChange("index.html", since: version))
    site.replace(with: .files(pages.map { $0.path == "feed.xml" ? OutputFile(path: $0.path, text: "2") : $0 }))
    #expect(!site.didChange("index.html", since: version), "a feed is not shown")
    site.replace(with: .files(Array(pages.dropLast()) + [OutputFile(path: "style.css", text: "2")]))
    #expect(site.didChange("index.html", since: version), "it names the style sheet")
    #expect(!site.didChange("a.html", since: version))
    site.replace(with: .files([pages[0]]))
    #expect(site.didChange("a.html", since: version), "it went")
  }
}
