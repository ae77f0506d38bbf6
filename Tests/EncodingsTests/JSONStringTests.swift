import Encodings
import Foundation
import Testing

@Suite struct JSONStringTests {
  @Test(arguments: [
    ("", #""""#), ("注意力", #""注意力""#), ("a\"b\\c\n", #""a\"b\\c\n""#), ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
    ("</script>", #""\u003c/script>""#), ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#), ("\u{2027}\u{202A}“", "\"\u{2027}\u{202A}“\""),
  ])
  func escapesWhatEndsAStringOrAScript(text: String, expected: String) {
    #expect(jsonString(text) == expected)
  }

  @Test func isReadBackAsItWas() throws {
    let text = String(String.UnicodeScalarView((0 as UInt32..<0x3000).compactMap(Unicode.Scalar.init)))
    let read = try JSONSerialization.jsonObject(with: Data(jsonString(text).utf8), options: .fragmentsAllowed)
    #expect((read as? String).map { Array($0.utf8) } == Array(text.utf8))
  }
}
