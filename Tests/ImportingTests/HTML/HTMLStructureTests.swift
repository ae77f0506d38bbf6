import MarkdownTree
import SyntheticCorpus
import Testing

@testable import Importing

/// An answer's blocks are those of the page, whatever stands in what: HTML, imported, written as Markdown and read by cmark-gfm.
@Suite struct HTMLStructureTests {
  static func imported(_ answer: String) async throws -> (markdown: String, structure: [String]) {
    let page = """
      <html><head><title>缓存问答</title></head><body><article><h1>缓存问答</h1><h2>1. 什么是缓存穿透？</h2>\(answer)
      <h2>2. 什么是缓存雪崩？</h2><p>大量的键同时过期，请求都落到数据库上。</p></article></body></html>
      """
    let markdown = try #require(try await HTMLItemTests.items(page).first).body.markdown
    return (markdown, try HTMLStructure.of(String(decoding: MarkdownTree.parse(markdown).tree.html(), as: UTF8.self)))
  }

  static func expectSame(_ answer: String) async throws {
    let (markdown, structure) = try await imported(answer)
    #expect(structure == (try HTMLStructure.of(answer)), "\(answer)\n\(markdown)")
  }

  @Test(arguments: [
    "<ul><li>先查缓存，再查库</li><li>查不到就返回空</li></ul><pre><code>get(key)</code></pre>",
    "<ul><li><p>用布隆过滤器：</p><pre><code class=\"language-python\">bf.add(key)\n\nbf.has(key)</code></pre></li><li>缓存空值</li></ul><p>两种可以合用。</p>",
    "<ol start=\"3\"><li>第三步是压测</li><li>第四步是上线</li></ol>",
    "<ol><li>读请求<ul><li>命中</li><li>未命中</li></ul></li><li>写请求</li></ol><ul><li>另一张表</li></ul>",
    "<ul><li>第一张的项目</li></ul><ul><li>第二张的项目</li></ul><ul><li>第三张的项目</li></ul>",
    "<ol><li>第一张的项目</li><li>第二个项目</li></ol><ol><li>又从一数起</li></ol>",
    "<ul><li>项目的第一段。<p>项目的第二段。</p></li><li>下一项</li></ul>",
    "<blockquote><p>引文说了三点：</p><ul><li>要快</li><li>要准</li></ul><p>就这些。</p></blockquote>",
    "<ul><li>书里写道：<blockquote><p>先测量再优化。</p></blockquote></li><li>另一本也写了</li></ul>",
    "<blockquote><p>第一条引文在这里。</p></blockquote><blockquote><p>第二条引文在这里。</p></blockquote>",
    "<table><tr><th>命令的名称</th></tr><tr><td>get</td></tr><tr><td>set</td></tr></table>",
    "<table><thead><tr><th>写法</th><th>含义</th></tr></thead><tbody><tr><td><code>a|b</code></td><td>二者之一</td></tr><tr><td>a<br>b</td><td>两行</td></tr></tbody></table>",
    "<p>看表：</p><table><tr><th>键</th><th>值</th></tr><tr><td>1</td><td>2</td></tr></table><table><tr><th>列</th><th>行</th></tr><tr><td>3</td><td>4</td></tr></table>",
    "<ul><li>见下表：<table><tr><th>键</th><th>值</th></tr><tr><td>1</td><td>2</td></tr></table></li><li>完</li></ul>",
    "<table><caption>各级缓存的延迟</caption><tr><th>级</th><th>延迟</th></tr><tr><td>L1</td><td>1 ns</td></tr></table>",
    "<table><tr><th>写法</th><th>含义</th></tr><tr><td><code>a</code><br><code>b</code></td><td>先加锁<br>再解锁</td></tr></table>",
    "<p>请求先到网关<br>再到服务<br>最后到库</p><p>另起一段<br><br>空一行是新的一段</p>",
    "<ul><li>请求先到网关<br>再到服务</li><li>结束</li></ul>",
    "<pre>redis-cli ping\nPONG</pre><pre>redis-cli info</pre>",
    "<figure><img src=\"https://example.org/a.png\" alt=\"读写路径\"><figcaption>读请求与写请求的路径</figcaption></figure><p>如图。</p>",
    "<dl><dt>命中率</dt><dd>命中次数与请求次数之比。</dd><dt>淘汰</dt><dd><p>腾出空间。</p><ul><li>最久未用</li><li>最少使用</li></ul></dd></dl>",
    "<ol><li>装好之后启动：<pre>redis-server</pre>看到标志就好了。</li><li>再连上去。</li></ol>",
    "<ul><li><pre>redis-server</pre></li><li><ol start=\"2\"><li>套在里面</li></ol></li></ul>",
    "<ul><li># 号开头的项目</li><li>1. 号开头的项目</li><li>- 号开头的项目</li></ul>",
  ])
  func keepsTheBlocksOfThePage(answer: String) async throws { try await Self.expectSame(answer) }

