import Diagnostics
import FileSystem
import Foundation
import Testing

@testable import Importing

/// Answers that people edited, on a page that comes apart and one that is made of two.
@Suite struct MovedEditsTests {
  static let first = "1. 什么是梯度累加？\n把几个小批量的梯度加起来再更新一次。\n\n显存不够的时候也能用大的批量。\n\n学习率要照等效的批量来选。\n"
  static let second = "1. 显存放不下大批量怎么办？\n可以把一个批量拆开来算，梯度先留着。\n\n到了设定的步数才让优化器走一步。\n\n归一化层的统计量仍然只看一步。\n"

  enum Way: CaseIterable { case different, sameRemoved }

  /// What a person does to a page: the text that goes and what stands there then, in the first answer and the second.
  static let edits: [[(String, String)]] = {
    let one = [
      ("加起来再更新一次。", "加起来，再更新一次参数。"), ("也能用大的批量。", "也能用大的批量。\n\n我补充的一段。"), ("显存不够的时候也能用大的批量。\n\n", ""),
      ("把几个小批量的梯度加起来再更新一次。\n\n", ""), ("学习率要照等效的批量来选。", "学习率也要跟着改。"),
      ("学习率要照等效的批量来选。", "学习率要照等效的批量来选。\n\n我在末尾补充的。"), ("\n\n学习率要照等效的批量来选。", ""),
    ]
    let two = [
      ("梯度先留着。", "梯度先留在缓冲区里。"), ("优化器走一步。", "优化器走一步。\n\n另一个人补充的。"), ("到了设定的步数才让优化器走一步。\n\n", ""),
      ("可以把一个批量拆开来算，梯度先留着。\n\n", ""), ("归一化层的统计量仍然只看一步。", "归一化层不受影响。"),
      ("仍然只看一步。", "仍然只看一步。\n\n另一个人在末尾补充的。"), ("\n\n归一化层的统计量仍然只看一步。", ""),
    ]
    return (one + two).map { [$0] } + zip(one, two).map { [$0, $1] }
  }()

  static func page(_ folder: ImportFolder, _ text: String) throws -> String { try EditedPageTests.page(folder, with: text) }

  static func slug(_ page: String) -> String { String(page.dropFirst("Content/questions/".count).dropLast(".zh.md".count)) }

  /// Two pages that were joined, as they were before, and the names of both.
  typealias Joined = (folder: ImportFolder, before: [String: String], names: [String])

  static func joined() async throws -> Joined {
    let (folder, before, names) = try await joinedOnce.value
    return (try ImportFolder(copyOf: folder), before, names)
  }

  /// Imported for all tests together.
  private static let joinedOnce = Task { () async throws -> Joined in
    let folder = try ImportFolder(["a.txt": first, "b.txt": second])
    try await folder.importAll()
    let pages = [try page(folder, "小批量的梯度"), try page(folder, "把一个批量拆开")]
    let before = Dictionary(uniqueKeysWithValues: try pages.map { ($0, try folder.read($0)) })
    try folder.write("same:\n  - [\(pages.map(slug).joined(separator: ", "))]\n", to: "Content/import.yml")
    try await folder.importAll()
    #expect(try folder.questions().count == 1)
    return (folder, before, pages.map(slug))
  }

  static func part(_ folder: ImportFolder, _ names: [String], _ way: Way) async throws -> ImportSummary {
    let settled = way == .different ? "different:\n  - [\(names.joined(separator: ", "))]\n" : ""
    try folder.write(settled, to: "Content/import.yml")
    let summary = try await folder.importAll()
    let after = try folder.snapshot()
    #expect(try await folder.importAll().diagnostics.isEmpty)
    #expect(try folder.snapshot() == after)
    return summary
  }

