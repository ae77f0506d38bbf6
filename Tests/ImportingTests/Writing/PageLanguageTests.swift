import Foundation
import Testing

@testable import Importing

/// The language that the name of a page's file says is that of its title.
@Suite struct PageLanguageTests {
  static let english = "1. What is beam search?\nIt keeps the best candidates of each step.\n"
  static let chinese = "1. 什么是束搜索？\n每步保留得分最高的几个候选。\n"

  private func folder() async throws -> ImportFolder {
    let folder = try ImportFolder(["en.txt": Self.english])
    try await folder.importAll()
    #expect(try folder.questions() == ["what-is-beam-search.en.md"])
    try folder.write(Self.chinese, to: "scrapes/zh.txt")
    return folder
  }

  /// A page in Chinese went on saying that it was English.
  @Test func followsTheTextWhereNobodyTouchedThePage() async throws {
    let folder = try await folder()
    try await folder.importAll()
    #expect(try folder.questions() == ["what-is-beam-search.zh.md"])
    #expect(try folder.read("Content/questions/what-is-beam-search.zh.md").contains("title: 什么是束搜索？"))
    let before = try folder.snapshot()
    try await folder.importAll()
    #expect(try folder.snapshot() == before)
  }

  @Test func staysWhereAPersonEditedThePage() async throws {
    let folder = try await folder()
    let text = try folder.read("Content/questions/what-is-beam-search.en.md")
    try folder.write(text + "\nMy own words.\n", to: "Content/questions/what-is-beam-search.en.md")
    try await folder.importAll()
    #expect(try folder.questions() == ["what-is-beam-search.en.md"])
    let merged = try folder.read("Content/questions/what-is-beam-search.en.md")
    #expect(merged.contains("title: What is beam search?") && merged.contains("My own words.") && merged.contains("每步保留"))
  }

  @Test func isWhatAPersonCalledTheFile() async throws {
    let folder = try await folder()
    try await folder.importAll()
    let path = folder.content + "/questions/what-is-beam-search"
    try FileManager.default.moveItem(atPath: path + ".zh.md", toPath: path + ".en.md")
    for _ in 0..<2 {
      try await folder.importAll()
      #expect(try folder.questions() == ["what-is-beam-search.en.md"])
      #expect(try folder.read("Content/questions/what-is-beam-search.en.md").contains("title: What is beam search?"))
    }
  }

  @Test func leavesATranslationAlone() async throws {
    let folder = try await folder()
    let own = "---\ntitle: 束搜索\n---\n我的译文。\n"
    try folder.write(own, to: "Content/questions/what-is-beam-search.zh.md")
    try await folder.importAll()
    #expect(try folder.questions() == ["what-is-beam-search.en.md", "what-is-beam-search.zh.md"])
    #expect(try folder.read("Content/questions/what-is-beam-search.zh.md") == own)
    #expect(try folder.read("Content/questions/what-is-beam-search.en.md").contains("title: What is beam search?"))
  }
}
