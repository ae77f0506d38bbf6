import Testing

@testable import Terminology

@Suite struct TermTableTests {
  @Test func readsARowAsItsNamesInBrackets() {
    let table = TermTable(head: ["中文", "**英文全称**", "英文缩写"])
    #expect(table?.sentence(["检索增强生成", "Retrieval-Augmented Generation", "`RAG`"]) == "检索增强生成（Retrieval-Augmented Generation，RAG）")
    #expect(table?.sentence(["上下文窗口", "Context Window", "-"]) == "上下文窗口（Context Window）")
    #expect(table?.sentence(["上下文窗口", "", ""]) == nil)
    #expect(
      TermTable(head: ["Abbreviation", "Full name"])?.sentence(["RAG", "Retrieval-Augmented Generation"])
        == "Retrieval-Augmented Generation（RAG）")
    #expect(TermTable(head: ["序号", "英文", "中文"])?.sentence(["1", "Mixture of Experts", "混合专家"]) == "混合专家（Mixture of Experts）")
  }

  @Test func readsNoOtherTable() {
    #expect(TermTable(head: ["模型", "架构", "任务"]) == nil)
    #expect(TermTable(head: ["名称", "参数量"]) == nil)
    #expect(TermTable(head: []) == nil)
  }
}