  /// A cell holds no blocks: what stands in them stands on lines of its own.
  @Test func putsTheBlocksOfACellOnLines() async throws {
    let (markdown, _) = try await Self.imported(
      """
      <table><tr><th><h3>写法</h3></th><th>含义</th></tr><tr><td><pre>lock()
      unlock()</pre></td><td><p>先加锁</p><ol><li>再做事</li><li>再解锁</li></ol></td></tr></table>
      """)
    #expect(markdown == "| 写法 | 含义 |\n| --- | --- |\n| `lock()`<br>`unlock()` | 先加锁<br>1. 再做事<br>2. 再解锁 |")
  }

  @Test func putsAListBetweenItemsIntoTheItemAbove() async throws {
    let (_, structure) = try await Self.imported("<ul><li>读</li><ul><li>写在外面的子项</li></ul><li>写</li></ul>")
    #expect(structure == (try HTMLStructure.of("<ul><li>读<ul><li>写在外面的子项</li></ul></li><li>写</li></ul>")))
  }

  /// Blocks in blocks at random.
  @Test(arguments: 0..<40) func keepsBlocksInBlocks(seed: Int) async throws {
    var blocks = RandomBlocks(seed: UInt64(seed))
    try await Self.expectSame(blocks.answer())
  }
}

/// Answers of random blocks, the same for a seed.
private struct RandomBlocks {
  private var generator: SplitMix64
  private var count = 0

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func answer() -> String { "<p>\(sentence())</p>" + blocks(depth: 0) }

  private mutating func blocks(depth: Int) -> String {
    (0..<generator.from(1...(depth == 0 ? 6 : 3))).map { _ in block(depth: depth) }.joined()
  }

  private mutating func block(depth: Int) -> String {
    switch generator.below(depth < 3 ? 9 : 4) {
    case 0: return "<p>\(sentence())</p>"
    case 1: return "<p>\(sentence())<br>\(sentence())</p>"
    case 2: return "<pre><code>step(\(next()))\n  next(\(next()))</code></pre>"
    case 3:
      let rows = (0..<generator.from(1...3)).map { _ in "<tr><td>值\(next())</td><td><code>k|\(next())</code></td></tr>" }.joined()
      return "<table><tr><th>名\(next())</th><th>键\(next())</th></tr>\(rows)</table>"
    case 4: return "<blockquote>\("<p>\(sentence())</p>" + blocks(depth: depth + 1))</blockquote>"
    case 5, 6: return "<ul>\(items(depth: depth))</ul>"
    default: return "<ol start=\"\(generator.from(1...4))\">\(items(depth: depth))</ol>"
    }
  }

  private mutating func items(depth: Int) -> String {
    (0..<generator.from(1...3)).map { _ in
      "<li>\(generator.one(in: 3) ? "<p>\(sentence())</p>" : sentence())\(generator.one(in: 2) ? blocks(depth: depth + 1) : "")</li>"
    }.joined()
  }

  private mutating func sentence() -> String {
    let sentences = ["请求\(next())先查缓存", "第\(next())个键过期以后重新计算。", "线程\(next())等待锁释放", "写入\(next())次之后合并一次。"]
    return sentences[generator.below(sentences.count)]
  }

  private mutating func next() -> Int {
    count += 1
    return count
  }
}
