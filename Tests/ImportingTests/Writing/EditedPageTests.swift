import Diagnostics
import FileSystem
import Foundation
import Testing

@testable import Importing

/// A person edits a page, and then more sources come: nothing collides.
@Suite struct EditedPageTests {
  static let only = "1. 什么是梯度累加？\n把几个小批量的梯度加起来再更新一次。\n"
  static let two = "1. 什么是梯度累加？\n把几个小批量的梯度加起来再更新一次。\n\n显存不够的时候也能用大的批量。\n"
  static let longer = """
    1. 梯度累加是什么？
    前向和反向各算若干步而不更新参数，梯度留在缓冲区里相加，到了设定的步数才让优化器走一步并清零。

    等效的批量是每步的批量乘以步数，学习率要照它来选，归一化层的统计量则仍然只看一步。
    """
  static let third = "1. 什么是梯度累加\n隔几步才更新一次参数，中间的梯度只相加。\n"

  static func page(_ folder: ImportFolder, with text: String) throws -> String {
    "Content/questions/" + (try #require(try folder.question(with: text)))
  }

  static func edit(_ folder: ImportFolder, _ page: String, _ change: (String, String)) throws {
    let text = try folder.read(page)
    #expect(text.contains(change.0))
    try folder.write(text.replacing(change.0, with: change.1), to: page)
  }

  @Test(arguments: [
    (only, "再更新一次。", "再更新一次参数。"), (two, "大的批量。", "大的批量训练。"), (two, "再更新一次。", "再更新一次参数。"),
    (only, "title: 什么是梯度累加", "title: 梯度累加入门"), (only, "再更新一次。", "再更新一次。\n\n我自己补充的一段。"),
    (two, "再更新一次。", "再更新一次。\n\n我自己补充的一段。"), (two, "\n\n显存不够的时候也能用大的批量。", ""),
  ])
  func takesLongerAnswersInBehindTheEditedOne(source: String, old: String, new: String) async throws {
    let folder = try ImportFolder(["a.txt": source])
    try await folder.importAll()
    let page = try Self.page(folder, with: "把几个小批量")
    try Self.edit(folder, page, (old, new))
    for (name, text) in [("b.txt", Self.longer), ("c.txt", Self.third)] {
      try folder.write(text, to: "scrapes/" + name)
      let summary = try await folder.importAll()
      #expect(summary.diagnostics.isEmpty, "\(summary.diagnostics.map(\.formatted))")
      #expect(summary.merged == 1)
    }
    let text = try folder.read(page)
    let places = ["把几个小批量", "—— [a]", "## 回答二", "前向和反向", "—— [b]", "## 回答三", "隔几步", "—— [c]"].map { text.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted(), "\(text)")
    #expect(new.isEmpty || text.contains(new))
    if new.contains("补充") { #expect(text.range(of: "我自己")!.lowerBound < text.range(of: "—— [a]")!.lowerBound) }
    // Nothing more happens then.
    let snapshot = try folder.snapshot()
    #expect(try await folder.importAll().kept == 1)
    #expect(try folder.snapshot() == snapshot)
  }

  @Test func keepsAnAnswerOfOnesOwnFirst() async throws {
    let folder = try ImportFolder(["a.txt": "1. 什么是梯度累加？\n\n2. 什么是学习率预热？\n先用较小的学习率走几步。\n"])
    try await folder.importAll()
    let page = try Self.page(folder, with: "title: 什么是梯度累加")
    try folder.write(try folder.read(page).replacing("status: stub", with: "status: published") + "\n我自己的回答。\n", to: page)
    try folder.write(Self.longer, to: "scrapes/b.txt")
    #expect(try await folder.importAll().diagnostics.isEmpty)
    #expect(try folder.read(page).contains("我自己的回答。\n\n## 其他来源的回答\n\n前向和反向"))
  }

  static let other = """
    1. 显存放不下大批量怎么办？
    可以把一个批量拆开来算，梯度先留着，最后一起更新。
    """

  /// Two pages that a person edited, and the decision that they are one question.
  static func joined(_ first: (String, String), _ second: (String, String)) async throws -> (ImportFolder, ImportSummary, String, String) {
    let folder = try ImportFolder(["a.txt": only, "b.txt": other])
    try await folder.importAll()
    let pages = [try page(folder, with: "把几个小批量"), try page(folder, with: "可以把一个批量")]
    try edit(folder, pages[0], first)
    try edit(folder, pages[1], second)
    let slugs = pages.map { String($0.dropFirst("Content/questions/".count).dropLast(".zh.md".count)) }
    try folder.write("same:\n  - [\(slugs.joined(separator: ", "))]\n", to: "Content/import.yml")
    let summary = try await folder.importAll()
    let kept = try page(folder, with: "把几个小批量")
    return (folder, summary, kept, pages[0] == kept ? slugs[1] : slugs[0])
  }

  @Test(arguments: [
    ("再更新一次。", "再更新一次参数。"), ("title: ", "title: 我的问题："), ("再更新一次。", "再更新一次。\n\n我自己补充的一段。"),
    ("status: proposed", "status: published\ntags:\n  - training"),
  ])
  func carriesEditsOfAPageThatIsJoined(old: String, new: String) async throws {
    let (folder, summary, kept, former) = try await Self.joined((old, new), ("一起更新。", "一起更新参数。"))
    #expect(summary.diagnostics.map(\.rule) == ["joined-page"], "\(summary.diagnostics.map(\.formatted))")
    #expect(try folder.questions().count == 1)
    let text = try folder.read(kept)
    #expect(text.contains("一起更新参数。") && text.contains("redirects:\n  - questions/\(former)\n"), "\(text)")
    for part in new.split(separator: "\n") where !part.hasPrefix("status") && !part.hasPrefix("title") { #expect(text.contains(part)) }
    #expect(!new.contains("title") || text.contains("  - 我的问题："))
    let snapshot = try folder.snapshot()
    try await folder.importAll()
    #expect(try folder.snapshot() == snapshot)
  }

  /// They stayed beside the page that had their answers.
  @Test func carriesValuesThatTheOtherPageHasNot() async throws {
    let (folder, summary, kept, _) = try await Self.joined(
      ("status: proposed", "status: proposed\nsummary: 我的摘要"), ("status: proposed", "status: proposed\ntags: [memory]"))
    #expect(summary.diagnostics.map(\.rule) == ["joined-page"])
    let text = try folder.read(kept)
    #expect(try folder.questions().count == 1 && text.contains("\nsummary: 我的摘要\n") && text.contains("memory"), "\(text)")
  }
}
