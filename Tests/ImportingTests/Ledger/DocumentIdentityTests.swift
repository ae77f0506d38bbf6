import Diagnostics
import FileSystem
import Foundation
import Testing

@testable import Importing

@Suite struct DocumentIdentityTests {
  static let plan = "\n\n1. 什么是甲方案？\n甲方案先把请求排成一队，再由一个线程按次序处理它们。\n"
  static let other = "\n\n1. 什么是乙方案？\n乙方案给每个请求一个线程，由系统决定谁先谁后。\n"

  @Test(arguments: [
    ("/s/site", "/s/site/scrapes/a.txt", "scrapes/a.txt"), ("/s/site", "/s/d/x/a.txt", "../d/x/a.txt"),
    ("/s/site", "/data/a.txt", "/data/a.txt"), ("/", "/data/a.txt", "data/a.txt"), ("/s/site", "/s/site2/a.txt", "../site2/a.txt"),
  ]) func callsADocumentByItsPlace(root: String, place: String, name: String) {
    #expect(DocumentPlaces(root: root).name(ofPlace: place) == name)
  }

  /// The second one replaced the first, whose pages went without a word.
  @Test func takesTwoFoldersOfOneNameForTwo() async throws {
    let folder = try ImportFolder()
    try folder.write("甲" + Self.plan, to: "d1/x/a.txt")
    try folder.write("乙" + Self.other, to: "d2/x/a.txt")
    try await folder.importAll(["d1/x"])
    let summary = try await folder.importAll(["d2/x"])
    #expect(summary.removed == 0)
    #expect(try folder.questions().count == 2)
    let together = try ImportFolder()
    try together.write("甲" + Self.plan, to: "d1/x/a.txt")
    try together.write("乙" + Self.other, to: "d2/x/a.txt")
    try await together.importAll(["d1/x", "d2/x"])
    #expect(try together.snapshot() == folder.snapshot())
  }

