import Testing

@testable import MarkdownTree

@Suite struct FormulaTextTests {
  @Test(arguments: [
    (#"\frac{QK^\top}{\sqrt{d_k}}"#, "QK^⊤/√dₖ"), (#"2\times 3\,\mathrm{GB}"#, "2×3 GB"), ("O(n^2)", "O(n²)"),
    (#"\lVert g\rVert_2^2"#, "‖g‖₂²"), (#"W_0\in\mathbb R^{d\times k}"#, "W₀∈R^(d×k)"), (#"\frac{a+b}{2}"#, "(a+b)/2"),
    ("W_{\\text{up}}", "W_up"),
    (#"x^{-1}"#, "x⁻¹"), (#"\frac12"#, "1/2"), (String(repeating: "{", count: 5000), ""), (#"\frac"#, "/"),
    (#"\{x \mid x \geq 0\}"#, "{x | x ≥ 0}"), (#"\unknown x"#, "unknown x"), ("}{{", ""), (#"\"#, ""),
  ])
  func readsAFormulaAsText(tex: String, expected: String) {
    #expect(String(decoding: FormulaText.plain(tex.utf8), as: UTF8.self) == expected)
  }

  @Test(arguments: ["^", "\\frac", "{_"]) func survivesWhatHasNoEnd(part: String) {
    #expect(FormulaText.plain(String(repeating: part, count: 50_000).utf8).count <= 50_000 * 5)
  }

  @Test func putsFormulasIntoSummaries() {
    #expect(MarkdownTree.parse(#"复杂度是 $O(n^2 \cdot d)$。"#).tree.firstParagraph == "复杂度是 O(n² · d)。")
  }
}
