import Testing

@testable import Importing

@Suite struct MarkerParserTests {
  /// Families and numbers of the marks, then the content.
  static func read(_ text: String) -> String {
    let folded = FoldedLine(text, disguises: Disguises())
    let marked = MarkerParser.parse(folded.text, wording: ImportRules.standard.wording)
    let marks = marked.markers.map { $0.family.rawValue + ($0.path.isEmpty ? "" : " " + $0.path.map(String.init).joined(separator: ".")) }
    return (marks + [String(folded.text[marked.contentStart...])]).joined(separator: "|")
  }

  @Test(arguments: [
    ("1. 什么是微调?", "decimal 1|什么是微调?"),
    ("12、区别", "decimal 12|区别"),
    ("1.2.3 复读机", "decimal 1.2.3|复读机"),
    ("1.7大模型", "decimal 1.7|大模型"),
    ("2 大模型进阶", "decimal 2|大模型进阶"),
    ("12.、Claude", "decimal 12|Claude"),
    ("1)步骤", "decimal 1|步骤"),
    ("(3) 步骤", "bracketed 3|步骤"),
    ("(三)步骤", "han 3|步骤"),
    ("一、概述", "han 1|概述"),
    ("二十三、 概述", "han 23|概述"),
    ("第一章 绪论", "chapter 1|绪论"),
    ("答案 3 是对的", "答案 3 是对的"),
    ("(a) 灰度", "(a) 灰度"),
    ("Part B 问答", "chapter 2|问答"),
    ("Part II 进阶", "chapter 2|进阶"),
    ("Part XIV: Serving", "chapter 14|Serving"),
    ("Section 5 covers caching", "Section 5 covers caching"),
    ("第3题:为什么", "question 3|为什么"),
    ("① 甲", "circled 1|甲"),
    ("a) 甲", "letter 1|甲"),
    ("• 甲", "bullet|甲"),
    ("- 1. 甲", "bullet|decimal 1|甲"),
    ("📦目前", "pictograph|目前"),
    ("⭐⭐[高频] 目前", "pictograph|tag|目前"),
    ("## 3. 目前", "hash 2|decimal 3|目前"),
    ("Q1:为什么", "question 1|为什么"),
    ("面试题 2：为什么", "question 2|为什么"),
    ("问:为什么", "question|为什么"),
    ("答:因为", "answer|因为"),
    ("【参考答案】因为", "answer|因为"),
    ("回答(如果有经验):因为", "answer|因为"),
    ("参考答案", "answer|"),
    // Quantities, versions, years, options are no numbers of an item.
    ("175B、60B 等", "175B、60B 等"),
    ("3 种方法", "3 种方法"),
    ("2017年谷歌", "2017年谷歌"),
    ("1.5 倍", "1.5 倍"),
    ("3.14", "3.14"),
    ("1,000 步", "1,000 步"),
    ("-1 到 1", "-1 到 1"),
    ("--flag", "--flag"),
    ("一种方法", "一种方法"),
    ("问题在于", "问题在于"),
    ("答案是三", "答案是三"),
    ("1.3D 打印", "decimal 1|3D 打印"),
    ("1、5、15 分钟", "1、5、15 分钟"),
    ("2.3k", "2.3k"),
    ("###3. 题?###", "hash 3|decimal 3|题?###"),
    ("#标签", "#标签"),
  ])
  func readsMarks(_ text: String, _ expected: String) {
    #expect(Self.read(text) == expected)
  }
}
