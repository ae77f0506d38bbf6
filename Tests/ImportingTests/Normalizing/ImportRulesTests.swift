import Importing
import Testing

@Suite struct ImportRulesTests {
  static func actions(_ text: String, _ rules: ImportRules) async -> [LineVerdict] {
    await normalize([ScrapedDocument(path: "page.txt", text: text)], rules: rules)[0].verdicts
  }

  @Test func takesPhrasesOfTheUser() async throws {
    let rules = try ImportRules.standard.extended(
      with: """
        phrases:
          - rule: forum-signature
            action: strip
            phrases: [^来自…论坛的小尾巴$]
        """)
    let verdicts = await Self.actions("什么是微调?\n在预训练之后继续训练。\n来自 某某 论坛的小尾巴\n", rules)
    #expect(verdicts.map(\.action) == [.keep, .keep, .strip])
    #expect(verdicts[2].rule == "forum-signature")
  }

  @Test func knowsHashedLines() async throws {
    let hash = LineHash.text(of: "本站 的每一页都有 这一行！")
    let rules = try ImportRules.standard.extended(with: "boilerplate: [\(hash)]")
    let verdicts = await Self.actions("什么是微调?\n在预训练之后继续训练。\n本站的每一页都有这一行\n", rules)
    #expect(verdicts.map(\.action) == [.keep, .keep, .strip])
    #expect(verdicts[2].rule == "known-line")
  }

  @Test func shipsHashedLines() async {
    let verdicts = await Self.actions("什么是微调?\n在预训练之后继续训练。\n已经到底了，没有更多内容\n", .standard)
    #expect(verdicts.map(\.rule) == ["content", "content", "known-line"])
  }

  @Test(arguments: [
    ("title: x\nimport:\n  phrasse: []", "phrases", 3), ("import: {questions: {wrods: [咋]}}", "words", 1),
    ("import:\n  fields:\n    autor: [作者]", "author", 3), ("import:\n  phrases:\n    - rule: x\n      acton: strip", "action", 4),
  ])
  func namesTheKeyThatWasMeant(yaml: String, key: String, line: Int) {
    let error = #expect(throws: ImportRulesError.self) { try ImportRules.standard.extended(with: yaml, section: "import") }
    #expect(error?.line == line && error?.suggestion == "write \"\(key)\"")
  }

  @Test(arguments: [
    ("phrases: 3", 1), ("phrases:\n  - action: strip", 2), ("phrases:\n  - rule: x\n    action: burn\n    phrases: []", 2), ("a: b: c", 1),
  ])
  func tellsTheLineOfAFault(_ yaml: String, _ line: Int) {
    let error = #expect(throws: ImportRulesError.self) { try ImportRules.standard.extended(with: yaml) }
    #expect(error?.line == line)
  }

  @Test(arguments: [
    ("phrases:\n  - rule: x\n    weight: heavy\n    phrases: [广告]", 3),
    ("phrases:\n  - rule: x\n    phrases:\n      - 广告\n      - '!!!'", 5),
    ("boilerplate:\n  - zzzz", 2),
  ])
  func refusesValuesThatMeanNothing(yaml: String, line: Int) {
    let error = #expect(throws: ImportRulesError.self) { try ImportRules.standard.extended(with: yaml) }
    #expect(error?.line == line)
  }
}
