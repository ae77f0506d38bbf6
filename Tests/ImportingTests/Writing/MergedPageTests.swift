import FileSystem
import Foundation
import Testing

@testable import Importing

/// What a page of several sources says of them.
@Suite struct MergedPageTests {
  /// The longest answer stood first, also where readers of the page cannot read it.
  @Test func beginsWithAnAnswerInThePagesLanguage() async throws {
    let folder = try ImportFolder([
      "a.txt": "1. What is LoRA?\nLoRA adds two small matrices of low rank to each frozen weight matrix and trains only those two.\n",
      "b.txt": "1. 什么是 LoRA？\n冻结原来的权重，只训练低秩矩阵。\n",
    ])
    try await folder.importAll()
    let text = try folder.read("Content/questions/" + (try #require(try folder.question(with: "冻结原来的权重"))))
    #expect(try #require(text.range(of: "冻结原来的权重")).lowerBound < (try #require(text.range(of: "LoRA adds two"))).lowerBound)
    #expect(text.contains("merged: "))
  }

  @Test func namesTheReasonOfAMergeInTheAudit() async throws {
    let folder = try ImportFolder([
      "a.txt": "1. 什么是词表扩充？\n在已有词表里加入新的词元。\n", "b.txt": "1. 词表扩充是什么\n把领域里的常用词加进词表。\n",
    ])
    try await folder.importAll(report: folder.path + "/audit")
    let reason = "about vocabulary expansion, both ask for “what it is”"
    #expect(try folder.read("audit/index.html").contains("<td>\(reason)</td>"))
    #expect(try folder.read("audit/pages/00001.html").contains("scrapes/b.txt:1 “词表扩充是什么” · \(reason)"))
    #expect(try folder.question(with: "merged: \(reason)\n") != nil)
  }
}
