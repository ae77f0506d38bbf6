import ContentModel
import Diagnostics
import FileSystem
import Foundation
import HanText
import Testing

@testable import Importing

@Suite struct ReimportTests {
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

  static func folder() throws -> ImportFolder { try ImportFolder(["a.txt": first, "b.txt": second]) }

  @Test func writesAFileForEachQuestionAndSource() async throws {
    let folder = try Self.folder()
    let summary = try await folder.importAll()
    #expect(summary.diagnostics.isEmpty)
    #expect(try folder.questions().count == 3)
    #expect(try Folder.files(below: folder.content + "/sources").count == 2)
    let merged = try folder.read("Content/questions/" + (try #require(try folder.question(with: "什么是词表扩充"))))
    #expect(merged.contains("加入新词元"))
    #expect(merged.contains("编码以后的序列更短"))
    #expect(merged.contains("## 回答二"))
    #expect(merged.split(separator: "\n").count { $0.hasPrefix("  - ") && $0.contains("#L3") } == 2)
  }

  @Test func changesNothingTheSecondTime() async throws {
    let folder = try Self.folder()
    try await folder.importAll()
    let before = try folder.snapshot()
    let summary = try await folder.importAll()
    #expect(summary.created + summary.updated + summary.merged + summary.removed == 0)
    #expect(try folder.snapshot() == before)
  }

  @Test func doesNotDependOnTheOrderOfImports() async throws {
    let (one, two) = (try Self.folder(), try Self.folder())
    try await one.importAll()
    try await two.importAll(["scrapes/b.txt"])
    try await two.importAll(["scrapes/a.txt"])
    func texts(_ folder: ImportFolder) throws -> Set<String> {
      Set(try folder.snapshot().filter { !$0.key.hasPrefix(".ciyuan") }.map { $0.key + String(decoding: $0.value, as: UTF8.self) })
    }
    // What differs is only which document named the question first.
    #expect(try one.questions() == two.questions())
    #expect(try texts(one).count == texts(two).count)
  }

  @Test func keepsWhatAPersonWrote() async throws {
    let folder = try Self.folder()
    try await folder.importAll()
    let name = "Content/questions/" + (try #require(try folder.question(with: "分词器怎样训练")))
    let edited = try folder.read(name).replacing("status: proposed", with: "status: published").replacing("并成一个新的符号", with: "合并成一个新符号")
    try folder.write(edited, to: name)
    let summary = try await folder.importAll()
    #expect(summary.kept == 1)
    #expect(try folder.read(name) == edited)
  }

  @Test func mergesNewTextWithEdits() async throws {
    let folder = try Self.folder()
    try await folder.importAll()
    let name = "Content/questions/" + (try #require(try folder.question(with: "什么是词表扩充")))
    try folder.write(try folder.read(name).replacing("status: proposed", with: "status: published"), to: name)
    try folder.write(Self.second.replacing("更快一些。", with: "更快一些，显存也省。"), to: "scrapes/b.txt")
    let summary = try await folder.importAll()
    #expect(summary.merged == 1)
    #expect(summary.diagnostics.isEmpty)
    let text = try folder.read(name)
    #expect(text.contains("status: published"))
    #expect(text.contains("显存也省"))
  }

  @Test func marksAndReportsConflicts() async throws {
    let folder = try Self.folder()
    try await folder.importAll()
    let name = "Content/questions/" + (try #require(try folder.question(with: "学习率预热")))
    try folder.write(try folder.read(name).replacing("避免一开始就发散", with: "避免发散"), to: name)
    try folder.write(Self.second.replacing("避免一开始就发散", with: "避免一上来就发散"), to: "scrapes/b.txt")
    let summary = try await folder.importAll()
    #expect(summary.diagnostics.map(\.rule) == ["import-conflict"])
    let mark =
      try #require(try folder.read(name).split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0 == ConflictMarkers.ours })
      + 1
    #expect(summary.diagnostics[0].location?.line == mark)
    // As long as it stands there, every import says so.
    let later = try await folder.importAll().diagnostics
    #expect(later.map(\.rule) == ["open-conflict"])
    #expect(later[0].location?.line == mark)
  }

  @Test func leavesDeletedFilesDeleted() async throws {
    let folder = try Self.folder()
    try await folder.importAll()
    let name = "Content/questions/" + (try #require(try folder.question(with: "分词器怎样训练")))
    try File.remove(folder.path + "/" + name)
    for _ in 0..<2 { try await folder.importAll() }
    #expect(try folder.question(with: "分词器怎样训练") == nil)
  }

  @Test func calledTheSameWhereALineAboveItsTitleIsKept() async throws {
    let above = "本页由群友整理，需要完整资料的同学扫描下方二维码添加客服微信免费领取，名额有限先到先得，速来加群！"
    let folder = try ImportFolder(["a.txt": above + "\n" + Self.first])
    try await folder.importAll()
    let source = "Content/sources/" + (try #require(try Folder.files(below: folder.content + "/sources").first).path)
    #expect(try folder.read(source).contains("title: 词表与分词面试题"))
    try folder.write("keep:\n  - a.txt:1\n", to: "Content/import.yml")
    try await folder.importAll()
    #expect(try folder.read(source).contains("title: 词表与分词面试题"))
    #expect(try folder.read(source).contains("扫描下方二维码"))
  }

  /// What people take out says nothing of the heading above it.
  @Test func keepsTheTitleAboveALineThatIsStripped() async throws {
    let folder = try ImportFolder([
      "a.txt": "一、词表与分词面试题\n本文整理了几道常见的题目，供大家参考。\n" + Self.first.split(separator: "\n").dropFirst().joined(separator: "\n")
    ])
    try folder.write("strip:\n  - a.txt:2\n", to: "Content/import.yml")
    try await folder.importAll()
    let source = "Content/sources/" + (try #require(try Folder.files(below: folder.content + "/sources").first).path)
    #expect(try folder.read(source).contains("title: 一、词表与分词面试题"))
  }

  @Test func tellsOfAnswersThatADeletedPageWouldHold() async throws {
    let folder = try Self.folder()
    try await folder.importAll(["scrapes/a.txt"])
    let name = "Content/questions/" + (try #require(try folder.question(with: "什么是词表扩充")))
    try File.remove(folder.path + "/" + name)
    let summary = try await folder.importAll(["scrapes/b.txt"])
    #expect(summary.diagnostics.map(\.rule) == ["deleted-page"])
    #expect(summary.diagnostics.first?.location?.path == name)
    #expect(try await folder.importAll().diagnostics.isEmpty)
  }

  /// What people removed takes no page along that they kept.
  @Test(arguments: [["分词器怎样训练", "学习率预热有什么作用"], ["学习率预热有什么作用", "分词器怎样训练"]])
  func joinsADeletedPageToOneThatIsThere(titles: [String]) async throws {
    let folder = try Self.folder()
    try await folder.importAll()
    let gone = try #require(try folder.question(with: titles[0])), kept = try #require(try folder.question(with: titles[1]))
    try File.remove(folder.path + "/Content/questions/" + gone)
    let names = [gone, kept].map { $0.split(separator: ".")[0] }
    try folder.write("same:\n  - [\(names[0]), \(names[1])]\n", to: "Content/import.yml")
    try await folder.importAll()
    let text = try folder.read("Content/questions/" + kept)
    #expect(text.contains("梯度很不稳定") && text.contains("相邻符号"))
  }

  @Test func followsRenamedFiles() async throws {
    let folder = try Self.folder()
    try await folder.importAll()
    let name = try #require(try folder.question(with: "分词器怎样训练"))
    try FileManager.default.moveItem(
      atPath: folder.content + "/questions/" + name, toPath: folder.content + "/questions/how-tokenizers-train.zh.md")
    try folder.write(Self.first.replacing("次数最多的一对", with: "次数最高的一对"), to: "scrapes/a.txt")
    try await folder.importAll()
    #expect(try folder.question(with: "次数最高的一对") == "how-tokenizers-train.zh.md")
    #expect(try folder.questions().count == 3)
  }

  @Test func removesQuestionsThatTheirDocumentNoLongerAsks() async throws {
    let folder = try Self.folder()
    try await folder.importAll()
    try folder.write(Self.second.components(separatedBy: "\n").prefix(4).joined(separator: "\n"), to: "scrapes/b.txt")
    let summary = try await folder.importAll()
    #expect(summary.removed == 1)
    #expect(try folder.question(with: "学习率预热") == nil)
  }

  @Test func writesNothingInADryRun() async throws {
    let folder = try Self.folder()
    let summary = try await folder.importAll(isDryRun: true)
    #expect(summary.created == 5)
    #expect(try folder.snapshot().isEmpty)
  }

  @Test func leavesTheFolderAsItWasWhenCancelled() async throws {
    let folder = try Self.folder()
    try await folder.importAll(["scrapes/a.txt"])
    let before = try folder.snapshot()
    for isDryRun in [false, true] {
      await #expect(throws: ImportFailure.interrupted) {
        try await folder.importAll(isDryRun: isDryRun, isCancelled: { true })
      }
    }
    #expect(try folder.snapshot() == before)
  }

  /// It went on without any decision, and undid every merge that people had asked for.
  @Test func changesNothingWhereDecisionsCannotBeRead() async throws {
    let folder = try Self.folder()
    try await folder.importAll()
    try folder.write("same: [a\nb", to: "Content/import.yml")
    let before = try folder.snapshot()
    await #expect(throws: ImportFailure.self) { try await folder.importAll() }
    #expect(try folder.snapshot() == before)
  }

  @Test func obeysDecisionsAboutLinesAndQuestions() async throws {
    let folder = try Self.folder()
    try await folder.importAll()
    let hash = ImportDecisions.lineName("把领域里的常用词加进词表，编码以后的序列更短，推理也就更快一些。")
    let name = try #require(try folder.question(with: "什么是词表扩充"))
    let slug = String(name.prefix { $0 != "." })
    try folder.write("strip:\n  - scrapes/b.txt:9#\(hash)\n", to: "Content/import.yml")
    try await folder.importAll()
    #expect(try folder.question(with: "编码以后的序列更短") == nil)
    try folder.write("different:\n  - [\(slug), nothing]\n", to: "Content/import.yml")
    #expect(try await folder.importAll().diagnostics.map(\.rule) == ["import-decisions"])
  }

  @Test func seesAConflictAtTheBeginningOfAFile() async throws {
    let folder = try ImportFolder()
    try folder.write("\(ConflictMarkers.ours)\r\n甲\r\n", to: "Content/questions/a.zh.md")
    #expect(try await ContentStore.load(folder: folder.content, languages: [.chinese, .english]).allFiles.map(\.hasConflict) == [true])
  }

  @Test func refusesAFolderThatAnotherImportWorksOn() async throws {
    let folder = try Self.folder()
    let lock = try ContentLock(folder: folder.content)
    let before = try folder.snapshot()
    await #expect(throws: ImportFailure.busy(folder: folder.content)) { try await folder.importAll() }
    #expect(try await folder.importAll(isDryRun: true).created == 5)
    #expect(try folder.snapshot() == before)
    lock.release()
    #expect(try await folder.importAll().created == 5)
  }

  @Test func touchesNothingInADryRunAfterAKilledImport() async throws {
    let folder = try Self.folder()
    try await folder.importAll()
    try Folder.create(folder.content + "/.ciyuan/staging/new")
    try folder.write("+terms/x.zh.md\0", to: "Content/.ciyuan/staging/journal")
    try folder.write("x", to: "Content/terms/x.zh.md")
    let before = try folder.snapshot()
    try await folder.importAll(isDryRun: true)
    #expect(try folder.snapshot() == before)
    try await folder.importAll()
    #expect(!File.exists(folder.content + "/terms/x.zh.md"))
  }

  @Test func knowsFilesWithDotsInTheirNames() async throws {
    let folder = try Self.folder()
    try await folder.importAll()
    let name = try #require(try folder.question(with: "什么是词表扩充"))
    try FileManager.default.moveItem(
      atPath: folder.content + "/questions/" + name, toPath: folder.content + "/questions/gpt-3.5.zh.md")
    try folder.write(
      "different:\n  - [\(Slug.make(from: "分词器怎样训练？")), gpt-3.5]\n", to: "Content/import.yml")
    #expect(try await folder.importAll().diagnostics.isEmpty)
    #expect(
      try await ContentStore.load(folder: folder.content, languages: [.chinese, .english]).records.values.contains {
        $0.document?.slug == "gpt-3.5"
      })
  }
}
