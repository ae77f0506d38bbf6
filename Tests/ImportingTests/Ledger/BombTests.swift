import Diagnostics
import FileSystem
import MarkdownTree
import Testing

@testable import Importing

/// Documents that are small and would become large pages.
@Suite struct BombTests {
  static let question = "1. 什么是词表扩充？\n词表扩充是在已有词表里加入新词元的做法，新的向量需要继续训练才能使用。\n"

  @Test(arguments: ["amp;", "&NotEqualTilde;", "> "]) func areReportedAndTheRestIsRead(part: String) async throws {
    let folder = try ImportFolder([
      "a.txt": Self.question + "&" + String(repeating: part, count: 100_000) + "\n",
      "a.html": "<p>" + Self.question + "</p><p>&" + String(repeating: part, count: 100_000) + "</p>", "b.txt": ReimportTests.second,
    ])
    let summary = try await folder.importAll()
    let errors = summary.diagnostics.filter { $0.severity == .error }.map(\.rule)
    #expect(errors == ["too-long-line", "too-long-line"], "\(summary.diagnostics)")
    #expect(summary.questions == 2)
    for file in try Folder.files(below: folder.content) where file.path.hasSuffix(".md") {
      #expect(MarkdownBounds.excess(in: try folder.read("Content/" + file.path)) == nil)
    }
  }

  @Test func leavesAPageThatNoBuildWouldRead() async throws {
    let answer = (1...4_000).map { "第 \($0) 句" + String(repeating: "说的都是别处没有说过的话，", count: 14) + "完。" }.joined(separator: "\n")
    let folder = try ImportFolder(["a.txt": Self.question, "b.txt": ReimportTests.second])
    try await folder.importAll()
    let before = try folder.read("Content/questions/" + (try #require(try folder.question(with: "加入新词元"))))
    try folder.write(Self.question + answer, to: "scrapes/a.txt")
    for _ in 0..<2 {
      let summary = try await folder.importAll()
      #expect(summary.diagnostics.map(\.rule) == ["page-too-large"])
      #expect(try folder.read("Content/questions/" + (try #require(try folder.question(with: "加入新词元")))) == before)
    }
  }
}
