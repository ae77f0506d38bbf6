import Importing
import Testing

/// Formulas of pages on which no script has drawn them.
@Suite struct FormulaTests {
  static func answer(_ text: String) async -> String? {
    await NormalizationTests.normalized("数学问答\n1、怎么写？\n\(text)\n2、还有呢？\n没有了。\n").items.first?.body.markdown
  }

  @Test(arguments: [
    (#"令 \(x_i\) 为输入，\(O(n \log n)\) 的时间。"#, #"令 $x_i$ 为输入，$O(n \log n)$ 的时间。"#), (#"共有 \(n\) 个，\(k = 3\)。"#, "共有 $n$ 个，$k = 3$。"),
    (#"记作 \(ABC\)，即三角形。"#, "记作 ${ABC}$，即三角形。"), (#"\[ y = \frac{a}{b} \]"#, "$$\ny = \\frac{a}{b}\n$$"),
    (
      "展开：\n\\[\n\\begin{aligned}\na &= b \\\\\nc &= d\n\\end{aligned}\n\\]\n得证。",
      "展开：\n\n$$\n\\begin{aligned}\na &= b \\\\\nc &= d\n\\end{aligned}\n$$\n\n得证。"
    ), ("展开：\n$$\n\\nabla f = (a, b)\n$$\n得证。", "展开：\n\n$$\n\\nabla f = (a, b)\n$$\n\n得证。"),
  ])
  func readsTheDelimitersOfTeX(text: String, expected: String) async { #expect(await Self.answer(text) == expected) }

  @Test(arguments: [
    #"程序在 C:\(x86)\bin 下。"#, #"正则 \(\d+\) 匹配括号里的数。"#, #"用 sed 's/\(a\)b/\1/' 替换。"#, #"代码 `\(x\)` 原样写。"#,
    #"日志里的 \[ERROR\] 要转义。"#, #"左括号写成 \( 就行。"#, "一个 $5，两个 $9。", "变量 $HOME 和 $PATH 都在。",
  ])
  func takesNothingElseForAFormula(text: String) async throws {
    let answer = try #require(await Self.answer(text))
    #expect(answer.replacing("\\$", with: "").contains("$") == false)
  }

  @Test func readsThemInHTML() async throws {
    let answer = #"<p>令 \(x_i\) 为输入，<code>\(x\)</code> 不变。</p><p>\[ y = x^2 \]</p>"#
    let page = "<article><h1>数学问答</h1><h2>1. 怎么写？</h2>\(answer)<h2>2. 还有呢？</h2><p>没有了。</p></article>"
    #expect(try await HTMLItemTests.items(page).first?.body.markdown == "令 $x_i$ 为输入，`\\(x\\)` 不变。\n\n$$\ny = x^2\n$$")
  }
}
