import Testing
import Typesetting

@Suite struct FormulaTypesetterTests {
  let typesetter = FormulaTypesetter()

  @Test func writesMathMLWithoutAScript() throws {
    let text = try typesetter.mathML(#"\mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V"#, isDisplay: true)
    #expect(text.hasPrefix("<math") && text.hasSuffix("</math>"))
    #expect(text.contains("<mi>softmax</mi>") && text.contains("<mfrac>") && text.contains("<msqrt>"))
    #expect(text.contains("display=\"block\"") && !text.contains("annotation"))
  }

  @Test(arguments: [
    (#"\mathbb{R}"#, "ℝ"), (#"\mathbb{E}"#, "𝔼"), (#"\mathcal{L}"#, "ℒ"), (#"\mathcal{N}"#, "𝒩"), (#"\mathbf{W}"#, "𝐖"),
  ])
  func writesStyledLettersAsUnicodeKnowsThem(tex: String, letter: String) throws {
    let text = try typesetter.mathML(tex, isDisplay: false)
    #expect(text.contains(">\(letter)<") && !text.contains("mathvariant"), "\(text)")
  }

  @Test(arguments: [
    #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#, #"\begin{aligned} a &= b \\ c &= d \end{aligned}"#,
    #"\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}"#, #"\underbrace{a+b}_{n}"#, #"\text{中文}"#, #"\sum_{i=1}^{n} \hat{x}_i"#,
  ])
  func readsWhatPagesUse(tex: String) throws {
    #expect(try typesetter.mathML(tex, isDisplay: true).hasPrefix("<math"))
  }

  @Test(arguments: [#"\frac{1}"#, #"\unknowncommand"#, "a_b_c", "{", #"\def\a{\a\a}\a"#])
  func saysWhatIsWrong(tex: String) {
    #expect(throws: FormulaTypesetter.Fault.self) { try typesetter.mathML(tex, isDisplay: false) }
  }

  @Test(arguments: [#"\href{javascript:alert(1)}{x}"#, "<script>alert(1)</script>", #"\text{</math><script>}"#, #"\htmlClass{a}{b}"#])
  func letsNoMarkupThrough(tex: String) {
    let text = (try? typesetter.mathML(tex, isDisplay: false)) ?? ""
    #expect(!text.contains("<script") && !text.contains("javascript:") && !text.contains("class=\"a\""))
  }

  /// Operands touched the names of functions, and a function as an index made a `<msub>` of three children.
  @Test(arguments: [
    ("p\\log p", "<mi>p</mi><mrow>␣<mi>log</mi>ƒ␣</mrow><mi>p</mi>"), ("-\\ln(x)", "<mo>−</mo><mrow><mi>ln</mi>ƒ</mrow><mo"),
    ("(a)\\max b", ")</mo><mrow>␣<mi>max</mi>ƒ␣</mrow>"), ("x_{\\max}", "<msub><mi>x</mi><mrow><mi>max</mi>ƒ</mrow></msub>"),
    ("x_{\\max}^2", "<mrow><mi>max</mi>ƒ␣</mrow><mn>2</mn></msubsup>"),
    ("2\\log_2 n", "<mrow><mrow>␣<mi>log</mi>ƒ</mrow></mrow><mn>2</mn></msub>"),
  ])
  func setsNamedFunctionsApart(tex: String, expected: String) throws {
    let text = try typesetter.mathML(tex, isDisplay: false)
      .replacing("<mspace width=\"0.1667em\"/>", with: "␣").replacing("<mo>\u{2061}</mo>", with: "ƒ")
    #expect(text.contains(expected), "\(text)")
  }

  @Test func answersTheSameOnManyThreads() async throws {
    let expected = try typesetter.mathML("x^2", isDisplay: false)
    await withTaskGroup(of: String?.self) { group in
      for _ in 0..<64 { group.addTask { try? typesetter.mathML("x^2", isDisplay: false) } }
      for await text in group { #expect(text == expected) }
    }
  }
}
