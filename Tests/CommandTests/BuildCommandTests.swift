import FileSystem
import Foundation
import Testing

@Suite struct BuildCommandTests {
  let program: Program

  init() throws {
    program = try Program()
    #expect(try program.run("init", "--quiet").status == 0)
  }

  @Test func buildsANewSiteAtOnceAndTheSameBytesTwice() throws {
    let first = try program.run("build")
    #expect(first.status == 0 && first.output.isEmpty)
    let before = try program.workspace.snapshot("site")
    #expect(before["zh/terms/token/index.html"] != nil && before["search"] == nil)
    #expect(try program.run("build", "-o", "other", environment: ["CIYUAN_THREADS": "1"]).status == 0)
    #expect(try program.workspace.snapshot("other") == before)
    #expect(try program.run("build").errors.contains(" 0 files written"))
  }

  @Test func checksWithoutWriting() throws {
    let result = try program.run("check")
    #expect(result.status == 0, "\(result.errors)")
    #expect(!program.workspace.exists("site"))
  }

  @Test(arguments: [
    ("broken front matter", "Content/terms/x.zh.md", "---\ntitle: \"a\n---\n", "Content/terms/x.zh.md:"),
    ("unknown key", "Content/terms/x.zh.md", "---\ntitle: a\nrelatd: []\n---\n", "write \"related\""),
    ("unknown template name", "Templates/term.mustache", "{{page.titel}}", "Templates/term.mustache:1:"),
    ("template that does not parse", "Templates/term.mustache", "a\n{{#page}}", "Templates/term.mustache:2:"),
  ])
  func keepsTheFormerSiteWhereThereAreErrors(name: String, path: String, text: String, message: String) throws {
    #expect(try program.run("build").status == 0)
    let before = try program.workspace.snapshot("site")
    try program.workspace.write(text, to: path)
    let result = try program.run("build")
    #expect(result.status == 1)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(try program.workspace.snapshot("site") == before)
  }

  @Test func namesBothFilesOfOneAddress() throws {
    for name in ["Lora", "lora"] { try program.workspace.write("---\ntitle: a\n---\nA.\n", to: "Content/terms/\(name).zh.md") }
    let result = try program.run("build")
    #expect(result.status == 1)
    #expect(result.errors.contains("Content/terms/Lora.zh.md") && result.errors.contains("Content/terms/lora.zh.md"))
  }

