import Testing

@testable import HanText

@Suite struct ScalarTextTests {
  @Test(arguments: ["", "abc", "é ñ", "大模型，LLM", "𠮷😀", "a\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"])
  func writesScalarsAsTheyWere(text: String) { #expect(String(scalars: Array(text.unicodeScalars)) == text) }

  @Test func findsAScalarAmongThoseOfALiteral() {
    for scalar in "，。；a(é😀".unicodeScalars { #expect(scalar.isOne(of: "，。；a(é😀")) }
    for scalar in "、b)è😁\u{C}".unicodeScalars { #expect(!scalar.isOne(of: "，。；a(é😀")) }
    #expect(("x" as Unicode.Scalar).isOne(of: "x"))
    #expect(!("x" as Unicode.Scalar).isOne(of: ""))
  }
}
