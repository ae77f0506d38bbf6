import ContentModel
import Diagnostics
import FileSystem
import Foundation
import Testing

@testable import Importing

@Suite struct TakenInPagesTests {
  static let accumulation = """
    训练面试题

    1. 梯度累加是怎么一回事？
    把几个小批量的梯度加起来再更新一次，显存不够的时候也能用大的批量训练。
    2. 分词器怎样训练？
    分词器在语料上统计相邻符号出现的次数，把次数最多的一对并成一个新的符号。
    """
  static let warmup = """
    另一份笔记

    1. 什么是学习率预热？
    训练初期的梯度很不稳定，先用较小的学习率走几步可以避免一开始就发散。
    2. 怎样选择批量的大小？
    批量越大梯度的估计越稳，显存放得下就可以再大一些，收益会渐渐变小。
    """

  /// Two pages, and the decision that they are one question.
  static func merged() async throws -> (folder: ImportFolder, kept: String, former: String) {
    let folder = try ImportFolder(["a.txt": accumulation, "b.txt": warmup])
    try await folder.importAll()
    let first = try #require(try folder.question(with: "把几个小批量")), second = try #require(try folder.question(with: "先用较小的学习率"))
    let slugs = [first, second].map { String($0.dropLast(".zh.md".count)) }
    try folder.write("same:\n  - [\(slugs[0]), \(slugs[1])]\n", to: "Content/import.yml")
    try await folder.importAll()
    let kept = try #require(try folder.question(with: "先用较小的学习率"))
    return (folder, kept, slugs.first { $0 + ".zh.md" != kept } ?? "")
  }

  @Test func leadsToThePageThatTookAnotherIn() async throws {
    let (folder, kept, former) = try await Self.merged()
    #expect(try folder.questions().count == 3)
    #expect(try folder.read("Content/questions/" + kept).contains("redirects:\n  - questions/\(former)\n"))
  }

  @Test func remembersFormerPagesOnLaterImports() async throws {
    let (folder, kept, former) = try await Self.merged()
    try folder.write(Self.warmup.replacing("发散。", with: "发散，之后再升高。"), to: "scrapes/b.txt")
    for _ in 0..<2 { try await folder.importAll() }
    let text = try folder.read("Content/questions/" + kept)
    #expect(text.contains("之后再升高") && text.contains("  - questions/\(former)\n"))
  }

  @Test func letsAPageHaveItsAddressAgain() async throws {
    let (folder, kept, former) = try await Self.merged()
    try folder.write("", to: "Content/import.yml")
    try await folder.importAll()
    #expect(try folder.questions().contains(former + ".zh.md"))
    #expect(!(try folder.read("Content/questions/" + kept)).contains("redirects"))
  }

  @Test func leavesAwayARedirectThatAPersonRemoved() async throws {
    let (folder, kept, former) = try await Self.merged()
    let text = try folder.read("Content/questions/" + kept)
    try folder.write(text.replacing("redirects:\n  - questions/\(former)\n", with: ""), to: "Content/questions/" + kept)
    try await folder.importAll()
    #expect(!(try folder.read("Content/questions/" + kept)).contains("redirects"))
  }

  @Test func namesThePageThatHoldsWhatAPersonEdited() async throws {
    let folder = try ImportFolder(["a.txt": Self.accumulation, "b.txt": Self.warmup])
    try await folder.importAll()
    var names = [try #require(try folder.question(with: "把几个小批量")), try #require(try folder.question(with: "先用较小的学习率"))]
    for name in names {
      let path = "Content/questions/" + name
      try folder.write(try folder.read(path) + "\n\(ConflictMarkers.ours)\n", to: path)
    }
    try folder.write("same:\n  - [\(names.map { String($0.dropLast(6)) }.joined(separator: ", "))]\n", to: "Content/import.yml")
    let summary = try await folder.importAll()
    #expect(summary.diagnostics.count { $0.rule == "no-longer-imported" } == 1)
    let warning = try #require(summary.diagnostics.first { $0.rule == "no-longer-imported" })
    names.removeAll { warning.location?.path.hasSuffix($0) == true }
    #expect(names.count == 1 && warning.summary.hasPrefix("questions/\(names[0]) holds this as well now"), "\(warning.formatted)")
    // Both pages are there: no address leads away from one of them.
    #expect(!(try folder.read("Content/questions/" + names[0])).contains("redirects"))
  }
}
