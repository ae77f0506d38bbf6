import FileSystem
import Diagnostics
import Foundation
import Testing

@testable import Importing

@Suite struct LedgerTests {
  struct Row: Decodable {
    let document: String
    let lines: [Int]
    let verdict: String
    let rule: String
    let to: String?
  }

  static func rows(_ folder: ImportFolder) throws -> [Row] {
    try folder.read("Content/.ciyuan/ledger.jsonl").split(separator: "\n")
      .map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
  }

  @Test func tellsOfKeptLinesThatNoPageTook() async throws {
    let folder = try ImportFolder([
      "a.txt": "随笔\n\n这一页没有问题，也没有标题，只有几句说明。\n它们写到哪里去都不合适，所以要告诉编者。\n",
      "b.txt": ReimportTests.second,
    ])
    let told = try await folder.importAll().diagnostics.filter { $0.rule == "kept-for-nothing" }
    #expect(told.map(\.location?.path) == ["scrapes/a.txt"], "\(told)")
  }

  /// A scrape may hold links; what they lead to is none of it.
  @Test func readsNothingOutsideTheFolder() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first, "in/b.txt": ReimportTests.second])
    try folder.write("秘密", to: "secret.txt")
    let links = [("out.txt", "../secret.txt"), ("again.txt", "in/b.txt")]
    for (link, target) in links {
      try FileManager.default.createSymbolicLink(atPath: folder.path + "/scrapes/" + link, withDestinationPath: target)
    }
    let (inputs, notes) = try ImportInput.find(
      [folder.path + "/scrapes", folder.path + "/./scrapes", folder.path + "/scrapes/in"],
      places: DocumentPlaces(root: folder.path))
    #expect(inputs.map(\.name) == ["scrapes/a.txt", "scrapes/in/b.txt"])
    #expect(notes.filter { $0.rule == "link-out-of-folder" }.count == 2)
  }

  @Test func namesHiddenPagesThatItPassesOver() throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first, ".b.txt": ReimportTests.second, ".DS_Store": "x", ".git/c.txt": "x"])
    let (inputs, notes) = try ImportInput.find([folder.path + "/scrapes"], places: DocumentPlaces(root: folder.path))
    #expect(inputs.map(\.name) == ["scrapes/a.txt"])
    #expect(notes.map(\.rule) == ["hidden-file"])
    #expect(notes.contains { "\($0)".contains("scrapes/.b.txt") })
  }

  @Test func accountsForEachLineOnce() async throws {
    let text = ReimportTests.first + "\n\n扫码关注公众号，回复“资料”免费领取全套面试题\n"
    let folder = try ImportFolder(["a.txt": text, "b.txt": ReimportTests.second])
    try await folder.importAll()
    let rows = try Self.rows(folder).filter { $0.document == "scrapes/a.txt" }
    #expect(rows.flatMap { Array($0.lines[0]...$0.lines[1]) } == Array(1...8))
    #expect(rows.first { $0.lines.contains(8) }?.verdict == "strip")
    for row in rows where row.to != nil {
      #expect(File.exists(folder.content + "/" + row.to!))
    }
    #expect(rows.contains { $0.to?.hasPrefix("questions/") == true })
  }

  @Test func keepsLinesOfDocumentsThatAreNotImportedThisTime() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first, "b.txt": ReimportTests.second])
    try await folder.importAll()
    let before = try folder.read("Content/.ciyuan/ledger.jsonl")
    try await folder.importAll(["scrapes/a.txt"])
    #expect(try folder.read("Content/.ciyuan/ledger.jsonl") == before)
  }

  @Test func keepsLinesOfDocumentsWithStrangeNames() async throws {
    let name = "say \"x\\y\"\t,\u{1}\u{7F}词.txt"
    let folder = try ImportFolder([name: ReimportTests.first, "b.txt": ReimportTests.second])
    try await folder.importAll()
    try await folder.importAll(["scrapes/b.txt"])
    #expect(try Self.rows(folder).contains { $0.document == "scrapes/" + name })
  }

  @Test func writesAnAuditWithEverythingEscaped() async throws {
    let folder = try ImportFolder(["<x>&\".txt": "1. 什么是 <script>alert(1)</script>？\n答案在 <b> 标签里面，这里写一句完整的话。"])
    try await folder.importAll(report: folder.path + "/audit")
    let page = try folder.read("audit/pages/00001.html")
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(1)"))
    #expect(page.contains("scrapes/&lt;x&gt;&amp;&quot;.txt:1#"))
    #expect(try folder.read("audit/index.html").contains("pages/00001.html"))
  }

  @Test func importsNothingWhereTheAuditCannotBeWritten() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first])
    try folder.write("", to: "audit")
    await #expect(throws: FileError.self) { try await folder.importAll(report: folder.path + "/audit") }
    #expect(try folder.snapshot().isEmpty)
  }

  @Test func tellsOfTheImportWhereTheAuditFailsLater() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first])
    try Folder.create(folder.path + "/audit/index.html")
    let summary = try await folder.importAll(report: folder.path + "/audit")
    #expect(summary.created > 0)
    #expect(summary.diagnostics.map(\.rule) == ["audit-not-written"])
  }

  @Test func reportsWhatCannotBeReadAndGoesOn() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first])
    try File.write([0x89, 0x50, 0x4E, 0x47, 0, 0], to: folder.path + "/scrapes/bad.txt")
    try File.write(Array(String(repeating: "<div>", count: 5000).utf8), to: folder.path + "/scrapes/deep.html")
    try File.write([], to: folder.path + "/scrapes/empty.txt")
    let summary = try await folder.importAll()
    #expect(Set(summary.diagnostics.map(\.rule)) == ["binary-file", "too-deep", "empty-document"])
    #expect(summary.questions == 2)
  }

  @Test func saysWhereNothingOfADocumentIsLeft() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first, "ad.txt": "\n扫码关注公众号，回复“资料”免费领取全套面试题\n点赞 3\n收藏 4\n"])
    let summary = try await folder.importAll()
    #expect(summary.diagnostics.map(\.rule) == ["nothing-left"])
    #expect(summary.diagnostics.first?.location?.path == "scrapes/ad.txt")
    #expect(summary.questions == 2)
  }

  @Test func namesTheFileAboveTheLinesThatWentIntoIt() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first])
    try await folder.importAll(report: folder.path + "/audit")
    let page = try folder.read("audit/pages/00001.html")
    let rows = try Self.rows(folder)
    for row in rows where row.to != nil { #expect(page.contains("→ <code>\(row.to!)</code>")) }
    for line in 1...rows.map({ $0.lines[1] }).max()! { #expect(page.contains("id=\"L\(line)\"")) }
  }

  @Test(arguments: [
    ("keep:\n  - a.txt:3\nstrip:\n  - \"x: y.txt:4-6#0a1b2c3d\"\n", 2, 0), ("kepe: []\n", 0, 1), ("keep: [a.txt]\n", 0, 1),
    ("same: [[a]]\n", 0, 1), ("keep: a.txt:3\n", 0, 1), ("[", 0, 1), ("", 0, 0), ("same: [[a, b], [c, d]]\n", 0, 0),
  ])
  func readsDecisionsAndReportsFaults(yaml: String, overrules: Int, faults: Int) {
    let (decisions, diagnostics) = ImportDecisions.parse(.init(path: "Content/import.yml", text: yaml))
    #expect(decisions.overrules.count == overrules)
    #expect(diagnostics.count == faults)
  }
}
