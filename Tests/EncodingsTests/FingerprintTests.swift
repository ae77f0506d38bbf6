import Encodings
import Testing

@Suite struct FingerprintTests {
  /// The vectors that the authors publish with the algorithm, and one with leading noughts.
  @Test(arguments: [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"), ("page 52800", "00d95310f6e4c63f"),
  ])
  func isThatOfTheAuthors(text: String, expected: String) {
    #expect(Fingerprint(text.utf8).hexadecimal == expected)
  }

  @Test func takesWiderUnitsInOneStep() {
    #expect(Fingerprint("a".utf16) == Fingerprint("a".utf8))
    #expect(Fingerprint([0x0161] as [UInt16]) != Fingerprint([0x61] as [UInt16]))
  }
}
