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

  @Test(arguments: [
    ("<ol><li>甲先做</li><li value=5>乙接着</li><li>丙最后</li></ol>", "1. 甲先做\n\n5) 乙接着\n6) 丙最后"),
    ("<ol reversed><li>第三名</li><li>第二名</li></ol>", "2. 第三名\n\n1) 第二名"),
    ("<ol reversed start=10><li>十号</li><li>九号</li></ol>", "10. 十号\n\n9) 九号"), ("<ol start=3><li>三号</li><li>四号</li></ol>", "3. 三号\n4. 四号"),
  ])
  func countsAsTheMarkupCounts(list: String, expected: String) async throws {
    let page = "<article><h1>列表问答</h1><h2>1. 怎么排？</h2>\(list)<h2>2. 还有呢？</h2><p>没有了。</p></article>"
    #expect(try await Self.items(page).first?.body.markdown == expected)
  }

  /// A picture that loads late stands twice on the page, and once in the answer.
  @Test(arguments: [
    #"<img class="lazy" src="https://a.org/blank.gif"><noscript><img src="https://a.org/b.jpg"></noscript>"#,
    #"<img src="data:image/gif;base64,R0" data-actualsrc="https://a.org/b.jpg"><noscript><img src="https://a.org/b_small.jpg"></noscript>"#,
    #"<noscript><img src="https://a.org/b_small.jpg"></noscript> <img src="data:x" data-original="https://a.org/b.jpg">"#,
    #"<noscript><img src="https://a.org/b.jpg"></noscript>"#,
    #"<img src="https://a.org/b.jpg"><noscript><img src="https://a.org/b.jpg"></noscript>"#,
    #"<img src="https://a.org/b.jpg"><noscript><img src="https://t.org/p.gif" width="1" height="1"></noscript>"#,
    #"<img src="https://a.org/b.jpg"><noscript>请启用脚本</noscript>"#,
  ])
  func showsAPictureThatLoadsLateOnce(pictures: String) async throws {
    let answers = ["<p>见下图。</p><figure>\(pictures)</figure>", "<p>没有了。</p>"]
    let page = "<article><h1>图问答</h1><h2>1. 什么样？</h2>\(answers[0])<h2>2. 还有呢？</h2>\(answers[1])</article>"
    #expect(try await Self.items(page).first?.body.markdown == "见下图。\n\n![](<https://a.org/b.jpg>)")
  }

  @Test func nestsListsAsDeepAsTheyAre() async throws {
    let list = (1...24).reversed().reduce("") { "<ul><li>第 \($1) 层\($0)</li></ul>" }
    let page = "<article><h1>层问答</h1><h2>1. 多深？</h2>\(list)<h2>2. 还有呢？</h2><p>没有了。</p></article>"
    let lines = try #require(try await Self.items(page).first?.body.markdown).split(separator: "\n")
    #expect(lines.enumerated().allSatisfy { depth, line in line.prefix { $0 == " " }.count == depth * 2 } && lines.count == 24)
  }
}
