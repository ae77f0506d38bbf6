import Terminology
import Testing

@testable import Importing

/// What people decide of a line is of that line alone.
@Suite struct OverruledLinesTests {
  static let page = """
    首页
    专栏
    登录
    注册
    分类：后端
    发布于 2024-03-01 12:30 阅读 1024
    缓存面试题整理

    1. 什么是缓存穿透？
    查询一个不存在的键，缓存和数据库都没有，请求每次都落到数据库上。
    扫码关注公众号，回复“缓存”免费领取全套面试题
    2. 什么是缓存雪崩？
    大量的键在同一时刻过期，请求一下子都落到数据库上。
    3. 怎么解决？
    过期时间加上随机数，热点数据永不过期。

    相关推荐
    深入理解分布式锁的实现原理与常见的坑，从单机到集群...
    一文看懂消息队列的选型，吞吐量与可靠性如何取舍...
    点赞 收藏 分享
    """

  static func normalized(_ overrules: [LineVerdict] = []) async -> NormalizedDocument {
    await normalize([ScrapedDocument(path: "a.txt", text: page)], overrules: { _ in overrules })[0]
  }

  static func overrule(_ line: Int, _ action: LineVerdict.Action) -> LineVerdict {
    LineVerdict(line: line, action: action, rule: ImportDecisions.overruled, evidence: "import.yml:1")
  }

  @Test(arguments: [LineVerdict.Action.keep, .strip]) func changeNoOther(to action: LineVerdict.Action) async {
    let before = await Self.normalized().verdicts
    for verdict in before where verdict.action != .blank {
      var expected = before
      expected[verdict.line - 1] = Self.overrule(verdict.line, action)
      #expect(await Self.normalized([Self.overrule(verdict.line, action)]).verdicts == expected)
    }
  }

  @Test func leaveTheTitleOfThePageWhereItIs() async {
    let before = await Self.normalized()
    let miner = TermMiner.standard
    let title = AnalyzedDocument(before, hash: "", miner: miner).source.title
    #expect(title == "缓存面试题整理")
    for line in 1...6 {
      let after = await Self.normalized([Self.overrule(line, .keep)])
      #expect(AnalyzedDocument(after, hash: "", miner: miner).source.title == title)
      #expect(after.items.map(\.title) == before.items.map(\.title))
    }
  }
}
