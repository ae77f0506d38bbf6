import Testing

@testable import Importing

@Suite struct NamedReferenceTests {
  @Test func knowsAllOfHTML() {
    #expect(NamedReferences.scalars(of: "NotEqualTilde") == ["\u{2242}", "\u{338}"])
    #expect(NamedReferences.scalars(of: "CounterClockwiseContourIntegral") == ["\u{2233}"])
    #expect(NamedReferences.scalars(of: "Tilde") != nil && NamedReferences.scalars(of: "tildes") == nil)
  }

  @Test(arguments: [
    ("a &NotEqualTilde; b", "a ≂̸ b"), ("&amp;lt;", "&#38;lt;"), ("&nvlt;", "&#60;⃒"), ("1 &copy 2", "1 © 2"), ("?a&copy=1", "?a&copy=1"),
    ("&none; &", "&none; &"), ("&&hellip;&", "&…&"), ("&NewLine;", "&#10;"), ("", ""),
  ])
  func resolvesThemInTheSource(source: String, resolved: String) {
    #expect(String(decoding: NamedReferences.resolve(Array(source.utf8)), as: UTF8.self) == resolved)
  }

  @Test func readsThemInTextAndCode() async throws {
    let html = "<p>当 x &NotEqualTilde; y 时，&amp;boxplus; 也行。</p><pre><code>a &thickapprox; &amp;boxplus; b</code></pre>"
    let lines = try ScrapedDocument(path: "a.html", html: Array(html.utf8)).lines.map(\.text)
    #expect(lines == ["当 x ≂̸ y 时，⊞ 也行。", "a ≈ &boxplus; b"])
  }
}
