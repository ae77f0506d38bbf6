import Foundation
import Importing
import Testing

@Suite struct NormalizationTests {
  /// Lines that are not kept, as ranges, and the items, one a line.
  static func summary(_ page: NormalizedDocument) -> String {
    var lines: [String] = []
    for action in [LineVerdict.Action.strip, .meta] {
      let numbers = page.verdicts.filter { $0.action == action }.map(\.line)
      var ranges: [ClosedRange<Int>] = []
      for number in numbers {
        // A blank line between two of them belongs to the range.
        if let last = ranges.last, page.verdicts[last.upperBound..<(number - 1)].allSatisfy({ $0.action == .blank }) {
          ranges[ranges.count - 1] = last.lowerBound...number
        } else {
          ranges.append(number...number)
        }
      }
      let texts = ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      if !texts.isEmpty { lines.append("\(action.rawValue) \(texts.joined(separator: " "))") }
    }
    for item in page.items {
      let state = item.answered ? "" : " (no answer)"
      lines.append("\(item.kind.rawValue) \(item.lines.lowerBound)-\(item.lines.upperBound) \(item.title)\(state)")
    }
    return lines.joined(separator: "\n")
  }

  static func normalized(_ text: String) async -> NormalizedDocument {
    await normalize([ScrapedDocument(path: "page.txt", text: text)])[0]
  }

  @Test(arguments: NormalizationCase.all) func judgesLinesAndFindsItems(_ example: NormalizationCase) async {
    #expect(Self.summary(await Self.normalized(example.input)) == example.expected)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["UPDATE_CASES"] != nil)) func rewritesExpectations() async throws {
    for file in NormalizationCase.files {
      var results: [(case: NormalizationCase, result: String)] = []
      for example in NormalizationCase.parse(try String(contentsOf: file, encoding: .utf8)) {
        results.append((example, Self.summary(await Self.normalized(example.input))))
      }
      try NormalizationCase.rewritten(results).write(to: file, atomically: true, encoding: .utf8)
    }
  }

  /// What is kept of a page is a page of which all is kept, with the same items.
  @Test(arguments: NormalizationCase.all) func changesNothingTheSecondTime(_ example: NormalizationCase) async {
    let first = await Self.normalized(example.input)
    let kept = zip(first.document.lines, first.verdicts).filter { $1.action == .keep || $1.action == .blank }
    let second = await Self.normalized(kept.map { $0.0.text + "\n" }.joined())
    #expect(second.verdicts.allSatisfy { $0.action == .keep || $0.action == .blank })
    #expect(second.items.map(\.title) == first.items.map(\.title))
    #expect(second.items.map { $0.body.markdown } == first.items.map { $0.body.markdown })
  }

  /// The Markdown of the items is a page with the same items.
  @Test(arguments: NormalizationCase.all) func readsItsOwnMarkdownAgain(_ example: NormalizationCase) async {
    let first = await Self.normalized(example.input)
    let second = await normalize([ScrapedDocument(path: "page.md", markdown: Array(first.markdown.utf8))])[0]
    #expect(second.markdown == first.markdown)
  }

  @Test func dependsOnTheSetOfPagesNotOnTheirOrder() async {
    let pages = NormalizationCase.all.enumerated().map { ScrapedDocument(path: "\($0).txt", text: $1.input) }
    let forwards = await normalize(pages)
    let backwards = await normalize(pages.reversed())
    #expect(forwards.map { $0.jsonLine(terms: []) } == backwards.reversed().map { $0.jsonLine(terms: []) })
  }

  @Test(arguments: [
    "", "\n", "\n\n\n", "\0\0\0", "一", "\u{FEFF}", "a\u{2028}b\u{2029}c", "\r\r\r", "、\n.\n1.\nQ1:\n答:\n#\n(\n【\n",
    String(repeating: "点赞\n", count: 50), String(repeating: "(", count: 5_000), String(repeating: "1.", count: 5_000),
    String(repeating: "&#x26;", count: 2_000), String(repeating: "`", count: 3_000) + "中", "$" + String(repeating: "$a", count: 3_000),
  ])
  func accountsForEveryLineOfBadInput(_ text: String) async {
    let page = await Self.normalized(text)
    #expect(page.verdicts.map(\.line) == Array(1..<(page.document.lines.count + 1)))
    #expect(page.verdicts.count == page.document.lines.count)
  }

  /// A text that lost its line breaks is paragraphs; data is no text.
  @Test(arguments: [("模型。", 30_000, LineVerdict.Action.keep), ("iVBORw0KGgo", 10_000, .strip)])
  func readsAVeryLongLine(word: String, count: Int, action: LineVerdict.Action) async {
    let page = await Self.normalized(String(repeating: word, count: count))
    #expect(page.verdicts.map(\.action) == [action])
    guard action == .keep else { return }
    let lines = page.rest.markdown.split(separator: "\n")
    #expect(lines.joined() == String(repeating: word, count: count))
    #expect(lines.allSatisfy { $0.utf8.count < 3_000 })
  }

  @Test func splitsLinesAsEditorsDo() {
    let lines = { (text: String) in ScrapedDocument(path: "", text: text).lines.map(\.text) }
    #expect(lines("a\nb") == ["a", "b"])
    #expect(lines("a\r\nb\r\n") == ["a", "b"])
    #expect(lines("a\rb") == ["a", "b"])
    #expect(lines("a\u{2028}b\u{0C}c\n\n") == ["a\u{2028}b\u{0C}c", ""])
  }

  @Test func keepsCodeThatUnrelatedPagesShare() async {
    let code = ["import torch", "import torch.nn as nn", "import torch.nn.functional as F", "from torch.utils.data import DataLoader"]
    let subjects = ["分词器", "词表", "注意力", "归一化", "残差连接", "学习率", "位置编码", "量化", "剪枝"]
    let documents = subjects.map { subject in
      ScrapedDocument(
        path: "\(subject).txt",
        text: "\(subject)笔记\n\n1. 什么是\(subject)？\n\(subject)是训练里常用的做法，下面的例子从零写起。\n" + code.joined(separator: "\n"))
    }
    for page in await normalize(documents) { #expect(page.verdicts.suffix(4).allSatisfy { $0.action == .keep }) }
  }
}
