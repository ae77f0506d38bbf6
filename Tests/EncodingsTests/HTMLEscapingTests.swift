import Encodings
import Testing

@Suite struct HTMLEscapingTests {
  private func escaped(_ text: String, special: ASCIISet = .markup) -> String {
    var bytes: [UInt8] = []
    Array(text.utf8).withUnsafeBufferPointer { bytes.appendEscaped($0, special: special) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""), ("注意力", "注意力"), ("<a b=\"c\" d='e'>&amp;", "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;"), ("&", "&amp;"),
    ("甲<乙", "甲&lt;乙"), ("a\u{0}|~", "a\u{0}|~"),
  ])
  func escapesTheFiveAndNothingElse(text: String, expected: String) {
    #expect(escaped(text) == expected)
    var bytes = Array("x".utf8)
    bytes.appendEscaped(text)
    #expect(String(decoding: bytes, as: UTF8.self) == "x" + expected)
  }

  @Test func leavesApostrophesInDoubleQuotes() {
    #expect(escaped("\"it's\"", special: .doubleQuotedMarkup) == "&quot;it's&quot;")
  }

  @Test func tellsEveryByteApart() {
    let set = ASCIISet("&<>\"'")
    #expect((0...UInt8.max).filter(set.contains) == Array("\"&'<>".utf8))
  }
}
