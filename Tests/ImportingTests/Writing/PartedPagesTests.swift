import Diagnostics
import FileSystem
import Foundation
import Testing

@testable import Importing

/// Pages that were joined to one that a person wrote, and are to be their own again.
@Suite struct PartedPagesTests {
  static let page = JoinedPagesTests.page

  private func settle(_ folder: ImportFolder, _ text: String) async throws -> ImportSummary {
    try folder.write(text, to: "Content/import.yml")
    let summary = try await folder.importAll()
    let after = try folder.snapshot()
    #expect(try await folder.importAll().diagnostics.isEmpty)
    #expect(try folder.snapshot() == after)
    return summary
  }

  /// It stood there as if it were the person's own.
  @Test func namesTheSourceOfAJoinedAnswer() async throws {
    let folder = try ImportFolder(["a.txt": "1. 什么是词表扩充？\n在已有词表里加入新的词元。\n"])
    try folder.write(JoinedPagesTests.own, to: "Content/questions/mine.zh.md")
    try await folder.importAll()
    let imported = try folder.read("Content/questions/\(Self.page).zh.md")
    _ = try await settle(folder, "same:\n  - [mine, \(Self.page)]\n")
    let joined = try folder.read("Content/questions/mine.zh.md")
    #expect(joined.hasSuffix("在已有词表里加入新的词元。\n\n—— [a](../sources/a.zh.md)，第 1–2 行\n"), "\(joined)")
    let summary = try await settle(folder, "different:\n  - [mine, \(Self.page)]\n")
    #expect(summary.parted == 1)
    #expect(try folder.read("Content/questions/\(Self.page).zh.md") == imported)
    #expect(try folder.read("Content/questions/mine.zh.md") == JoinedPagesTests.own)
  }

  /// It stayed, without its source.
  @Test func takesAlongWhatWasEditedInTheJoinedAnswer() async throws {
    let folder = try await JoinedPagesTests.folder()
    try await folder.importAll()
    let joined = try folder.read("Content/questions/mine.zh.md")
    try folder.write(
      joined.replacing("加入新的词元", with: "加进新的词元").replacing("先加词", with: "先选词"), to: "Content/questions/mine.zh.md")
    _ = try await settle(folder, "different:\n  - [mine, \(Self.page)]\n")
    let (own, other) = (
      try folder.read("Content/questions/mine.zh.md"), try folder.read("Content/questions/\(Self.page).zh.md")
    )
    #expect(own.contains("先选词") && !own.contains("词元") && !own.contains("sources:") && !own.contains("##"), "\(own)")
    #expect(other.contains("加进新的词元。") && other.contains("把领域里") && other.contains("id: "), "\(other)")
  }

  @Test func saysWhereItsHeadingIsGone() async throws {
    let folder = try await JoinedPagesTests.folder()
    try await folder.importAll()
    let joined = try folder.read("Content/questions/mine.zh.md")
    try folder.write(joined.replacing("## 其他来源的回答\n\n", with: ""), to: "Content/questions/mine.zh.md")
    let summary = try await settle(folder, "different:\n  - [mine, \(Self.page)]\n")
    #expect(summary.diagnostics.contains { $0.rule == "parted-page" && $0.severity == .warning })
    #expect(try folder.read("Content/questions/mine.zh.md").contains("sources:"))
  }

