import FileSystem
import Foundation
import Testing

/// A build of what has not changed reads the record of the build before and nothing else; whatever is not as the record says
/// is built.
@Suite struct BuildRecordTests {
  let program: Program
  private var page: String { "site/zh/terms/token/index.html" }

  init() throws {
    program = try Program()
    #expect(try program.run("init", "--quiet").status == 0)
    #expect(try program.run("build").status == 0)
  }

  private func records() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: program.workspace.path + "/.ciyuan/builds").sorted()
  }

  /// The same site, built where no record is.
  private func expectCleanBuild(_ comment: Comment) throws {
    #expect(try program.run("build").status == 0)
    let site = try program.workspace.snapshot("site")
    try FileManager.default.removeItem(atPath: program.workspace.path + "/.ciyuan")
    #expect(try program.run("build", "-o", "clean").status == 0)
    #expect(try program.workspace.snapshot("clean") == site, comment)
  }

  @Test func isIgnoredByGitAndTrueToWhatWasSaid() throws {
    #expect(try program.workspace.read(".ciyuan/.gitignore") == "*\n")
    let again = try program.run("build", "-v")
    #expect(again.status == 0 && again.errors.contains("nothing has changed") && again.errors.contains(" 0 files written"))
    try program.workspace.write("---\ntitle: 新\n---\n[x](../terms/nowhere.zh.md)\n", to: "Content/terms/new.zh.md")
    let first = try program.run("build")
    #expect(first.errors.contains("[dead-link]"))
    let second = try program.run("build")
    #expect(second.errors.contains("[dead-link]") && second.errors.contains(" 0 files written"))
    #expect(try program.run("build", "--strict").status == 1)
  }

  @Test func buildsWhatWasEditedAddedOrTakenAway() throws {
    let text = try program.workspace.read("Content/terms/token.zh.md")
    try program.workspace.write(text + "\n又一句。\n", to: "Content/terms/token.zh.md")
    try expectCleanBuild("an edit")
    #expect(try program.workspace.read(page).contains("又一句"))
    try program.workspace.write("title: 别的\n", to: "ciyuan.yml")
    try expectCleanBuild("another configuration")
    try program.workspace.write("{{! nothing }}\n", to: "Templates/partials/footer.mustache")
    try expectCleanBuild("a template")
    try FileManager.default.removeItem(atPath: program.workspace.path + "/Content/terms/token.zh.md")
    try expectCleanBuild("a page taken away")
  }

  /// Programs can set the time of modification back, the system's own is not theirs to set.
  @Test func noticesAnEditOfTheSameSizeAndTime() throws {
    let path = program.workspace.path + "/Content/terms/token.zh.md"
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let text = try program.workspace.read("Content/terms/token.zh.md")
    try program.workspace.write(text.replacing("。", with: "！"), to: "Content/terms/token.zh.md")
    try FileManager.default.setAttributes([.modificationDate: try #require(attributes[.modificationDate])], ofItemAtPath: path)
    try expectCleanBuild("same size, same time")
  }

  @Test func mendsAFileOfTheSiteThatOthersChanged() throws {
    let before = try program.workspace.snapshot("site")
    try program.workspace.write("not ours", to: page)
    #expect(try program.run("build").status == 0)
    #expect(try program.workspace.snapshot("site") == before)
    try FileManager.default.removeItem(atPath: program.workspace.path + "/" + page)
    #expect(try program.run("build").status == 0)
    #expect(try program.workspace.snapshot("site") == before)
  }

  /// Pages that an edit did not touch are not compared, and the text of the others is taken from the build before.
  @Test func buildsOnTheBodiesOfTheBuildBefore() throws {
    let path = "Content/terms/token.zh.md"
    for number in 0..<3 {
      try program.workspace.write(try program.workspace.read(path) + "\n第 \(number) 句。\n", to: path)
      #expect(try program.run("build").status == 0)
    }
    try program.workspace.write("not ours", to: "site/zh/questions/what-is-a-token/index.html")
    try program.workspace.write(try program.workspace.read(path) + "\n又一句。\n", to: path)
    try expectCleanBuild("edits, one after another")
    #expect(try program.workspace.read(page).contains("第 1 句"))
  }

  @Test func doesNotBelieveDamagedBodies() throws {
    let name = program.workspace.path + "/.ciyuan/builds/" + (try #require(records().last))
    #expect(name.hasSuffix(".bodies"))
    let path = "Content/terms/token.zh.md"
    for offset in [8, 1000, try File.read(name).count - 3] {
      var damaged = try File.read(name)
      damaged[offset] ^= 0x40
      try File.write(damaged, to: name)
      try program.workspace.write(try program.workspace.read(path) + "\n又一句。\n", to: path)
      #expect(try program.run("build").status == 0)
    }
    try expectCleanBuild("damaged bodies")
  }

  /// A kill between writing the site and writing the record leaves the record of another site.
  @Test func doesNotBelieveTheRecordOfAnotherSite() throws {
    let name = ".ciyuan/builds/" + (try #require(records().first))
    let record = try File.read(program.workspace.path + "/" + name)
    let text = try program.workspace.read("Content/terms/token.zh.md")
    try program.workspace.write(text + "\n又一句。\n", to: "Content/terms/token.zh.md")
    #expect(try program.run("build").status == 0)
    try File.write(record, to: program.workspace.path + "/" + name)
    try expectCleanBuild("a former record")
    #expect(try program.workspace.read(page).contains("又一句"))
  }

  @Test func doesNotBelieveADamagedRecord() throws {
    let name = program.workspace.path + "/.ciyuan/builds/" + (try #require(records().first))
    let record = try File.read(name)
    let before = try program.workspace.snapshot("site")
    for length in [0, 7, 8, record.count / 2, record.count - 1] {
      try File.write(Array(record[..<length]), to: name)
      #expect(try program.run("build").status == 0)
    }
    for offset in stride(from: 0, to: record.count, by: record.count / 5) {
      var damaged = record
      damaged[offset] ^= 0x40
      try File.write(damaged, to: name)
      #expect(try program.run("build").status == 0)
    }
    #expect(try program.workspace.snapshot("site") == before)
  }
}
