import Testing

@testable import Importing

@Suite struct CodeRunsTests {
  /// The lines, those of code marked by `|`, those of fences by `=`.
  static func read(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let roles = CodeRuns(lines).roles
    return lines.indices.map { index in
      switch roles[index] {
      case .code: "|" + lines[index]
      case .fence: "=" + lines[index]
      case nil: lines[index]
      }
    }.joined(separator: "\n")
  }

  @Test(arguments: [
    // A comment is no heading, and the first one belongs to what follows.
    """
    先写库：
    |# 伪代码
    |def update(key):
    |    # 1. 先写库
    |    db.save(key)
    |
    |    return key
    再删缓存。
    """,
    """
    |cat access.log | grep 404 | wc -l
    |# 或者
    |awk '$9==404' access.log
    """,
    // Statements without semicolons, lines that tell nothing alone, brackets outside.
    """
    |function debounce(fn, wait) {
    |  let timer = null
    |  return function (...args) {
    |    clearTimeout(timer)
    |  }
    |}
    节流类似。
    """,
    """
    |Thread worker = new Thread(() -> {
    |    // 检查标志
    |    while (!stopped()) {
    |    }
    |});
    """,
    """
    |SELECT MAX(salary)
    |FROM employee
    |WHERE id < 3;
    也可以用窗口函数。
    """,
    """
    写在配置里：
    |spring:
    |  datasource:
    |    url: jdbc:mysql://localhost/db
    |    # 密码
    |    password: x
    """,
    """
    |{
    |  "alg": "HS256",
    |  "typ": "JWT"
    |}
    """,
    """
    |kubectl get pods -n prod
    |docker run nginx
    |pip install torch
    看事件。
    """,
    """
    |FROM golang:1.22
    |WORKDIR /src
    |COPY . .
    """,
    """
    |server {
    |    listen 80;
    |    location / {
    |        proxy_pass http://a;
    |    }
    |}
    """,
    """
    |def load(path):
    |    \"""读文件。
    |    没有时报错。
    |    \"""
    |    return open(path)
    """,
    // Fences of Markdown that was saved as text.
    """
    =```go
    |// 启动
    |go f()
    =```
    # 标题
    """,
    // What only looks like code.
    "title: Something\ndate: 2024-01-01\nauthor: me",
    "Use docker to run the image, then check that it works.\nmake sure that it is there.",
    "https://example.com/?a=b_c",
    "[文档](https://example.com/a(b))\n![stars](https://example.com/s=1)",
    "# 第一章\n正文在这里。\n# 第二章\n正文在这里。",
    "1. Docker\n2. Kubernetes\n3. Nginx",
    "GPT-4\nLlama 3\nQwen",
    "优点：训练快(fast);\n缺点：显存大",
    "import 和 require 有什么区别？",
    "O(n^2)",
  ]) func findsCodeInPlainText(_ marked: String) {
    let plain = marked.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("|") || $0.hasPrefix("=") ? String($0.dropFirst()) : String($0) }.joined(separator: "\n")
    let expected = marked.split(separator: "\n", omittingEmptySubsequences: false).map { $0 == "|" ? "" : String($0) }.joined(
      separator: "\n")
    #expect(Self.read(plain) == expected)
  }

  @Test func keepsIndentAndBlankLinesOfCode() async {
    let page = await NormalizationTests.normalized("1. 如何反转链表？\n用指针。\ndef f(x):\n    y = x\n\n    return y\n\n完。\n2. 什么是栈？\n后进先出。\n")
    #expect(page.items.first?.body.markdown == "用指针。\n\n```\ndef f(x):\n    y = x\n\n    return y\n```\n\n完。")
  }

  @Test func takesNoListOutOfAnEnumerationOfNumbers() async {
    let text = "1. 负载怎么看？\n1、5、15 分钟内的平均值。\n80、443 是网页的端口。\n2. 步骤有哪些？\n1、取数\n2、清洗\n"
    let items = await NormalizationTests.normalized(text).items
    #expect(items.first?.body.markdown == "1、5、15 分钟内的平均值。\n\n80、443 是网页的端口。")
    #expect(items.last?.body.markdown == "1. 取数\n2. 清洗")
  }
}
