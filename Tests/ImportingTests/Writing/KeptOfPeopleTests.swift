import Diagnostics
import FileSystem
import Foundation
import Testing

@testable import Importing

/// What people wrote on pages stays theirs where those are joined and parted.
@Suite struct KeptOfPeopleTests {
  /// Joins and parts, and expects that a second import changes nothing.
  static func settle(_ kind: String, _ names: [String], _ folder: ImportFolder) async throws {
    let told = try await JoinedAgainTests.settle(kind, names, folder)
    #expect(told.allSatisfy { $0.severity == .note }, "\(told.map(\.formatted))")
    let after = try folder.snapshot()
    #expect(try await folder.importAll().diagnostics.isEmpty)
    #expect(try folder.snapshot() == after)
  }

  /// They were lost with the page.
  @Test func formerAddressesOfAnImportedPageMoveAlong() async throws {
    let (folder, names) = try await JoinedAgainTests.pages()
    for name in names {
      let path = "Content/questions/\(name).zh.md"
      let head = "title: ",
        own =
          "redirects:\n  - /zh/\(name.prefix(2))/\n  - questions/old-\(name.prefix(2))\ntags: [\(name.prefix(2))]\naliases: [又名\(name.prefix(2))]\n"
      try EditedPageTests.edit(folder, path, (head, own + head))
    }
    let before = try folder.snapshot().filter { $0.key.hasPrefix("questions/") }
    try await Self.settle("same", names, folder)
    let whole = try folder.read("Content/questions/" + (try #require(try folder.questions().first)))
    for name in names {
      for part in ["  - /zh/\(name.prefix(2))/", "  - questions/old-\(name.prefix(2))", "\(name.prefix(2))", "又名\(name.prefix(2))"] {
        #expect(whole.contains(part), "\(whole)")
      }
    }
    try await Self.settle("different", names, folder)
    for (path, bytes) in before {
      let lines = try folder.read("Content/" + path).split(separator: "\n")
      // Lists may stand in lines of their own.
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.contains("[") {
        #expect(lines.contains(line), "\(lines)")
      }
      for name in names { #expect(lines.contains("  - /zh/\(name.prefix(2))/") == path.contains(name), "\(lines)") }
    }
  }

  /// They were renamed with the page that went, and stayed so.
  @Test func relatedPagesAreNamedAsTheyWrote() async throws {
    let folder = try await JoinedPagesTests.folder()
    let page = JoinedPagesTests.page, other = "---\ntitle: 另一个问题？\nrelated: [\(page), mine] # both\n---\n\n回答。\n"
    try folder.write(other, to: "Content/questions/other.zh.md")
    let own = JoinedPagesTests.own.replacing("tags:", with: "related: [\(page), other]\ntags:")
    try folder.write(own, to: "Content/questions/mine.zh.md")
    try await Self.settle("same", [page, "mine"], folder)
    #expect(try folder.read("Content/questions/other.zh.md") == other)
    #expect(try folder.read("Content/questions/mine.zh.md").contains("related:\n  - \(page)\n  - other\n"))
    try await Self.settle("different", [page, "mine"], folder)
    #expect(try folder.read("Content/questions/mine.zh.md") == own)
  }

  /// Two notes had one label, and one of them was not shown.
  @Test func footnotesKeepTheirNotes() async throws {
    let folder = try ImportFolder(["1.txt": "1. 什么是束搜索？\n逐步保留。\n"])
    let files = ["mine", "other"].map { "---\ntitle: 怎样\($0)？\n---\n\n\($0)的话[^1]，`[^1]`和[^\($0)]。\n\n[^1]: \($0)的注。\n[^\($0)]: 又。\n" }
    for (name, text) in zip(["mine", "other"], files) { try folder.write(text, to: "Content/questions/\(name).zh.md") }
    try await Self.settle("same", ["mine", "other"], folder)
    let text = try folder.read("Content/questions/mine.zh.md")
    for part in ["mine的话[^1]，", "[^1]: mine的注。", "other的话[^1-2]，`[^1]`和[^other]。", "[^1-2]: other的注。"] {
      #expect(text.contains(part), "\(text)")
    }
    try EditedPageTests.edit(folder, "Content/questions/mine.zh.md", ("other的话", "other说的话"))
    try await Self.settle("different", ["mine", "other"], folder)
    #expect(try folder.read("Content/questions/mine.zh.md") == files[0])
    #expect(try folder.read("Content/questions/other.zh.md") == files[1].replacing("other的话", with: "other说的话"))
  }

  /// The line of its source stood twice below the first answer.
  @Test(arguments: [true, false]) func theSourceOfAnAnswerStandsOnce(isNew: Bool) async throws {
    let folder = try ImportFolder(["a.txt": "1. 什么是词表扩充？\n在已有词表里加入新的词元。\n"])
    if !isNew { try folder.write("1. 什么是束搜索？\n逐步保留几个最好的序列。\n", to: "scrapes/b.txt") }
    try folder.write(JoinedPagesTests.own, to: "Content/questions/mine.zh.md")
    try await folder.importAll()
    var names = ["mine", JoinedPagesTests.page]
    _ = try await JoinedAgainTests.settle("same", names, folder)
    if isNew { try folder.write("1. 词表扩充是什么\n逐步保留几个最好的序列。\n", to: "scrapes/b.txt") } else { names.append("shen-me-shi-shu-sou-suo") }
    try await Self.settle("same", names, folder)
    let text = try folder.read("Content/questions/mine.zh.md")
    for source in ["a", "b"] { #expect(text.components(separatedBy: "[\(source)](../sources/").count == 2, "\(text)") }
    #expect(text.contains("先加词") && text.contains("最好的序列"), "\(text)")
  }

  /// It stayed as it was in the head, and stood as it was edited in the text.
  @Test func anEditedSummaryIsTheSummaryAgain() async throws {
    let folder = try ImportFolder(["1.txt": "1. 什么是束搜索？\n逐步保留。\n"])
    let other = "---\ntitle: 如何加词？\nsummary: 先选词，再加词。\n---\n\n看情况而定。\n\n还有。\n"
    try folder.write(JoinedPagesTests.own, to: "Content/questions/mine.zh.md")
    try folder.write(other, to: "Content/questions/other.zh.md")
    try await Self.settle("same", ["mine", "other"], folder)
    try EditedPageTests.edit(folder, "Content/questions/mine.zh.md", ("先选词，再加词。", "先选好词，再加词。"))
    try await Self.settle("different", ["mine", "other"], folder)
    #expect(try folder.read("Content/questions/other.zh.md") == other.replacing("先选词", with: "先选好词"))
  }

  @Test func tellsOfAPageThatIsThereNoLonger() async throws {
    let (folder, names) = try await JoinedAgainTests.pages()
    try folder.write(JoinedPagesTests.own, to: "Content/questions/mine.zh.md")
    try await folder.importAll()
    try File.remove(folder.content + "/questions/\(names[1]).zh.md")
    for list in [["mine", names[1]], ["mine", "nowhere"]] {
      for _ in 0..<2 {
        let told = try await JoinedAgainTests.settle("same", list, folder)
        #expect(told.map(\.rule) == ["import-decisions"] && told.first?.location?.line == 2, "\(list) \(told.map(\.formatted))")
      }
    }
  }

  /// Of several pages that had become part of one, and left it together, the first alone had its keys again.
  @Test func keysOfPagesThatLeaveTogether() async throws {
    let (folder, two) = try await JoinedAgainTests.pages()
    try folder.write("1. 怎样选择批量的大小？\n收益会渐渐变小。\n", to: "scrapes/c.txt")
    try await folder.importAll()
    let names = two + [MovedEditsTests.slug(try MovedEditsTests.page(folder, "收益会"))]
    for name in names {
      try EditedPageTests.edit(folder, "Content/questions/\(name).zh.md", ("title: ", "tags: [of-\(name)]\naliases: [又名\(name)]\ntitle: "))
    }
    try await Self.settle("same", names, folder)
    let kept = MovedEditsTests.slug("Content/questions/" + (try #require(try folder.questions().first)))
    let leaving = names.filter { $0 != kept }
    let lists = leaving.map { "  - [\(kept), \($0)]\n" }.joined()
    try folder.write("same:\n  - [\(leaving.joined(separator: ", "))]\ndifferent:\n\(lists)", to: "Content/import.yml")
    try await folder.importAll()
    #expect(try folder.questions().count == 2)
    for file in try folder.questions() {
      let text = try folder.read("Content/questions/" + file)
      for name in names {
        for key in ["of-\(name)", "又名\(name)"] { #expect(text.contains(key) == (file.hasPrefix(kept + ".") == (name == kept)), "\(text)") }
      }
    }
    let after = try folder.snapshot()
    #expect(try await folder.importAll().diagnostics.isEmpty)
    #expect(try folder.snapshot() == after)
  }
}
