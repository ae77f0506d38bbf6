import Diagnostics
import Foundation
import Testing

@testable import Importing

/// What people joined stays joined, whatever is imported afterwards.
@Suite struct LastingDecisionsTests {
  static let whatItIs = "shen-me-shi-shu-sou-suo", uses = "shu-sou-suo-you-na-xie-ying-yong"

  static func folder() async throws -> ImportFolder {
    let folder = try ImportFolder([
      "1.txt": "1. 什么是束搜索？\n每步保留得分最高的几个候选。\n2. 束搜索有哪些应用？\n机器翻译与语音识别。\n3. 什么是学习率预热？\n开始时用小的学习率。\n"
    ])
    try await folder.importAll()
    try folder.write("same:\n  - [\(whatItIs), \(uses)]\n", to: "Content/import.yml")
    try await folder.importAll([])
    return folder
  }

  /// The other question that was joined kept away what is the same as the first: it got a page "-2", or the joined page
  /// came back.
  @Test(arguments: [
    "1. 束搜索有哪些应用？\n图像描述。\n", "1. 什么是束搜索？\n一种解码算法。\n", "1. 束搜索是什么\n解码时的近似搜索。\n2. 束搜索的应用有哪些？\n图像描述。\n",
  ])
  func joinsWhatIsTheSameAsOneOfTheJoined(text: String) async throws {
    let folder = try await Self.folder()
    #expect(try folder.questions().count == 2)
    try folder.write("题库乙\n\n" + text, to: "scrapes/2.txt")
    try await folder.importAll(["scrapes/2.txt"])
    let pages = try folder.questions()
    #expect(pages.count == 2, "\(pages)")
    let before = try folder.snapshot()
    #expect(try await folder.importAll([]).updated == 0)
    #expect(try folder.snapshot() == before)
  }

  @Test func keepsAwayWhatIsDecidedToBeAnother() async throws {
    let folder = try await Self.folder()
    let decided = "same:\n  - [\(Self.whatItIs), \(Self.uses)]\ndifferent:\n  - [\"束搜索是什么\", \"束搜索有哪些应用？\"]\n"
    try folder.write(decided, to: "Content/import.yml")
    try folder.write("1. 束搜索是什么\n解码时的近似搜索。\n", to: "scrapes/2.txt")
    try await folder.importAll()
    #expect(try folder.questions().count == 3)
  }

  /// Such names became known with the second import only.
  @Test func knowsPagesBeforeTheyAreThere() async throws {
    let folder = try await Self.folder()
    let decisions = try folder.read("Content/import.yml")
    let fresh = try ImportFolder(["1.txt": try folder.read("scrapes/1.txt")])
    try fresh.write(decisions, to: "Content/import.yml")
    #expect(try await fresh.importAll().diagnostics.isEmpty)
    #expect(try fresh.questions().count == 2)
  }
}
