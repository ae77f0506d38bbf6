import Encodings
import Testing

@Suite struct PercentEncodingTests {
  @Test(arguments: [
    ("", ""), ("a b", "a b"), ("%E6%B3%A8%e6%84%8f", "注意"), ("a%2Fb", "a/b"), ("%25%32%35", "%25"),
  ])
  func decodes(text: String, expected: String) {
    #expect(PercentEncoding.decode(text) == expected)
    #expect(PercentEncoding.decodeLeniently(text) == expected)
  }

  @Test(arguments: ["%", "a%2", "%+A", "%-1", "%G0", "%0G", "%%41", "% 41", "%FF", "%E6%B3", "100%注"])
  func refusesWhatIsNoEscapeOrNoText(text: String) {
    #expect(PercentEncoding.decode(text) == nil)
  }

  @Test(arguments: [("%+A", "%+A"), ("%", "%"), ("a%2", "a%2"), ("%%41", "%A"), ("100%注%41", "100%注A"), ("%FF%41", "%FF%41")])
  func leavesWhatPeopleMeantOtherwise(text: String, expected: String) {
    #expect(PercentEncoding.decodeLeniently(text) == expected)
  }

  @Test func readsPlusAsASpaceInFormsAlone() {
    #expect(PercentEncoding.decodeFormValue("a+b%2Bc+%E6%B3%A8") == "a b+c 注")
    #expect(PercentEncoding.decodeLeniently("a+b") == "a+b")
  }

  @Test func encodesWhatIsNotKept() {
    #expect(PercentEncoding.encode("a/b c~注\n", keeping: .unreservedAndSlash) == "a/b%20c~%E6%B3%A8%0A")
    #expect(PercentEncoding.encode("a/b&é", keeping: .pathPart) == "a%2Fb&%C3%A9")
  }

  @Test func decodesWhatItEncoded() {
    let text = String(String.UnicodeScalarView((0 as UInt32..<0x3000).compactMap(Unicode.Scalar.init)))
    #expect(PercentEncoding.decode(PercentEncoding.encode(text, keeping: .pathPart)) == text)
  }
}
