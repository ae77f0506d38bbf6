import Diagnostics
import FileSystem
import Foundation
import Testing

@testable import Importing

/// Pages that people wrote, settled to be one with others.
@Suite struct JoinedPagesTests {
  static let page = "shen-me-shi-ci-biao-kuo-chong"
  static let own = """
    ---
    title: 怎样给模型加新词？
    tags: [vocabulary]
    aliases: [加词]
    ---
    先加词，再训练新的向量。

    """

  static func folder() async throws -> ImportFolder {
    let folder = try ImportFolder([
      "a.txt": "1. 什么是词表扩充？\n在已有词表里加入新的词元。\n", "b.txt": "1. 介绍一下词表扩充\n把领域里的常用词加进词表。\n",
    ])
    try folder.write(own, to: "Content/questions/mine.zh.md")
    try await folder.importAll()
    try folder.write("same:\n  - [\(page), mine]\n", to: "Content/import.yml")
    return folder
  }

  /// Its keys would have been lost.
  @Test func leavesPagesApartOfWhichOneHasAnUnreadableHead() async throws {
    let folder = try await Self.folder()
    let broken = Self.own.replacingOccurrences(of: "tags: [vocabulary]", with: "tags: \"vocabulary")
    try folder.write(broken, to: "Content/questions/mine.zh.md")
    let summary = try await folder.importAll([])
    #expect(summary.diagnostics.contains { $0.rule == "joined-page" && $0.severity == .error })
    #expect(try folder.read("Content/questions/mine.zh.md") == broken)
    #expect(try folder.questions().count == 2)
  }

  /// One page went into two, and every later import failed.
  @Test func joinsListsThatMeetInAPageAsOne() async throws {
    let folder = try await Self.folder()
    try folder.write(Self.own.replacingOccurrences(of: "怎样给模型加新词", with: "新词怎么加"), to: "Content/questions/yours.zh.md")
    try folder.write("same:\n  - [\(Self.page), mine]\n  - [\(Self.page), yours]\n", to: "Content/import.yml")
    try await folder.importAll([])
    #expect(try folder.questions() == ["mine.zh.md"])
    try await folder.importAll()
    #expect(try folder.questions() == ["mine.zh.md"])
  }

  /// A dry run said nothing of them, and comments of the head were lost.
  @Test func tellsOfPagesToJoinAndKeepsTheirComments() async throws {
    let folder = try await Self.folder()
    let own = Self.own.replacingOccurrences(of: "tags: [vocabulary]", with: "# for the talk\ntags: [vocabulary] # few")
    try folder.write(own, to: "Content/questions/mine.zh.md")
    let foretold = try await folder.importAll([], isDryRun: true)
    #expect(foretold.diagnostics.contains { $0.rule == "joined-page" && $0.severity == .note })
    #expect(try folder.read("Content/questions/mine.zh.md") == own)
    try await folder.importAll([])
    let joined = try folder.read("Content/questions/mine.zh.md")
    #expect(joined.hasPrefix("---\n# for the talk\n# few\n") && joined.contains("redirects:"))
  }

