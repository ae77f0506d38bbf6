import Diagnostics
import FileSystem
import Testing

@testable import Importing

@Suite struct AuditFolderTests {
  @Test func replacesNoPageOfSomebodyElse() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first])
    try folder.write("<title>My site</title>", to: "audit/index.html")
    await #expect(throws: ImportFailure.self) { try await folder.importAll(report: folder.path + "/audit") }
    #expect(try folder.read("audit/index.html") == "<title>My site</title>")
    #expect(try folder.snapshot().isEmpty)
  }

  @Test func takesAwayPagesOfAFormerAudit() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first, "b.txt": ReimportTests.second])
    try await folder.importAll(report: folder.path + "/audit")
    try folder.write("", to: "audit/pages/notes.html")
    #expect(File.exists(folder.path + "/audit/pages/00002.html"))
    try await folder.importAll(["scrapes/a.txt"], report: folder.path + "/audit")
    #expect(try Folder.files(below: folder.path + "/audit/pages").map(\.path) == ["00001.html", "notes.html"])
  }

  @Test func tellsOfOverrulesForDocumentsThatWereNeverImported() async throws {
    let folder = try ImportFolder(["a.txt": ReimportTests.first, "b.txt": ReimportTests.second])
    try await folder.importAll()
    try folder.write("keep:\n  - scrapes/b.txt:1\n  - scrapes/c.txt:1\n", to: "Content/import.yml")
    let told = try await folder.importAll(["scrapes/a.txt"]).diagnostics.filter { $0.rule == "overrule-without-document" }
    #expect(told.map { [$0.location?.line, $0.location?.column] } == [[3, 5]])
    #expect(told.first?.suggestion?.contains("scrapes/") == true)
  }
}