  /// Without a conflict: nobody disagrees.
  @Test(arguments: zip(edits, edits.indices.map { Way.allCases[$0 % 2] }))
  func goWithTheirAnswers(edits: [(String, String)], way: Way) async throws {
    let (folder, before, names) = try await Self.joined()
    let whole = "Content/questions/" + (try #require(try folder.questions().first))
    for edit in edits { try EditedPageTests.edit(folder, whole, edit) }
    let summary = try await Self.part(folder, names, way)
    #expect(summary.diagnostics.map(\.rule) == ["parted-page"], "\(summary.diagnostics.map(\.formatted))")
    for (page, text) in before {
      let expected = edits.reduce(text) { $0.replacing($1.0, with: $1.1) }
      #expect(try folder.read(page) == expected)
    }
    // And back again.
    try folder.write("same:\n  - [\(names.joined(separator: ", "))]\n", to: "Content/import.yml")
    #expect(try await folder.importAll().diagnostics.allSatisfy { $0.severity == .note })
    let text = try folder.read("Content/questions/" + (try #require(try folder.questions().first)))
    #expect(try folder.questions().count == 1)
    for (old, new) in edits {
      #expect(new.isEmpty ? !text.contains(old) : text.contains(new), "\(text)")
    }
    guard edits.count > 1 else { return }
    let after = try folder.snapshot()
    #expect(try await folder.importAll().diagnostics.isEmpty)
    #expect(try folder.snapshot() == after)
  }

  @Test(arguments: Way.allCases)
  func leaveWhatStandsBetweenAnswersOnThePage(way: Way) async throws {
    let (folder, before, names) = try await Self.joined()
    let name = try #require(try folder.questions().first), whole = "Content/questions/" + name
    var text = try folder.read(whole)
    text = text.replacing("\n\n## 显存放不下大批量怎么办？", with: "\n\n两个回答说的是一件事。\n\n## 另一种说法") + "\n我的结语。\n"
    text = text.replacing("---\n\n", with: "---\n\n先看这个提要。\n\n")
    try folder.write(text, to: whole)
    let summary = try await Self.part(folder, names, way)
    #expect(summary.diagnostics.map(\.rule) == ["parted-page"], "\(summary.diagnostics.map(\.formatted))")
    let kept = try folder.read(whole), left = try #require(before.keys.first { $0 != whole })
    #expect(kept.contains("先看这个提要。") && kept.contains("两个回答说的是一件事。") && kept.hasSuffix("我的结语。\n"), "\(kept)")
    let other = try folder.read(left)
    for note in ["提要", "一件事", "结语", "——"] { #expect(!other.contains(note), "\(other)") }
  }

  /// Title, status and lists that were edited before two pages were joined go back to the page that they were edited on.
  @Test(arguments: Way.allCases)
  func comeBackWithTheFrontMatterOfTheirPage(way: Way) async throws {
    let folder = try ImportFolder(["a.txt": Self.first, "b.txt": Self.second])
    try await folder.importAll()
    let pages = [try Self.page(folder, "小批量的梯度"), try Self.page(folder, "把一个批量拆开")]
    var before: [String: String] = [:]
    for (page, tag) in zip(pages, ["training", "memory"]) {
      let text = try folder.read(page)
      before[page] = text.replacing("title: ", with: "title: 我的：").replacing(
        "status: proposed", with: "status: published\ntags:\n  - \(tag)\n  - both")
      try folder.write(before[page]!, to: page)
    }
    let names = pages.map(Self.slug)
    try folder.write("same:\n  - [\(names.joined(separator: ", "))]\n", to: "Content/import.yml")
    #expect(try await folder.importAll().diagnostics.map(\.rule) == ["joined-page"])
    let joined = try folder.read("Content/questions/" + (try #require(try folder.questions().first)))
    for part in ["  - training\n", "  - memory\n", "  - 我的：", "title: 我的："] { #expect(joined.contains(part), "\(joined)") }
    #expect(try await Self.part(folder, names, way).diagnostics.map(\.rule) == ["parted-page"])
    for (page, text) in before {
      // The title that the import gives it is an alias then.
      let lines = try folder.read(page).split(separator: "\n")
      #expect(text.split(separator: "\n").allSatisfy(lines.contains), "\(lines)")
      for foreign in page == pages[0] ? ["memory", "大批量怎么办"] : ["training", "梯度累加"] {
        #expect(!lines.contains { $0.contains(foreign) }, "\(lines)")
      }
    }
  }

  /// What two sources say in the same words was edited where it stood, and one of them had it as before.
  @Test func bringWhatBothSay() async throws {
    let shared = "把几个小批量的梯度加起来再更新一次，显存不够的时候也能用大的批量。"
    let folder = try ImportFolder([
      "a.txt": "1. 什么是梯度累加？\n\(shared)\n\n学习率要照等效的批量来选。\n", "b.txt": "1. 梯度累加是什么\n\(shared)\n\n归一化层的统计量仍然只看一步。\n",
    ])
    try await folder.importAll()
    let page = try Self.page(folder, "小批量的梯度")
    try EditedPageTests.edit(folder, page, ("也能用大的批量。", "也能用大的批量训练。"))
    try EditedPageTests.edit(folder, page, ("仍然只看一步。", "仍然只看一步，不会相加。"))
    let names = [Self.slug(page), "\"b#梯度累加是什么\""]
    #expect(try await Self.part(folder, names, .different).diagnostics.map(\.rule) == ["parted-page"])
    let pages = try folder.questions().map { try folder.read("Content/questions/" + $0) }
    #expect(pages.count == 2 && pages.allSatisfy { $0.contains("也能用大的批量训练。") && !$0.contains("——") }, "\(pages)")
    #expect(pages.filter { $0.contains("不会相加") && !$0.contains("学习率") }.count == 1)
    #expect(try await Self.part(folder, names, .sameRemoved).diagnostics.allSatisfy { $0.severity == .note })
    let text = try folder.read("Content/questions/" + (try #require(try folder.questions().first)))
    #expect(text.components(separatedBy: "也能用大的批量训练。").count == 2 && text.contains("不会相加") && text.contains("学习率"), "\(text)")
  }

  /// What stood between the answers went along with a paragraph that both have, and was on both pages.
  @Test func standOnOnePageWhereMuchWasEdited() async throws {
    let folder = try ImportFolder([
      "a.md": "# 什么是梯度累加？\n\n\(JoinedAgainTests.shared)\n\n## 做法\n\n隔几步才更新一次。\n",
      "b.md": "# 梯度累加是什么\n\n\(JoinedAgainTests.shared)\n\n## 何时用\n\n可以把一个批量拆开来算，梯度先留着。\n",
    ])
    try await folder.importAll()
    let page = try Self.page(folder, "小批量的梯度"), note = "两个回答说的是一件事。"
    for edit in [
      ("加起来再更新一次，", "都加起来，再更新一次参数，"), ("隔几步才更新一次", "隔了几步，才更新一次"), ("拆开来算，", "拆开来分几次算，"),
      ("\n\n## 回答二", "\n\n# 小结\n\n\(note)\n\n## 另一个回答"), ("第 1–", "原文第 1–"),
    ] { try EditedPageTests.edit(folder, page, edit) }
    let summary = try await Self.part(folder, [Self.slug(page), "\"b#梯度累加是什么\""], .different)
    #expect(summary.diagnostics.map(\.rule) == ["parted-page"])
    let pages = try folder.questions().map { try folder.read("Content/questions/" + $0) }
    #expect(pages.count == 2 && pages.allSatisfy { $0.contains("都加起来") }, "\(pages)")
    #expect(pages.filter { $0.contains(note) }.count == 1 && pages.filter { $0.contains("\n# 小结\n\n\(note)") }.count == 1, "\(pages)")
  }

  /// Headings stand one level lower in a further answer.
  @Test func keepTheLevelOfHeadings() async throws {
    let folder = try ImportFolder([
      "a.md": "# 什么是梯度累加？\n\n## 做法\n\n把几个小批量的梯度加起来再更新一次，这样等效于一个大的批量，结果也相近。\n", "b.md": "# 梯度累加是什么\n\n## 何时用\n\n显存不够的时候。\n\n## 代价\n\n慢。\n",
    ])
    try await folder.importAll()
    let page = try Self.page(folder, "小批量的梯度")
    #expect(try folder.read(page).contains("## 回答二"))
    for (old, new) in [("显存不够的时候。", "显存放不下的时候。"), ("代价", "代价与收益")] { try EditedPageTests.edit(folder, page, (old, new)) }
    let level = try folder.read(page).split(separator: "\n").first { $0.hasSuffix("何时用") }?.prefix { $0 == "#" }.count ?? 0
    let names = [Self.slug(page), "\"b#梯度累加是什么\""]
    #expect(try await Self.part(folder, names, .different).diagnostics.map(\.rule) == ["parted-page"])
    let left = try folder.read(try Self.page(folder, "放不下")).split(separator: "\n")
    let mark = String(repeating: "#", count: max(0, level - 1))
    #expect(left.contains("\(mark) 何时用") && left.contains("\(mark) 代价与收益"), "\(left)")
  }
}