  @Test func survivesStrangeFiles() throws {
    let content = program.workspace.path + "/Content"
    try program.workspace.write("", to: "Content/terms/empty.zh.md")
    try File.write(Array("---\ntitle: a\n---\n".utf8) + [0xFF], to: content + "/terms/latin.zh.md")
    try File.write(Array("---\ntitle: a\n---\n".utf8) + [0x00], to: content + "/terms/nul.zh.md")
    try program.workspace.write("\u{FEFF}---\r\ntitle: 甲\r\n---\r\n甲是一。\r\n", to: "Content/terms/bom.zh.md")
    try FileManager.default.createSymbolicLink(atPath: content + "/terms/loop", withDestinationPath: "..")
    let result = try program.run("check")
    #expect(result.status == 1)
    for rule in ["missing-title", "invalid-utf8", "nul-byte", "link-loop"] { #expect(result.errors.contains("[\(rule)]"), "\(rule)") }
    // A byte order mark is no fault: what is said of that page are notes alone.
    for line in result.errors.split(separator: "\n") where line.contains("bom.zh.md:") { #expect(line.contains(": note: "), "\(line)") }
  }

  @Test func refusesAHugeFileAtOnce() throws {
    let path = program.workspace.path + "/Content/terms/huge.zh.md"
    FileManager.default.createFile(atPath: path, contents: nil)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 200 << 20)
    try handle.close()
    let result = try program.run("build")
    #expect(result.status == 1 && result.errors.contains("[file-too-large]"))
  }

  @Test func tellsWhatCouldNotRunApart() throws {
    #expect(try program.run("build", "--no-such-flag").status == 2)
    #expect(try program.run("build", "--root", "nowhere").status == 2)
    #expect(try program.run("build", "--config", "nowhere.yml").status == 2)
    try program.workspace.write("titel: x\n", to: "ciyuan.yml")
    let result = try program.run("build")
    #expect(result.status == 2 && result.errors.contains("ciyuan.yml:1:1") && result.errors.contains("write \"title\""))
  }

  @Test func refusesAnOutputFolderOfOthers() throws {
    try program.workspace.write("mine", to: "site/notes.txt")
    let result = try program.run("build")
    #expect(result.status == 2 && result.errors.contains("notes.txt"), "\(result.errors)")
    #expect(try program.workspace.read("site/notes.txt") == "mine")
  }

  @Test(arguments: ["Content", "Templates/", ".", "..", "Content/../.", "link", "/"])
  func refusesAnOutputFolderThatHoldsTheSources(output: String) throws {
    try program.workspace.write("memory", to: "Content/.ciyuan/base/x.zh.md")
    try program.workspace.write("a", to: "Templates/partials/x.mustache")
    try FileManager.default.createSymbolicLink(atPath: program.workspace.path + "/link", withDestinationPath: "Content")
    for arguments in [["build", "-o", output], ["build", "--force", "-o", output], ["clean", "-o", output]] {
      let result = try program.run(arguments)
      #expect(result.status == 2 && result.errors.contains("output folder \(output) "), "\(arguments) \(result)")
    }
    #expect(try program.workspace.read("Content/.ciyuan/base/x.zh.md") == "memory")
    #expect(!program.workspace.exists("Content/index.html") && !program.workspace.exists("Content/.ciyuan-site"))
  }

  @Test func countsWarningsWhereTheUserIsStrict() throws {
    try program.workspace.write("---\ntitle: 甲\n---\n[x](nowhere.md)\n", to: "Content/terms/x.zh.md")
    #expect(try program.run("build").status == 0)
    #expect(try program.run("build", "--strict").status == 1)
    let check = try program.run("check", "--format", "json")
    #expect(check.status == 1)
    let faults = try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [[String: Any]]
    #expect(faults?.contains { $0["rule"] as? String == "dead-link" } == true)
  }

  @Test func removesOnlyWhatItWrote() throws {
    #expect(try program.run("build").status == 0)
    try program.workspace.write("mine", to: "site/.gitkeep")
    #expect(try program.run("clean").status == 0)
    #expect(program.workspace.exists("site/.gitkeep") && !program.workspace.exists("site/index.html"))
    #expect(program.workspace.exists("Content/terms/token.zh.md"))
  }

  @Test func buildsForASubPath() throws {
    #expect(try program.run("build", "-u", "https://example.org/sub").status == 0)
    #expect(try program.workspace.read("site/404.html").contains("href=\"/sub/"))
    #expect(try program.workspace.read("site/sitemap.xml").contains("https://example.org/sub/zh/"))
  }
}

@Suite struct NewCommandTests {
  @Test(arguments: [
    (["new", "term", "注意力: \"机制\""], "Content/terms/zhu-yi-li-ji-zhi.zh.md"),
    (["new", "question", "What is RoPE?"], "Content/questions/what-is-rope.en.md"),
    (["new", "term", "KV 缓存", "--slug", "kv-cache"], "Content/terms/kv-cache.zh.md"),
  ])
  func beginsAPageThatBuilds(arguments: [String], path: String) throws {
    let program = try Program()
    #expect(try program.run("init", "-q").status == 0)
    let result = try program.run(arguments)
    #expect(result.status == 0 && result.output == path + "\n", "\(result)")
    let build = try program.run("build", "--drafts")
    #expect(build.status == 0, "\(build.errors)")
  }

  @Test func neverOverwritesAPage() throws {
    let program = try Program()
    #expect(try program.run("new", "term", "甲").status == 0)
    let text = try program.workspace.read("Content/terms/jia.zh.md")
    #expect(try program.run("new", "term", "甲").status == 2)
    #expect(try program.workspace.read("Content/terms/jia.zh.md") == text)
    #expect(try program.run("new", "term", "甲", "--slug", "../x").status == 2)
  }
}
