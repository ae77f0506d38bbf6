import Testing

@testable import Importing

/// Words that the reader of a page leaves out are in the audit, and a sentence is text whatever its box is called.
@Suite struct OmittedTextTests {
  static func document(_ html: String) throws -> ScrapedDocument {
    try ScrapedDocument(path: "a.html", html: Array("<article><h1>缓存笔记</h1>\(html)<p>缓存放在离请求最近的地方。</p></article>".utf8))
  }

  @Test(arguments: [
    ("<div class=\"toolbar\">复制 运行</div>", "control", "复制 运行"),
    ("<button>换一换</button>", "control", "换一换"),
    ("<select><option>Java</option><option>Go</option></select>", "control", "Java Go"),
    ("<textarea>SET k v</textarea>", "control", "SET k v"),
    ("<div role=\"tablist\"><a>甲</a></div>", "control", "甲"),
    ("<svg><text>先读缓存</text></svg>", "embedded", "先读缓存"),
    ("<noscript>请打开脚本</noscript>", "embedded", "请打开脚本"),
    ("<p>读<ruby>缓<rt>huan</rt></ruby>存</p>", "reading", "huan"),
    ("<p hidden>请先登录</p>", "hidden", "请先登录"),
    ("<span class=\"katex-html\">E=mc</span>", "formula-rendering", "E=mc"),
    ("<pre><button>复制代码</button>get(k)\nset(k)</pre>", "control", "复制代码"),
    ("<pre>get(k)\nset(k)\n复制</pre>", "control", "复制"),
    ("<table><tr><th>键</th><th>值</th></tr><tr><td>k<button>展开</button></td><td>v</td></tr></table>", "control", "展开"),
  ])
  func areNamed(html: String, rule: String, text: String) throws {
    let document = try Self.document(html)
    #expect(document.hidden.map(\.text) == [text])
    #expect(document.hidden.map(\.rule) == [rule])
    #expect(!document.lines.contains { $0.text.contains(text) })
  }

  @Test(arguments: [
    "<div class=\"toolbar\">先加锁，再回源。</div>", "<button>先加锁，再回源。行不行？</button>", "<p class=\"copy\">先加锁，再回源。</p>",
    "<table>先加锁，再回源。<tr><th>键</th><th>值</th></tr><tr><td>k</td><td>v</td></tr></table>",
  ])
  func areNone(html: String) throws {
    let document = try Self.document(html)
    #expect(document.hidden.isEmpty)
    #expect(document.lines.contains { $0.text.hasPrefix("先加锁，再回源。") })
  }

  @Test func areNotTheNumbersOfLinesOfCode() throws {
    let rows = (1...4).map { "<tr><td class=\"hljs-ln-numbers\">\($0)</td><td>get(\($0))</td></tr>" }.joined()
    #expect(try Self.document("<pre><table>\(rows)</table></pre>").hidden.isEmpty)
  }
}