  @Test func knowsAFileHoweverItIsNamed() async throws {
    let folder = try ImportFolder(["html/a.txt": ReimportTests.first, "b.txt": ReimportTests.second])
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "scrapes/html")
    try folder.write("strip:\n  - scrapes/html/a.txt:4\n", to: "Content/import.yml")
    try await folder.importAll()
    let before = try folder.snapshot()
    #expect(try LedgerTests.rows(folder).contains { $0.document == "scrapes/html/a.txt" && $0.rule == "overruled" })
    for name in ["scrapes/html/a.txt", "scrapes/html", folder.path + "/scrapes/../scrapes/html", "link/a.txt", "link"] {
      #expect(try await folder.importAll([name]).diagnostics.isEmpty, "\(name)")
      #expect(try folder.snapshot() == before, "\(name)")
    }
  }

  @Test func followsAMovedDocumentWithItsOverrules() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first, "b.txt": ReimportTests.second])
    try folder.write("strip:\n  - scrapes/a.txt:4\n", to: "Content/import.yml")
    try await folder.importAll()
    let pages = try folder.questions()
    try FileManager.default.moveItem(atPath: folder.path + "/scrapes", toPath: folder.path + "/pages")
    for _ in 0..<2 {
      let summary = try await folder.importAll(["pages"])
      #expect(summary.removed + summary.created == 0)
      #expect(summary.diagnostics.allSatisfy { $0.rule == "moved-document" }, "\(summary.diagnostics)")
      let rows = try LedgerTests.rows(folder)
      #expect(Set(rows.map(\.document)) == ["pages/a.txt", "pages/b.txt"])
      #expect(rows.contains { $0.lines == [4, 4] && $0.rule == "overruled" })
    }
    #expect(try folder.questions() == pages)
  }

  @Test func keepsACopyApart() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first])
    try await folder.importAll()
    try folder.write(ReimportTests.first, to: "other/a.txt")
    #expect(try await folder.importAll(["other"]).diagnostics.map(\.rule) == ["copy"])
    #expect(try Set(LedgerTests.rows(folder).map(\.document)) == ["scrapes/a.txt", "other/a.txt"])
  }

  @Test func tellsWhereAFileBecameAnotherDocument() async throws {
    let folder = try ImportFolder(["a.txt": "甲" + Self.plan])
    try await folder.importAll()
    try folder.write("乙" + Self.other, to: "scrapes/a.txt")
    let told = try await folder.importAll().diagnostics
    #expect(told.map(\.rule).sorted() == ["removed-page", "replaced-document"])
    #expect(told.contains { $0.location?.path.hasPrefix("Content/questions/") == true })
  }

  @Test func importsAllAgainWithoutAPath() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first, "b.txt": ReimportTests.second])
    try await folder.importAll()
    let before = try folder.snapshot()
    #expect(try await folder.importAll(nil).documents == 2)
    #expect(try folder.snapshot() == before)
    try folder.write("strip:\n  - scrapes/a.txt:4\n", to: "Content/import.yml")
    #expect(try await folder.importAll(["scrapes/b.txt"]).diagnostics.map(\.severity) == [.warning])
    #expect(try await folder.importAll(nil).diagnostics.isEmpty)
    #expect(try folder.question(with: "加入新词元") == nil)
    try File.remove(folder.content + "/import.yml")
    #expect(try await folder.importAll(["scrapes/b.txt"]).diagnostics.map(\.rule) == ["overrule-not-carried-out"])
    try await folder.importAll(nil)
    #expect(try folder.snapshot() == before)
  }

  @Test func saysWhichDocumentMustBeGivenAgain() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first, "b.txt": ReimportTests.second])
    try await folder.importAll()
    try File.remove(folder.path + "/scrapes/a.txt")
    let absent = try await folder.importAll(nil).diagnostics
    #expect(absent.map(\.rule) == ["absent-document"] && absent.first?.summary.hasPrefix("scrapes/a.txt is not") == true)
    try folder.write("strip:\n  - scrapes/a.txt:4\n", to: "Content/import.yml")
    let summary = try await folder.importAll(nil)
    #expect(summary.absent.count == 1)
    #expect(summary.diagnostics.map(\.rule) == ["overrule-not-carried-out", "absent-document"])
    #expect(summary.diagnostics.first?.severity == .error)
    #expect(summary.diagnostics.first?.location?.line == 2)
    #expect(try folder.question(with: "加入新词元") != nil)
  }

  @Test func readsOnlyDocumentsWithoutAPath() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first])
    try folder.write(ReimportTests.second, to: "scrapes/secret")
    try await folder.importAll(["scrapes/a.txt", "scrapes/secret"])
    #expect(try await folder.importAll(nil).documents == 1)
  }

  @Test(arguments: [
    ("a.txt", ["overrule-of-several"]), ("x/a.txt", ["overrule-of-several"]), ("d1/x/a.txt", []), ("b.txt", []),
    ("/a.txt", ["overrule-without-document"]),
  ]) func takesTheEndOfAName(name: String, told: [String]) async throws {
    let folder = try ImportFolder()
    for (index, path) in ["d1/x/a.txt", "d2/x/a.txt", "d2/x/b.txt"].enumerated() {
      try folder.write("第\(index)篇" + Self.plan + "2. 第 \(index) 步是什么？\n第 \(index) 步等前一步结束再开始。\n", to: path)
    }
    try folder.write("keep:\n  - \(name):3\n", to: "Content/import.yml")
    #expect(try await folder.importAll(["d1", "d2"]).diagnostics.map(\.rule).filter { $0.hasPrefix("overrule") } == told)
  }

  @Test func suggestsNoNameThatDiffersInANumber() async throws {
    let folder = try ImportFolder(["page_13.txt": ReimportTests.first])
    try folder.write("keep:\n  - scrapes/page_33.txt:3\n  - scrape/page_13.txt:3\n", to: "Content/import.yml")
    let told = try await folder.importAll().diagnostics
    #expect(told.map { $0.suggestion?.contains("page_13") } == [false, true])
  }

  @Test func tellsOfALineThatIsKeptAndStripped() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first])
    try folder.write("keep:\n  - scrapes/a.txt:3-5\nstrip:\n  - scrapes/a.txt:4\n", to: "Content/import.yml")
    let told = try await folder.importAll().diagnostics
    #expect(told.map(\.severity) == [.error])
    #expect(told.first?.location?.line == 4)
    #expect(told.first?.notes.map { $0.location?.line } == [2])
    #expect(try folder.question(with: "加入新词元") != nil)
  }

  @Test func leavesTheSitesOwnPagesAlone() throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first])
    try folder.write("甲", to: "Content/questions/a.zh.md")
    let places = DocumentPlaces(root: folder.path)
    let (inputs, _) = try ImportInput.find([folder.path], places: places)
    #expect(places.documents(inputs, outside: [folder.content]).map(\.name) == ["scrapes/a.txt"])
  }
}
