import Testing

@testable import MarkdownTree

@Suite struct FormulaTextTests {
  @Test(arguments: [
    (#"\frac{QK^\top}{\sqrt{d_k}}"#, "QK^⊤/√d_k"), (#"2\times 3\,\mathrm{GB}"#, "2× 3 GB"), ("O(n^2)", "O(n^2)"),
    (#"\{x \mid x \geq 0\}"#, "{x | x ≥ 0}"), (#"\unknown x"#, "unknown x"), ("}{{", ""), (#"\"#, ""),
  ])
  func readsAFormulaAsText(tex: String, expected: String) {
    #expect(String(decoding: FormulaText.plain(tex.utf8), as: UTF8.self) == expected)
  }

  @Test func putsFormulasIntoSummaries() {
    #expect(MarkdownTree.parse(#"复杂度是 $O(n^2 \cdot d)$。"#).tree.firstParagraph == "复杂度是 O(n^2 · d)。")
  }
}
