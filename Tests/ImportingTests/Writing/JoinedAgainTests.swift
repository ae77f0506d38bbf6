import ContentModel
import Diagnostics
import Foundation
import Testing

@testable import Importing

/// Imported pages that people join, part and join again.
@Suite struct JoinedAgainTests {
  static let shared = "把几个小批量的梯度加起来再更新一次，显存不够的时候也能用大的批量训练。"
  static let first = "1. 什么是梯度累加？\n\(shared)\n\n学习率要照等效的批量来选。\n"
  static let second = "1. 显存放不下大批量怎么办？\n\(shared)\n\n归一化层的统计量仍然只看一步。\n"

  /// Two pages of two documents, and their names.
  static func pages() async throws -> (folder: ImportFolder, names: [String]) {
    let folder = try ImportFolder(["a.txt": first, "b.txt": second])
    try await folder.importAll()
    return (folder, try ["学习率", "归一化层"].map { MovedEditsTests.slug(try MovedEditsTests.page(folder, $0)) })
  }

  static func settle(_ kind: String, _ names: [String], _ folder: ImportFolder) async throws -> [Diagnostic] {
    try folder.write("\(kind):\n  - [\(names.map { "\"\($0)\"" }.joined(separator: ", "))]\n", to: "Content/import.yml")
    return try await folder.importAll().diagnostics.sorted()
  }

  /// Which of two pages stayed followed from their fingerprints.
  @Test(arguments: [["什么是词表扩充？", "介绍一下词表扩充"], ["介绍一下词表扩充", "什么是词表扩充？"]])
  func areThePageThatWasFirst(titles: [String]) async throws {
    let folder = try await PageSplitTests.folder(["a.txt": titles[0], "b.txt": titles[1]])
    let path = "Content/questions/\(PageSplitTests.page).zh.md", before = try folder.read(path)
    let other = titles[0] == "介绍一下词表扩充" ? "a" : "b", name = "jie-shao-yi-xia-ci-biao-kuo-chong"
    _ = try await Self.settle("different", [PageSplitTests.page, "\(other)#介绍一下词表扩充"], folder)
    // An edit of the page that left does not make it the first.
    try EditedPageTests.edit(folder, "Content/questions/\(name).zh.md", ("每个汉字占用", "每个汉字都占用"))
    _ = try await Self.settle("same", [name, PageSplitTests.page], folder)
    #expect(try folder.questions() == ["\(PageSplitTests.page).zh.md"])
    let text = before.replacing("每个汉字占用", with: "每个汉字都占用").replacing("\n---\n\n", with: "\nredirects:\n  - questions/\(name)\n---\n\n")
    #expect(try folder.read(path) == text)
  }

  /// The page that went stayed beside the other one, `check` asked for an import for ever, and a title became an alias of itself.
  @Test func carryWhatWasEditedOnBoth() async throws {
    let (folder, names) = try await Self.pages()
    _ = try await Self.settle("same", names, folder)
    _ = try await Self.settle("different", names, folder)
    for (name, mark) in zip(names, ["甲", "乙"]) {
      let page = "Content/questions/\(name).zh.md"
      try EditedPageTests.edit(folder, page, ("批量训练。", "批量来训练\(mark)。"))
      try EditedPageTests.edit(folder, page, ("title: ", "summary: \(mark)的摘要\ntags: [both, \(mark)]\ntitle: \(mark)的"))
    }
    let told = try await Self.settle("same", names, folder)
    #expect(told.filter { $0.severity == .warning }.map(\.summary).contains { $0.contains("summary: 乙的摘要") })
    #expect(told.filter { $0.severity == .warning }.map(\.summary).contains { $0.contains("批量来训练乙") } && told.count == 3, "\(told)")
    #expect(try folder.questions() == [names[0] + ".zh.md"])
    let text = try folder.read("Content/questions/\(names[0]).zh.md")
    for part in ["title: 甲的什么是梯度累加？", "summary: 甲的摘要", "  - both\n  - 甲\n  - 乙\n", "  - 乙的显存放不下大批量怎么办？", "训练甲。"] {
      #expect(text.contains(part), "\(text)")
    }
    #expect(!text.contains("  - 甲的什么"))
    #expect(try await folder.importAll().diagnostics.isEmpty)
    // What stayed behind of the front matter comes back with its page.
    _ = try await Self.settle("different", names, folder)
    let left = try folder.read("Content/questions/\(names[1]).zh.md")
    #expect(left.contains("summary: 乙的摘要") && left.contains("title: 乙的显存"), "\(left)")
  }

  /// The words of one page were edited, and the other's stood in their place.
  @Test func editOnceWhatBothSay() async throws {
    let (folder, names) = try await Self.pages()
    try EditedPageTests.edit(folder, "Content/questions/\(names[1]).zh.md", ("批量训练。", "批量来训练。"))
    #expect(try await Self.settle("same", names, folder).map(\.rule) == ["joined-page"])
    let text = try folder.read("Content/questions/" + (try #require(try folder.questions().first)))
    #expect(text.contains("批量来训练。") && !text.contains("批量训练。") && text.components(separatedBy: "小批量的梯度").count == 2, "\(text)")
  }

  @Test func saysInADryRunWhatTheImportWillSay() async throws {
    let (folder, names) = try await Self.pages()
    for (kind, said) in [
      ("same", "is part of questions/\(names[0]) now; its address leads there"), ("different", "is a page of its own now"),
    ] {
      try folder.write("\(kind):\n  - [\(names.joined(separator: ", "))]\n", to: "Content/import.yml")
      let foretold = try await folder.importAll(isDryRun: true).diagnostics.map(\.summary)
      let would = said.replacing("is ", with: "would be ").replacing(" now", with: "").replacing("leads", with: "would lead")
      #expect(foretold == ["questions/\(names[1]) \(would)"])
      #expect(try await folder.importAll().diagnostics.map(\.summary) == ["questions/\(names[1]) \(said)"])
    }
  }

  /// Decisions that part a page and join what leaves it were told to contradict each other, or joined nothing.
  @Test(arguments: [[0, 2], [0, 1, 2], [1, 2]])
  func goFromOnePageToAnotherAtOnce(before: [Int]) async throws {
    let folder = try ImportFolder(["a.txt": Self.first, "b.txt": Self.second, "c.txt": "1. 怎样选择批量的大小？\n收益会渐渐变小。\n"])
    try await folder.importAll()
    let names = try ["学习率", "归一化层", "收益会"].map { MovedEditsTests.slug(try MovedEditsTests.page(folder, $0)) }
    _ = try await Self.settle("same", before.map { names[$0] }, folder)
    for page in try folder.questions() { try EditedPageTests.edit(folder, "Content/questions/" + page, ("。\n", "，我改的。\n")) }
    let settled = "same:\n  - [\(names[0]), \(names[1])]\ndifferent:\n" + names.prefix(2).map { "  - [\($0), \(names[2])]\n" }.joined()
    try folder.write(settled, to: "Content/import.yml")
    let told = try await folder.importAll().diagnostics
    #expect(told.allSatisfy { $0.severity == .note }, "\(told.map(\.formatted))")
    let pages = try folder.questions().map { try folder.read("Content/questions/" + $0) }
    #expect(pages.count == 2 && pages.contains { $0.contains("学习率") && $0.contains("归一化层") && !$0.contains("收益会") }, "\(pages)")
    #expect(try await folder.importAll().diagnostics.isEmpty)
  }

  /// Nothing showed which answer was to which question.
  @Test func standBelowTheirQuestions() async throws {
    let folder = try ImportFolder([
      "a.txt": "1. 梯度累积有什么优点？\n显存小也能用大的批量。\n", "b.txt": "1. 梯度累积有什么缺点？\n每次更新要多走几步，训练更慢。\n",
      "c.txt": "1. 梯度累积有什么优点？\n等效的批量可以随意地选。\n", "d.md": "# 梯度累积有什么缺点？\n\n## 归一化\n\n统计量仍然只看一步。\n",
    ])
    try await folder.importAll()
    let names = try ["显存小", "训练更慢"].map { MovedEditsTests.slug(try MovedEditsTests.page(folder, $0)) }
    _ = try await Self.settle("same", names, folder)
    let text = try folder.read("Content/questions/" + (try #require(try folder.questions().first)))
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("#") || $0.hasPrefix("title") }
    let titles = try #require(lines.first).hasSuffix("优点？") ? ["优点", "缺点"] : ["缺点", "优点"]
    #expect(lines.first == "title: 梯度累积有什么\(titles[0])？")
    let headings = lines.dropFirst().filter { !$0.hasSuffix("归一化") }
    #expect(headings == ["## 回答二", "## 梯度累积有什么\(titles[1])？", "### 回答二"], "\(text)")
    // The answer's own heading stands one level below what stands above it.
    let place = try #require(lines.firstIndex { $0.hasSuffix("归一化") })
    let depths = lines.map { $0.hasPrefix("title") ? 1 : $0.prefix { $0 == "#" }.count }
    #expect(depths[place] == depths[place - 1] + 1, "\(text)")
    // What one asks by itself needs no other heading.
    _ = try await Self.settle("different", names, folder)
    #expect(try folder.question(with: "## 梯度累积有什么") == nil)
  }
}
