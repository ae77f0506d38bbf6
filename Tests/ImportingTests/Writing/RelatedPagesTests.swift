import Diagnostics
import FileSystem
import Testing

@testable import Importing

/// What pages name as related, where one of those becomes part of another page.
@Suite struct RelatedPagesTests {
  /// They named the page that had gone until the import after the next.
  @Test func followAJoinAndAPartingAtOnce() async throws {
    let folder = try ImportFolder([
      "a.txt": "1. 什么是词表扩充？\n在已有词表里加入新的词元。\n\n2. 词表扩充有什么缺点？\n新的向量要继续训练才可用。\n"
    ])
    try folder.write(JoinedPagesTests.own, to: "Content/questions/mine.zh.md")
    try await folder.importAll()
    let neighbour = "Content/questions/" + (try #require(try folder.question(with: "新的向量")))
    #expect(try folder.read(neighbour).contains("related:\n  - \(JoinedPagesTests.page)\n"))
    for (decision, name) in [("same", "mine"), ("different", JoinedPagesTests.page)] {
      try folder.write("\(decision):\n  - [\(JoinedPagesTests.page), mine]\n", to: "Content/import.yml")
      try await folder.importAll()
      #expect(try folder.read(neighbour).contains("related:\n  - \(name)\n"))
      let before = try folder.read(neighbour)
      try await folder.importAll()
      #expect(try folder.read(neighbour) == before)
    }
  }

  /// `check` alone said so.
  @Test func anImportTellsOfAPageOfOnesOwnThatAsksTheSame() async throws {
    let folder = try ImportFolder(["a.txt": "1. 什么是词表扩充？\n在已有词表里加入新的词元。\n"])
    try folder.write("---\ntitle: 词表扩充是什么\n---\n\n加词。\n", to: "Content/questions/mine.zh.md")
    let summary = try await folder.importAll()
    #expect(summary.diagnostics.map(\.rule) == ["duplicate-question"])
    let warning = try #require(summary.diagnostics.first)
    #expect(warning.location?.path == "Content/questions/\(JoinedPagesTests.page).zh.md" && warning.location?.line == 2)
    #expect(warning.suggestion?.contains("ciyuan duplicates --same mine \(JoinedPagesTests.page), then ciyuan import") == true)
    #expect(try await folder.importAll().diagnostics.isEmpty)
    // Settled before it came.
    let other = try ImportFolder(["a.txt": try folder.read("scrapes/a.txt")])
    try other.write("---\ntitle: 词表扩充是什么\n---\n\n加词。\n", to: "Content/questions/mine.zh.md")
    try other.write("different:\n  - [mine, \"什么是词表扩充？\"]\n", to: "Content/import.yml")
    #expect(try await other.importAll().diagnostics.filter { $0.rule == "duplicate-question" }.isEmpty)
  }
}
