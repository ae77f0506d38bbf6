import Foundation
import Testing

@Suite struct StatusCommandTests {
  let program: Program

  init() throws {
    program = try Program()
    try program.workspace.write("---\ntitle: 甲甲\ntags: [a]\n---\n\n甲是一。\n", to: "Content/terms/a.zh.md")
    try program.workspace.write("---\r\ntitle: Alpha\r\n---\r\nAlpha is one.\r\n", to: "Content/terms/a.en.md")
    try program.workspace.write("---\ntitle: 乙乙\n---\n乙。\n", to: "Content/terms/b.zh.md")
  }

  @Test func marksTranslationsAndTellsWhenTheirSourceChanges() throws {
    let unmarked = try program.run("status")
    #expect(unmarked.status == 0 && unmarked.output.contains("1 of 2") && unmarked.output.contains("50 %"))
    #expect(unmarked.output.contains("missing  Content/terms/b.en.md  of Content/terms/b.zh.md"))

    #expect(try program.run("status", "--mark", "Content/terms/a.en.md").status == 0)
    let marked = try program.workspace.read("Content/terms/a.en.md")
    #expect(marked.contains(#/^---\r\ntitle: Alpha\r\ntranslated-from: [0-9a-f]{16}\r\n---\r\nAlpha is one.\r\n$/#))
    #expect(try program.run("status", "--mark", "Content/terms/a.en.md").status == 0)
    #expect(try program.workspace.read("Content/terms/a.en.md") == marked)

    // White space, tags and the order of keys are no change.
    try program.workspace.write("---\ntags: [b]\ntitle: 甲甲\n---\n甲是\n一。\n\n", to: "Content/terms/a.zh.md")
    #expect(try !program.run("status").output.contains("stale"))

    try program.workspace.write("---\ntitle: 甲甲\n---\n甲是二。\n", to: "Content/terms/a.zh.md")
    #expect(try program.run("status").output.contains("stale    Content/terms/a.en.md  behind Content/terms/a.zh.md"))
    #expect(try program.run("status", "--strict").status == 1)
    #expect(try program.run("status", "--mark", "Content/terms/a.en.md").status == 0)
    let again = try program.workspace.read("Content/terms/a.en.md")
    #expect(again != marked && again.split(separator: "\r\n").count == marked.split(separator: "\r\n").count)
    #expect(try !program.run("status").output.contains("stale"))
  }

  @Test func isContentWithAWholeTranslation() throws {
    try program.workspace.write("---\ntitle: Beta\n---\nB.\n", to: "Content/terms/b.en.md")
    #expect(try program.run("status", "--mark", "Content/terms/a.en.md", "Content/terms/b.en.md").status == 0)
    let result = try program.run("status", "--strict")
    #expect(result.status == 0 && result.output.contains("100 %") && !result.output.contains("missing"))
  }

  @Test func tellsADraftFromAMissingPage() throws {
    try program.workspace.write("---\ntitle: Beta\nstatus: draft\n---\nB.\n", to: "Content/terms/b.en.md")
    let result = try program.run("status", "--strict")
    #expect(result.status == 1 && result.output.contains("1 of 2") && result.output.contains("1 draft"))
    #expect(result.output.contains("draft    Content/terms/b.en.md  of Content/terms/b.zh.md") && !result.output.contains("missing"))
    #expect(try program.run("check").errors.contains("b.en.md is a draft"))
  }

  @Test func printsJSON() throws {
    let data = Data(try program.run("status", "--format", "json").output.utf8)
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let rows = try #require(report["sections"] as? [[String: Any]])
    #expect(rows.map { $0["language"] as? String } == ["zh", "en"])
    #expect(rows[1]["percent"] as? Int == 50 && (rows[1]["missing"] as? [[String: String]])?.first?["source"] == "Content/terms/b.zh.md")
    #expect(rows[1]["unmarked"] as? [String] == ["Content/terms/a.en.md"] && report["isComplete"] as? Bool == false)
  }

  @Test(arguments: [("Content/terms/none.en.md", "no page"), ("Content/terms/b.zh.md", "translates nothing")])
  func marksNothingWhereAFileIsNoTranslation(path: String, message: String) throws {
    let result = try program.run("status", "--mark", "Content/terms/a.en.md", path)
    #expect(result.status == 2 && result.errors.contains(message))
    #expect(try !program.workspace.read("Content/terms/a.en.md").contains("translated-from"))
  }
}
