import Diagnostics
import FileSystem
import Testing

@testable import Importing

@Suite struct CopiedSourceTests {
  static let text = "1. 什么是词表扩充？\n" + DocumentCopiesTests.text(1...40) + "\n"

  @Test func marksTheSourceThatRepeatsAnother() async throws {
    let folder = try ImportFolder([
      "original.txt": Self.text, "repost.txt": Self.text, "other.txt": "1. 词表扩充是什么\n加入新的词元，再训练它们的向量。\n",
    ])
    let summary = try await folder.importAll()
    #expect(summary.diagnostics.map(\.rule) == ["copy"] && summary.duplicates == 2 && summary.copies == 1)
    #expect(try folder.read("Content/sources/repost.zh.md").contains("\ncopy-of: original\n"))
    #expect(try !folder.read("Content/sources/original.zh.md").contains("copy-of"))
    // An import of another document does not forget it.
    try folder.write("1. 什么是动量？\n梯度的滑动平均。\n", to: "more/x.txt")
    try await folder.importAll(["more"])
    #expect(try folder.read("Content/sources/repost.zh.md").contains("\ncopy-of: original\n"))
  }

  /// It was listed as if two pages had asked the same.
  @Test func saysOfAPageThatItIsOfCopies() async throws {
    let folder = try ImportFolder(["original.txt": Self.text, "repost.txt": Self.text])
    try await folder.importAll()
    let page = "Content/questions/" + (try #require(try folder.questions().first)), text = try folder.read(page)
    #expect(text.contains("\nmerged: \"the same document: repost is a copy of original\"\n"), "\(text)")
    // Where another document asks it, too, that is what it is one page for.
    try folder.write("1. 词表扩充是什么\n加入新的词元，再训练它们的向量。\n", to: "scrapes/other.txt")
    try await folder.importAll()
    #expect(try !folder.read(page).contains("copy of"))
  }

  /// Copies were looked for among the documents of one import only.
  @Test func knowsACopyOfWhatWasImportedBefore() async throws {
    let folder = try ImportFolder(["original.txt": Self.text])
    try await folder.importAll()
    try folder.write(Self.text, to: "scrapes/same.txt")
    let changed = "2. 什么是学习率预热？\n开始时用小的学习率，之后逐步升高到设定的值。\n"
    try folder.write(Self.text + changed, to: "scrapes/longer.txt")
    let diagnostics = try await folder.importAll(["scrapes/same.txt", "scrapes/longer.txt"]).diagnostics
    #expect(diagnostics.map(\.rule) == ["copy", "copy"], "\(diagnostics)")
    #expect(try folder.questions().count == 2)
    // Told once, remembered always.
    #expect(try await folder.importAll([]).diagnostics.isEmpty)
    // What answers cite is the source that is counted.
    let page = try #require(try folder.question(with: "title: 什么是词表扩充？"))
    #expect(try folder.read("Content/questions/" + page).contains("](../sources/longer.zh.md)"))
  }

  @Test func takesADocumentForMovedWhereTheFormerIsGone() async throws {
    let folder = try ImportFolder(["a.txt": Self.text])
    try await folder.importAll()
    try File.remove(folder.path + "/scrapes/a.txt")
    try folder.write(Self.text, to: "scrapes/b.txt")
    let summary = try await folder.importAll()
    #expect(summary.diagnostics.map(\.rule) == ["moved-document"] && summary.created == 0)
  }

  @Test func ordersSourcesAlikeHoweverTheyAreNamed() async throws {
    let documents = ["a/z.txt": "1. 什么是词表扩充？\n加入新的词元。\n", "b.txt": "1. 词表扩充是什么\n再训练它们的向量。\n", "c/y.txt": "1. 介绍一下词表扩充\n序列更短。\n"]
    var orders: Set<[String]> = []
    for names in [["scrapes"], ["scrapes/c/y.txt", "scrapes/b.txt", "scrapes/a/z.txt"], ["scrapes/a", "scrapes/b.txt", "scrapes/c"]] {
      let folder = try ImportFolder(documents)
      try await folder.importAll(names)
      let page = try #require(try folder.question(with: "加入新的词元"))
      let lines = try folder.read("Content/questions/" + page).split(separator: "\n").map(String.init)
      orders.insert(lines.filter { $0.hasPrefix("title:") || $0.hasPrefix("  - ") })
    }
    #expect(orders.count == 1, "\(orders)")
  }
}
