import Diagnostics
import FileSystem
import Testing

@testable import Importing

/// What is kept of a page and belongs to no question goes to the page of its source.
@Suite struct KeptLinesTests {
  static let page = """
    分词笔记

    这份笔记整理自去年的读书会，记下大家问得最多的几件事。

    一、基础

    1. 什么是词表扩充？
    词表扩充是在已有词表里加入新词元的做法，新的向量需要继续训练才能使用。

    二、训练
    训练之前先看语料是否干净。

    1. 分词器怎样训练？
    分词器在语料上统计相邻符号出现的次数，把次数最多的一对并成一个新的符号。
    """

  @Test func goToThePageOfTheSource() async throws {
    let folder = try ImportFolder(["a.txt": Self.page])
    let summary = try await folder.importAll(report: folder.path + "/audit")
    let text = try folder.read("Content/sources/fen-ci-bi-ji.zh.md")
    #expect(text.contains("## 其余内容\n\n这份笔记整理自去年的读书会，记下大家问得最多的几件事。"), "\(text)")
    #expect(text.contains("训练之前先看语料是否干净。"), "\(text)")
    #expect(!text.contains("# 分词笔记") && !text.contains("加入新词元"))
    let rows = try LedgerTests.rows(folder)
    #expect(rows.allSatisfy { $0.verdict != "keep" || $0.to != nil })
    let outside = rows.filter { $0.to == "sources/fen-ci-bi-ji.zh.md" }
    #expect(outside.reduce(0) { $0 + $1.lines[1] - $1.lines[0] + 1 } == summary.outsideLines)
    #expect(summary.outsideLines > 0)
    #expect(try folder.read("audit/pages/00001.html").contains("→ <code>sources/fen-ci-bi-ji.zh.md"))
    let before = try folder.snapshot()
    try await folder.importAll()
    #expect(try folder.snapshot() == before)
  }

  @Test func showHeadingsWithoutTextAsAList() {
    func heading(_ text: String, _ level: Int = 3) -> Block { Block(.heading(level: level, text: text), lines: 1...1) }
    let rest = [heading("题目"), heading("一、甲"), heading("二、乙"), heading("三、丙"), Block(.paragraph("话。"), lines: 1...1), heading("四、丁")]
    #expect(RestOfPage.blocks(rest, title: "题目") == ["- 一、甲\n- 二、乙", "### 三、丙", "话。", "- 四、丁"])
    let nested = [heading("甲"), heading("乙", 4), Block(.paragraph("话。"), lines: 1...1)]
    #expect(RestOfPage.blocks(nested, title: "") == ["### 甲", "#### 乙", "话。"])
  }

  /// A page in English stood for a Chinese document of which nothing was left.
  @Test func areNoneWhereNothingIsLeft() async throws {
    let folder = try ImportFolder(["a.txt": Self.page, "noise.txt": "扫码关注公众号，回复“资料”免费领取全套面试题\n点赞 3\n收藏 4\n"])
    let summary = try await folder.importAll()
    #expect(summary.diagnostics.filter { $0.severity == .error }.map(\.rule) == ["nothing-left"])
    #expect(try Folder.files(below: folder.content + "/sources").map(\.path) == ["fen-ci-bi-ji.zh.md"])
    #expect(try LedgerTests.rows(folder).contains { $0.document == "scrapes/noise.txt" })
  }

  @Test func answerTheTitleThatAsks() async throws {
    let answer = "低秩适配把权重的改变写成两个瘦长矩阵的乘积，只训练这两个矩阵，原来的权重一个也不动，所以显存省得多，换任务的时候也只要换掉它们，几个任务可以合用一份原来的权重。"
    let parts = (1...3).map { "<h2>秩取第 \($0) 档合适吗？</h2><p>第 \($0) 档的秩在小数据上够用，数据多了再往上加一倍。</p>" }.joined()
    func titles(_ title: String, _ parts: String) async throws -> [String] {
      let html = "<title>\(title)</title><h1>\(title)</h1><p>\(answer)</p>" + parts
      let document = try ScrapedDocument(path: "a.html", html: Array(html.utf8))
      return await normalize([document])[0].items.map(\.title)
    }
    #expect(try await titles("什么是低秩适配？", parts).first == "什么是低秩适配？")
    #expect(try await titles("什么是低秩适配？", parts + "<h2>什么是低秩适配？</h2><p>\(answer)</p>").count == 4)
    #expect(try await titles("低秩适配的三个问题", parts).count == 3)
  }

  @Test func leaveOutWhatThePageHidesAndAccountForIt() async throws {
    let html = "<h1>分词笔记</h1>\n<div style=\"display: none\"><script>let a</script>请先 <b>登录</b></div>\n<p>训练之前先看语料是否干净。</p><i hidden></i>"
    let folder = try ImportFolder(["a.html": html])
    try await folder.importAll(report: folder.path + "/audit")
    #expect(try !folder.read("Content/sources/fen-ci-bi-ji.zh.md").contains("登录"))
    let audit = try folder.read("audit/pages/00001.html")
    #expect(audit.contains("<tr id=\"L3\" class=\"strip\"><td>3</td><td class=\"text\">请先 登录</td><td>strip · hidden"))
    let ledger = try folder.read("Content/.ciyuan/ledger.jsonl").split(separator: "\n")
    #expect(ledger.count { $0.contains("\"rule\":\"hidden\"") } == 1)
    #expect(
      ledger.last?.contains("\"lines\":[3,3],\"verdict\":\"strip\",\"rule\":\"hidden\"") == true
        && ledger.last?.contains("\"source\":[2,2]") == true)
  }
}
