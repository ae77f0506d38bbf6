import Foundation
import Testing

@testable import Importing

@Suite struct HTMLItemTests {
  static func items(_ page: String) async throws -> [Item] {
    let document = try ScrapedDocument(path: "p.html", html: Array(page.utf8))
    return await normalize([document])[0].items
  }

  static let sites = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "sites.txt")

  static var cases: [NormalizationCase] { NormalizationCase.parse((try? String(contentsOf: sites, encoding: .utf8)) ?? "") }

  static func summary(_ example: NormalizationCase) async throws -> String {
    let document = try ScrapedDocument(path: "p.html", html: Array(example.input.utf8))
    return NormalizationTests.summary(await normalize([document])[0])
  }

  @Test(arguments: cases) func readsPagesOfSites(_ example: NormalizationCase) async throws {
    #expect(try await Self.summary(example) == example.expected)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["UPDATE_CASES"] != nil)) func rewritesExpectations() async throws {
    var results: [(case: NormalizationCase, result: String)] = []
    for example in Self.cases { results.append((example, try await Self.summary(example))) }
    try NormalizationCase.rewritten(results).write(to: Self.sites, atomically: true, encoding: .utf8)
  }

  /// Sub-headings of an answer that are numbered below the question are no sections of the page.
  @Test func keepsNumberedSubheadingsInTheAnswer() async throws {
    let answer = "<p><b>%.1 考察点</b></p><p>考察候选人是否理解词表与分词的关系，以及能否举例。</p><p><b>%.2 参考答案</b></p><p>词表决定了模型看到的最小单位，分词器把文本切成这些单位。</p>"
    let page =
      "<article><h1>词表面试题三道</h1>"
      + (1...3).map { n in
        "<h3>\(n) 第\(n)种词表怎样设计？</h3>" + answer.replacing("%", with: "\(n)")
      }.joined() + "</article>"
    let items = try await Self.items(page)
    #expect(items.count == 3)
    #expect(items.allSatisfy { $0.answered && $0.body.markdown.contains("最小单位") })
  }

  /// `<ol start="3">` below `2）`, then what all of them test.
  @Test func countsOnInAListOfTheMarkup() async throws {
    let part = { (n: Int, topic: String) in
      "<h3>\(topic)部分</h3><h4><b>\(n).1 问题列表：</b></h4><p>1）什么是\(topic)？</p><p>2）如何评价\(topic)？</p><ol start=\"3\"><li>有使用过\(topic)吗？</li></ol>"
        + "<p><b>\(n).2 考察点：</b>看候选人懂不懂\(topic)。</p>"
    }
    let items = try await Self.items("<article><h1>面试问题清单</h1>\(part(1, "向量库"))\(part(2, "工作流"))</article>")
    #expect(items.map(\.title) == ["向量库", "工作流"].flatMap { ["什么是\($0)？", "如何评价\($0)？", "有使用过\($0)吗？"] })
    #expect(items.allSatisfy { !$0.answered })
  }
}
