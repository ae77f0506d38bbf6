import FileSystem
import Foundation
import Testing

@Suite struct ExportCommandTests {
  /// The content that ships with the program.
  static let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  let program: Program

  init() throws {
    program = try Program()
    try program.workspace.write("title: T\nlanguages: [zh, en]\n", to: "ciyuan.yml")
  }

  private func copyShippedContent() throws {
    for entry in try Folder.files(below: Self.shipped + "/Content") {
      try File.write(try File.read("\(Self.shipped)/Content/\(entry.path)"), to: "\(program.workspace.path)/Content/\(entry.path)")
    }
  }

  @Test(arguments: ["csv", "tbx"]) func losesNothingOfTheShippedContent(kind: String) throws {
    try copyShippedContent()
    let before = try program.workspace.snapshot("Content")
    #expect(try program.run("export", kind, "--output", "first.\(kind)").status == 0)
    // Into the same site: nothing changes.
    let same = try program.run("import-terms", "first.\(kind)")
    #expect(same.status == 0 && same.errors.contains(" 0 pages new, 0 changed"), "\(same.errors)")
    #expect(try program.workspace.snapshot("Content") == before)
    // Into an empty site: what is exported from there is the same.
    try program.workspace.write("title: T\nlanguages: [zh, en]\n", to: "other/ciyuan.yml")
    let dry = try program.run("import-terms", "first.\(kind)", "--dry-run", "--root", "other")
    #expect(dry.status == 0 && !program.workspace.exists("other/Content"), "\(dry.errors)")
    #expect(try program.run("import-terms", "first.\(kind)", "--root", "other").status == 0)
    #expect(try program.run("export", kind, "--root", "other", "--output", "second.\(kind)").status == 0)
    #expect(try program.workspace.read("first.\(kind)") == program.workspace.read("second.\(kind)"))
    #expect(
      try program.workspace.snapshot("other/Content").keys.filter { $0.hasPrefix("terms/") }.count
        == before.keys.filter { $0.hasPrefix("terms/") }.count)
  }

  @Test func writesDecksThatAreTheSameForTheSameTime() throws {
    try program.workspace.write("---\ntitle: 什么是甲？\n---\n甲是乙。\n", to: "Content/questions/a.zh.md")
    let time = ["SOURCE_DATE_EPOCH": "1700000000"]
    for file in ["a.apkg", "b.apkg"] {
      #expect(try program.run("export", "anki", "--deck", "questions", "--output", file, environment: time).status == 0)
    }
    let (a, b) = (try File.read(program.workspace.path + "/a.apkg"), try File.read(program.workspace.path + "/b.apkg"))
    #expect(a == b && a.starts(with: [0x50, 0x4B, 3, 4]))
    #expect(try program.run("export", "anki", "--language", "fr", environment: time).status == 2)
    #expect(try program.run("export", "anki", environment: ["SOURCE_DATE_EPOCH": "soon"]).status == 2)
  }

  @Test func importsNothingOfAFileWithFaults() throws {
    try program.workspace.write("concept,titel:zh\na,甲\n", to: "bad.csv")
    let result = try program.run("import-terms", "bad.csv")
    #expect(
      result.status == 1 && result.errors.contains("bad.csv:1:9: error") && result.errors.contains("write \"title\""), "\(result.errors)")
    try File.write([0x63, 0x2C, 0xB4, 0xCA, 0x0A], to: program.workspace.path + "/gbk.csv")
    #expect(try program.run("import-terms", "gbk.csv").errors.contains("CSV UTF-8"))
    #expect(try program.run("import-terms", "missing.csv").status == 2)
    #expect(!program.workspace.exists("Content"))
  }

  @Test func leavesAFileAloneThatIsNoReadablePage() throws {
    try program.workspace.write("no front matter\n", to: "Content/terms/a.zh.md")
    try program.workspace.write("concept,title:zh\na,甲\n", to: "terms.csv")
    let result = try program.run("import-terms", "terms.csv")
    #expect(result.status == 1 && result.errors.contains("file-in-the-way"), "\(result.errors)")
    #expect(try program.workspace.read("Content/terms/a.zh.md") == "no front matter\n")
  }
}
