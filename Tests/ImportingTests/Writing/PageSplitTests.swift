import Diagnostics
import FileSystem
import Foundation
import Testing

@testable import Importing

/// A page that comes apart, and one of two that stays.
@Suite struct PageSplitTests {
  static let page = "shen-me-shi-ci-biao-kuo-chong"

  /// Documents that ask the same, each with its own answer.
  static func folder(_ titles: [String: String]) async throws -> ImportFolder {
    let folder = try ImportFolder(titles.mapValues { title in "1. \(title)\n\(answers[title] ?? "")\n" })
    try await folder.importAll()
    return folder
  }

  static let answers = [
    "什么是词表扩充？": "在已有词表里加入新的词元。", "介绍一下词表扩充": "每个汉字占用更少的词元。", "词表扩充是什么": "新的向量要继续训练才可用。",
  ]

  /// The page went with whichever of two sources had the smaller fingerprint, and the other one got its address with a number.
  @Test(arguments: [["什么是词表扩充？", "介绍一下词表扩充"], ["介绍一下词表扩充", "什么是词表扩充？"]])
  func leavesThePageItsAddress(titles: [String]) async throws {
    let folder = try await Self.folder(["a.txt": titles[0], "b.txt": titles[1]])
    let path = "Content/questions/\(Self.page).zh.md"
    try folder.write(try folder.read(path).replacing("status: proposed", with: "status: published"), to: path)
    let other = titles[0] == "介绍一下词表扩充" ? "a#介绍一下词表扩充" : "b#介绍一下词表扩充"
    try folder.write("different:\n  - [\(Self.page), \"\(other)\"]\n", to: "Content/import.yml")
    for _ in 0..<2 { try await folder.importAll() }
    #expect(try folder.questions().sorted() == ["jie-shao-yi-xia-ci-biao-kuo-chong.zh.md", "\(Self.page).zh.md"])
    let text = try folder.read(path)
    #expect(text.contains("status: published") && text.contains("在已有词表里") && !text.contains("每个汉字"))
  }

  /// What a person wrote behind an answer stays on the page when that leaves: above the first of those that are left, or behind the one
  /// before.
  @Test(arguments: ["每个汉字占用更少的词元。", "新的向量要继续训练才可用。"]) func leavesWhatAPersonWroteBetweenAnswers(leaving: String) async throws {
    let folder = try await Self.folder(["a.txt": "什么是词表扩充？", "b.txt": "介绍一下词表扩充", "c.txt": "词表扩充是什么"])
    let path = "Content/questions/\(Self.page).zh.md", text = try folder.read(path)
    let title = try #require(Self.answers.first { $0.value == leaving }?.key), source = title.hasPrefix("介绍") ? "b" : "c"
    let end = try #require(text[text.range(of: leaving)!.upperBound...].range(of: "行\n")?.upperBound)
    let before = text[..<text.range(of: leaving)!.lowerBound]
    let former = Self.answers.values.filter { before.contains($0) && $0 != leaving }
    try folder.write(text[..<end] + "\n我写在这里。\n" + text[end...], to: path)
    try folder.write("different:\n  - [\(Self.page), \"\(source)#\(title)\"]\n", to: "Content/import.yml")
    #expect(try await folder.importAll().diagnostics.allSatisfy { $0.severity == .note })
    let rest = try folder.read(path), note = try #require(rest.range(of: "我写在这里。"))
    #expect(!rest.contains(leaving))
    for answer in Self.answers.values where answer != leaving {
      #expect((rest.range(of: answer)!.lowerBound < note.lowerBound) == former.contains(answer), "\(rest)")
    }
  }

  /// Where the source that leaves is the one that the page is called by, the page stays all the same.
  @Test func partsExactlyWhatWasNamed() async throws {
    let folder = try await Self.folder(["a.txt": "什么是词表扩充？", "b.txt": "介绍一下词表扩充", "c.txt": "词表扩充是什么"])
    try folder.write("different:\n  - [\(Self.page), \"a#什么是词表扩充？\"]\n", to: "Content/import.yml")
    for _ in 0..<2 { try await folder.importAll() }
    #expect(try folder.questions().sorted() == ["\(Self.page)-2.zh.md", "\(Self.page).zh.md"])
    let text = try folder.read("Content/questions/\(Self.page).zh.md")
    #expect(text.contains("每个汉字") && text.contains("新的向量") && !text.contains("在已有词表里"))
  }

  @Test func returnsTheAddressThatAPageHadBeforeItWasTakenIn() async throws {
    let folder = try ImportFolder(["a.txt": TakenInPagesTests.accumulation, "b.txt": TakenInPagesTests.warmup])
    try await folder.importAll()
    let name = try #require(try folder.question(with: "把几个小批量"))
    let page = String(try #require(try folder.question(with: "先用较小的学习率")).dropLast(6))
    try FileManager.default.moveItem(
      atPath: folder.content + "/questions/" + name, toPath: folder.content + "/questions/my-name.zh.md")
    try folder.write("same:\n  - [\(page), my-name]\n", to: "Content/import.yml")
    for _ in 0..<2 { try await folder.importAll() }
    let kept = try #require(try folder.question(with: "先用较小的学习率")), former = kept == "my-name.zh.md" ? page : "my-name"
    #expect(try folder.read("Content/questions/" + kept).contains("redirects:\n  - questions/\(former)\n"))
    try folder.write("different:\n  - [\(page), my-name]\n", to: "Content/import.yml")
    for _ in 0..<2 { try await folder.importAll() }
    #expect(try folder.question(with: "把几个小批量") == "my-name.zh.md")
    #expect(try folder.question(with: "先用较小的学习率") == page + ".zh.md")
    #expect(try folder.question(with: "redirects") == nil)
  }

  @Test func keepsThePageThatAPersonEditedOfTwoThatBecomeOne() async throws {
    for place in 0...1 {
      let folder = try ImportFolder(["a.txt": TakenInPagesTests.accumulation, "b.txt": TakenInPagesTests.warmup])
      try await folder.importAll()
      let names = [try #require(try folder.question(with: "把几个小批量")), try #require(try folder.question(with: "先用较小的学习率"))]
      let path = "Content/questions/" + names[place]
      try folder.write(try folder.read(path).replacing("status: proposed", with: "status: published"), to: path)
      try folder.write("same:\n  - [\(names.map { String($0.dropLast(6)) }.joined(separator: ", "))]\n", to: "Content/import.yml")
      #expect(try await folder.importAll().diagnostics.map(\.rule) == ["joined-page"])
      #expect(try folder.questions().contains(names[place]) && !folder.questions().contains(names[1 - place]))
      let text = try folder.read(path)
      #expect(text.contains("status: published") && text.contains("把几个小批量") && text.contains("先用较小的学习率"))
    }
  }
}
