import FileSystem
import Foundation
import Testing

@Suite struct ImportCommandTests {
  static let first = """
    词表与分词面试题

    1. 什么是词表扩充？
    词表扩充是在已有词表里加入新词元的做法，新的向量需要继续训练才能使用。
    2. 分词器怎样训练？
    分词器在语料上统计相邻符号出现的次数，把次数最多的一对并成一个新的符号。
    """
  static let second = """
    另一份笔记

    1. 什么是词表扩充？
    把领域里的常用词加进词表，编码以后的序列更短，推理也就更快一些。
    2. 学习率预热有什么作用？
    训练初期的梯度很不稳定，先用较小的学习率走几步可以避免一开始就发散。
    """

  let program: Program

  init() throws {
    program = try Program()
    try program.workspace.write(Self.first, to: "scrapes/a.txt")
    try program.workspace.write(Self.second, to: "scrapes/b.txt")
  }

  @Test func normalizesWhatCanBeReadAndReportsTheRest() throws {
    let image: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0, 0]
    try File.write(image, to: program.workspace.path + "/scrapes/picture.png")
    try File.write(image, to: program.workspace.path + "/scrapes/bad.txt")
    try program.workspace.write("strip:\n  - scrapes/a.txt:4\n", to: "Content/import.yml")
    let result = try program.run("normalize", "scrapes")
    #expect(result.status == 1)
    #expect(result.errors.contains("scrapes/bad.txt") && !result.errors.contains("picture.png"), "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0].hasPrefix("{\"path\":\"scrapes/a.txt\"") && lines[0].contains("{\"line\":4,\"action\":\"strip\",\"rule\":\"overruled\""))
    #expect(lines[0].contains("\"terms\":["))
    #expect(lines[2].hasPrefix("{\"duplicates\":[[{\"path\":\"scrapes/a.txt\",\"line\":3},"))
  }

  /// A mistyped name, or a file of white space, keeps nobody from reading the others.
  @Test func importsWhatIsThereAndReportsTheRest() throws {
    try program.workspace.write("  \n\t\n", to: "scrapes/c.txt")
    let result = try program.run("import", "scrapes/a.txt", "scrapes/nowhere.txt", "scrapes/c.txt")
    #expect(result.status == 1)
    #expect(result.errors.contains("cannot read scrapes/nowhere.txt"), "\(result.errors)")
    #expect(result.errors.contains("No text in the document"), "\(result.errors)")
    #expect(result.errors.contains("2 questions"), "\(result.errors)")
    let nothing = try program.run("import", "scrapes/nowhere.txt")
    #expect(nothing.status == 2 && nothing.errors.contains("cannot read scrapes/nowhere.txt"), "\(nothing.errors)")
  }

  /// A killed import leaves some files moved: what a build reads next must not be a mixture.
  @Test func makesTheContentWholeBeforeItIsRead() throws {
    try program.workspace.write("---\ntitle: 甲\n---\n\n新的。\n", to: "Content/questions/a.zh.md")
    let staging = "Content/.ciyuan/staging/"
    try program.workspace.write("=questions/a.zh.md\0+questions/b.zh.md\0", to: staging + "journal")
    try program.workspace.write("---\ntitle: 甲\n---\n\n原来的。\n", to: staging + "old/0")
    try program.workspace.write("新文件。\n", to: "Content/questions/b.zh.md")
    try program.workspace.write("", to: staging + "new/2")
    let result = try program.run("check")
    #expect(result.errors.contains("an import was interrupted"), "\(result.errors)")
    #expect(try program.workspace.read("Content/questions/a.zh.md").contains("原来的"))
    #expect(!program.workspace.exists("Content/questions/b.zh.md"))
    #expect(try !program.run("check").errors.contains("interrupted"))
  }

  @Test func saysWhichDocumentsAreCopies() throws {
    let page =
      Self.first + "\n" + (3...30).map { "\($0). 第 \($0) 步做什么？\n第 \($0) 步把上一步的 \($0 * 7) 个结果合在一起，再算 \($0 * 13) 次。" }.joined(separator: "\n")
    try program.workspace.write(page, to: "scrapes/c.txt")
    try program.workspace.write(page, to: "scrapes/d.txt")
    try program.workspace.write(page + "\n最后补充一句别处没有的话。", to: "scrapes/e.txt")
    let result = try program.run("import", "scrapes")
    #expect(result.status == 0)
    #expect(result.errors.contains("scrapes/d.txt:1:1: warning: ") && result.errors.contains("[copy]"), "\(result.errors)")
    #expect(result.errors.components(separatedBy: "[copy]").count == 3)
  }

  @Test func linksQuestionsAboutTheSameThing() throws {
    try program.workspace.write(
      Self.first + "\n3. 词表扩充有什么缺点？\n新的向量训练不足的时候，生成的质量会下降，词表越大输出层也越慢。\n", to: "scrapes/a.txt")
    #expect(try program.run("import", "scrapes").status == 0)
    let files = try Folder.files(below: program.workspace.path + "/Content/questions").map(\.path)
    let pages = try files.map { (name: $0, text: try program.workspace.read("Content/questions/" + $0)) }
    let what = try #require(pages.first { $0.text.contains("title: 什么是词表扩充") || $0.text.contains("title: \"什么是词表扩充") })
    let drawback = try #require(pages.first { $0.text.contains("词表扩充有什么缺点？\n") })
    #expect(what.text.contains("related:\n  - " + drawback.name.dropLast(6)), "\(what.text)")
    #expect(drawback.text.contains("related:\n  - " + what.name.dropLast(6)), "\(drawback.text)")
  }

  @Test(arguments: ["\n", "\r\n"]) func readsTitlesOneALine(lineBreak: String) throws {
    let titles = ["\u{FEFF}什么是词表扩充？", "分词器怎样训练？", "词表扩充是什么？"]
    try program.workspace.write(titles.joined(separator: lineBreak), to: "titles.txt")
    let result = try program.run("duplicates", "--titles", "titles.txt", "--format", "json")
    #expect(result.status == 0 && result.output.filter { $0 != " " && $0 != "\n" }.contains("[1,3]"), "\(result)")
  }

  @Test func saysWhereARuleOfTheSiteIsWrong() throws {
    try program.workspace.write("title: x\nimport:\n  phrasse: []\n", to: "ciyuan.yml")
    for command in [["import", "scrapes"], ["normalize", "scrapes"]] {
      let result = try program.run(command)
      #expect(result.status == 2)
      #expect(result.errors.contains("ciyuan.yml:3:3") && result.errors.contains("write \"phrases\""), "\(result.errors)")
    }
  }

  @Test func importsTwiceWithTheSameResultAndBuilds() throws {
    let first = try program.run("import", "scrapes")
    #expect(first.status == 0, "\(first.errors)")
    let before = try program.workspace.snapshot("Content")
    #expect(before.keys.filter { $0.hasPrefix("questions/") }.count == 3)
    #expect(try program.run("import", "scrapes").status == 0)
    #expect(try program.workspace.snapshot("Content") == before)
    let build = try program.run("build")
    #expect(build.status == 0, "\(build.errors)")
    #expect(program.workspace.exists("site/index.html"))
  }

  @Test func leadsFromTheAddressOfAQuestionThatBecamePartOfAnother() throws {
    #expect(try program.run("import", "scrapes").status == 0)
    let pages = try Folder.files(below: program.workspace.path + "/Content/questions").map { String($0.path.dropLast(".zh.md".count)) }
    let train = try #require(pages.first { $0.contains("xun-lian") }), warmup = try #require(pages.first { $0.contains("yu-re") })
    #expect(try program.run("duplicates", "--same", train, warmup).status == 0)
    for _ in 0..<2 { #expect(try program.run("import", "scrapes").status == 0) }
    let build = try program.run("build")
    #expect(build.status == 0, "\(build.errors)")
    let (kept, former) = program.workspace.exists("Content/questions/\(train).zh.md") ? (train, warmup) : (warmup, train)
    #expect(!program.workspace.exists("Content/questions/\(former).zh.md"))
    for language in ["zh", "en"] {
      #expect(try program.workspace.read("site/\(language)/questions/\(former)/index.html").contains("../\(kept)/"))
    }
    // A decision taken back gives both their pages again.
    try program.workspace.write("", to: "Content/import.yml")
    #expect(try program.run("import", "scrapes").status == 0)
    #expect(try program.run("build").status == 0)
    #expect(program.workspace.exists("Content/questions/\(train).zh.md") && program.workspace.exists("Content/questions/\(warmup).zh.md"))
  }

  @Test func keepsAnEditAndMergesItWithNewText() throws {
    #expect(try program.run("import", "scrapes").status == 0)
    let snapshot = try program.workspace.snapshot("Content")
    let file = try #require(
      snapshot.first { String(decoding: $0.value, as: UTF8.self).contains("学习率预热") && $0.key.hasPrefix("questions/") })
    let path = "Content/" + file.key
    let edited = try program.workspace.read(path).replacing("status: proposed", with: "status: published")
    try program.workspace.write(edited, to: path)
    #expect(try program.run("import", "scrapes").status == 0)
    #expect(try program.workspace.read(path) == edited)
    try program.workspace.write(Self.second.replacing("一开始就发散", with: "一上来就发散"), to: "scrapes/b.txt")
    #expect(try program.run("import", "scrapes").status == 0)
    #expect(try program.workspace.read(path) == edited.replacing("一开始就发散", with: "一上来就发散"))
  }
}