  /// The decision was accepted and never carried out.
  @Test func joinsImportedAnswersToAPageThatAPersonWrote() async throws {
    let folder = try await Self.folder()
    let summary = try await folder.importAll([])
    #expect(summary.joined == 1 && summary.diagnostics.map(\.rule) == ["joined-page"])
    #expect(try folder.questions() == ["mine.zh.md"])
    let text = try folder.read("Content/questions/mine.zh.md")
    for part in [
      "title: 怎样给模型加新词？", "  - vocabulary", "  - 加词", "  - 什么是词表扩充？", "  - 介绍一下词表扩充", "  - a#L1-L2",
      "redirects:\n  - questions/\(Self.page)\n",
      "先加词，再训练新的向量。\n\n## 其他来源的回答\n\n在已有词表里加入新的词元。", "把领域里的常用词加进词表。",
    ] { #expect(text.contains(part), "\(part)") }
    let before = try folder.snapshot()
    #expect(try await folder.importAll().diagnostics.isEmpty)
    #expect(try folder.snapshot() == before)
  }

  @Test func followsTheSourcesAfterwards() async throws {
    let folder = try await Self.folder()
    try await folder.importAll()
    try folder.write("1. 词表扩充是什么\n新的向量要继续训练才可用。\n", to: "scrapes/c.txt")
    #expect(try await folder.importAll().diagnostics.isEmpty)
    let text = try folder.read("Content/questions/mine.zh.md")
    #expect(try folder.questions() == ["mine.zh.md"])
    #expect(text.contains("先加词") && text.contains("把领域里") && text.contains("新的向量要继续训练才可用。"))
    try folder.write("same:\n  - [\(Self.page), mine]\ndifferent:\n  - [mine, \"b#介绍一下词表扩充\"]\n", to: "Content/import.yml")
    try await folder.importAll()
    #expect(!(try folder.read("Content/questions/mine.zh.md")).contains("把领域里"))
    #expect(try folder.question(with: "把领域里") != nil)
  }

  @Test func joinsTwoPagesThatPeopleWrote() async throws {
    let folder = try ImportFolder()
    try folder.write(Self.own, to: "Content/questions/mine.zh.md")
    try folder.write("---\ntitle: 如何加词？\nsummary: 一句话。\n---\n看情况。\n", to: "Content/questions/other.zh.md")
    try folder.write("---\ntitle: How to add words?\n---\nIt depends.\n", to: "Content/questions/other.en.md")
    try folder.write("same:\n  - [mine, other]\n", to: "Content/import.yml")
    try await folder.importAll([])
    #expect(try folder.questions() == ["mine.en.md", "mine.zh.md"])
    let text = try folder.read("Content/questions/mine.zh.md")
    #expect(text.contains("先加词") && text.contains("一句话。\n\n看情况。") && text.contains("  - 如何加词？"))
    #expect(try folder.read("Content/questions/mine.en.md").contains("It depends."))
    let before = try folder.snapshot()
    #expect(try await folder.importAll([]).diagnostics.isEmpty)
    #expect(try folder.snapshot() == before)
  }

  /// Decisions that contradict each other take no page away.
  @Test(arguments: [
    "same:\n  - [mine, other]\ndifferent:\n  - [other, mine]\n",
    "same:\n  - [mine, third]\n  - [third, other]\ndifferent:\n  - [mine, other]\n  - [mine, third]\n",
  ])
  func joinsNothingThatIsSettledToDifferAsWell(decisions: String) async throws {
    let folder = try ImportFolder()
    try folder.write(Self.own, to: "Content/questions/mine.zh.md")
    try folder.write("---\ntitle: 如何加词？\n---\n看情况。\n", to: "Content/questions/other.zh.md")
    try folder.write("---\ntitle: 加词之后怎么评估？\n---\n看损失。\n", to: "Content/questions/third.zh.md")
    try folder.write(decisions, to: "Content/import.yml")
    #expect(try await folder.importAll([]).diagnostics.contains { $0.rule == "import-decisions" })
    #expect(try folder.questions() == ["mine.zh.md", "other.zh.md", "third.zh.md"])
  }

  /// A page came back beside the one that it had become part of.
  @Test(arguments: ["1. 如何加词？\n看词频。\n", "1. 怎样给模型加新词？\n看词频。\n"])
  func takesInWhatIsImportedWithATitleOfTheirs(text: String) async throws {
    let folder = try ImportFolder(["1.txt": "1. 什么是束搜索？\n逐步保留。\n"])
    try folder.write(Self.own, to: "Content/questions/mine.zh.md")
    try folder.write("---\ntitle: 如何加词？\n---\n看情况。\n", to: "Content/questions/ru-he-jia-ci.zh.md")
    try folder.write("same:\n  - [mine, ru-he-jia-ci]\n", to: "Content/import.yml")
    try await folder.importAll()
    #expect(try folder.questions().count == 2)
    try folder.write(text, to: "scrapes/2.txt")
    for _ in 0..<2 {
      try await folder.importAll()
      #expect(try folder.questions().count == 2)
      let page = try folder.read("Content/questions/mine.zh.md")
      #expect(page.contains("看情况。") && page.contains("看词频。"))
    }
  }

  @Test func writesNothingInADryRun() async throws {
    let folder = try await Self.folder()
    let before = try folder.snapshot()
    try await folder.importAll(isDryRun: true)
    #expect(try folder.snapshot() == before)
  }
}