  @Test func partsTwoPagesThatPeopleWrote() async throws {
    let folder = try ImportFolder(["1.txt": "1. 什么是束搜索？\n逐步保留。\n"])
    let files = [
      "mine.zh": JoinedPagesTests.own, "other.zh": "---\ntags: [vocabulary, method] # few\ntitle: 如何加词？\nsummary: 一句话。\n---\n\n看情况。\n",
      "other.en": "---\ntitle: How to add words?\n---\n\nIt depends.\n",
    ]
    for (name, text) in files { try folder.write(text, to: "Content/questions/\(name).md") }
    _ = try await settle(folder, "same:\n  - [mine, other]\n")
    _ = try await settle(folder, "different:\n  - [mine, other]\n")
    for (name, text) in files { #expect(try folder.read("Content/questions/\(name).md") == text) }
    // Edited in between.
    _ = try await settle(folder, "same:\n  - [mine, other]\n")
    for name in ["mine.zh", "mine.en"] {
      let text = try folder.read("Content/questions/\(name).md")
      try folder.write(text.replacing("看情况", with: "不一定").replacing("It depends", with: "Maybe"), to: "Content/questions/\(name).md")
    }
    _ = try await settle(folder, "different:\n  - [mine, other]\n")
    #expect(try folder.read("Content/questions/mine.zh.md") == JoinedPagesTests.own)
    #expect(try folder.read("Content/questions/other.zh.md").hasSuffix("summary: 一句话。\n---\n\n不一定。\n"))
    #expect(try folder.read("Content/questions/other.en.md") == files["other.en"]?.replacing("It depends", with: "Maybe"))
  }

  /// Each of several leaves by itself, also from a file that has another name by now.
  @Test func partsOneOfSeveral() async throws {
    let folder = try await JoinedPagesTests.folder()
    let other = "---\ntitle: 如何加词？\n---\n看情况。\n"
    try folder.write(other, to: "Content/questions/other.zh.md")
    _ = try await settle(folder, "same:\n  - [mine, \(Self.page), other]\n")
    #expect(try folder.questions() == ["mine.zh.md"])
    let text = try folder.read("Content/questions/mine.zh.md")
    try Folder.remove(folder.content + "/questions")
    try folder.write(text, to: "Content/questions/words.zh.md")
    _ = try await settle(folder, "same:\n  - [words, other]\ndifferent:\n  - [words, \(Self.page)]\n")
    let rest = try folder.read("Content/questions/words.zh.md")
    #expect(rest.contains("先加词") && rest.contains("看情况。") && !rest.contains("词元") && !rest.contains("id:"), "\(rest)")
    _ = try await settle(folder, "different:\n  - [words, \(Self.page)]\n  - [words, other]\n")
    let own = try folder.read("Content/questions/words.zh.md")
    #expect(own == "---\ntitle: 怎样给模型加新词？\naliases:\n  - 加词\ntags:\n  - vocabulary\n---\n\n先加词，再训练新的向量。\n", "\(own)")
    #expect(try folder.read("Content/questions/other.zh.md") == other)
  }

  /// A redirect says where an address leads, and nothing was joined by it.
  @Test func takesNoRedirectForAJoin() async throws {
    let folder = try ImportFolder(["1.txt": "1. 什么是束搜索？\n逐步保留。\n"])
    let own = JoinedPagesTests.own.replacing("aliases:", with: "redirects: [questions/old]\naliases:")
    try folder.write(own, to: "Content/questions/mine.zh.md")
    _ = try await settle(folder, "different:\n  - [mine, old]\n")
    #expect(try folder.read("Content/questions/mine.zh.md") == own)
    #expect(try folder.questions().count == 2)
  }

  /// What was imported into an edited page while it stood with another one stayed there, in its lists.
  @Test func takesAlongWhatWasImportedMeanwhile() async throws {
    let folder = try ImportFolder(["a.txt": "1. 什么是词表扩充？\n在已有词表里加入新的词元。\n"]), imported = "Content/questions/\(Self.page).zh.md"
    try folder.write(JoinedPagesTests.own, to: "Content/questions/mine.zh.md")
    try await folder.importAll()
    try EditedPageTests.edit(folder, imported, ("加入新的词元", "加进新的词元"))
    _ = try await settle(folder, "same:\n  - [mine, \(Self.page)]\n")
    try folder.write("1. 介绍一下词表扩充\n把领域里的常用词加进词表。\n", to: "scrapes/b.txt")
    _ = try await settle(folder, "same:\n  - [mine, \(Self.page)]\n")
    let joined = try folder.read("Content/questions/mine.zh.md")
    #expect(joined.contains("  - b#L1-L2") && joined.ranges(of: "—— [a]").count == 1, "\(joined)")
    _ = try await settle(folder, "different:\n  - [mine, \(Self.page)]\n")
    #expect(try folder.read("Content/questions/mine.zh.md") == JoinedPagesTests.own)
    let text = try folder.read(imported)
    for part in ["加进新的词元", "把领域里的常用词", "  - a#L1-L2\n  - b#L1-L2\n", "aliases:\n  - 介绍一下词表扩充\n", "sources:\n  - a\n  - b\n", "merged: "] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
  }

  /// What had left an edited page while it stood with another one came back with it, in its lists.
  @Test func leavesWhatWasPartedFromItMeanwhile() async throws {
    let (folder, names) = try await JoinedAgainTests.pages()
    try folder.write(JoinedPagesTests.own, to: "Content/questions/mine.zh.md")
    _ = try await settle(folder, "same:\n  - [\(names.joined(separator: ", "))]\n")
    let kept = MovedEditsTests.slug("Content/questions/" + (try #require(try folder.questions().first { $0 != "mine.zh.md" })))
    let gone = try #require(names.first { $0 != kept }), path = "Content/questions/\(kept).zh.md"
    try EditedPageTests.edit(folder, path, ("批量训练。", "批量来训练。"))
    _ = try await settle(folder, "same:\n  - [mine, \(kept), \(gone)]\n")
    _ = try await settle(folder, "same:\n  - [mine, \(kept)]\ndifferent:\n  - [mine, \(gone)]\n  - [\(kept), \(gone)]\n")
    _ = try await settle(folder, "different:\n  - [mine, \(gone), \(kept)]\n")
    let text = try folder.read(path), other = try folder.read("Content/questions/\(gone).zh.md")
    for source in ["a", "b"] {
      #expect(text.contains("  - \(source)#L") != other.contains("  - \(source)#L"), "\(text)\(other)")
      #expect(text.contains("  - \(source)\n") != other.contains("  - \(source)\n"), "\(text)\(other)")
    }
    #expect(!text.contains(gone) && !text.contains("aliases"), "\(text)")
  }
}
