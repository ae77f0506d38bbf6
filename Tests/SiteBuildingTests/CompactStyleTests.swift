import Testing

@testable import SiteBuilding

@Suite struct CompactStyleTests {
  @Test(arguments: [
    ("/* one\n two */\na { b: c; }\n\n  d { e: f; }\n", "a { b: c; }\nd { e: f; }\n"),
    ("a { content: \"/* kept */\"; }\n", "a { content: \"/* kept */\"; }\n"),
    ("a { content: \"\\\"/*\"; } /* b */\nc {}\n", "a { content: \"\\\"/*\"; } \nc {}\n"),
    ("a {} /* never closed", "a {} "),
    ("a {} /*/ not closed by itself */ b {}", "a {}  b {}"),
  ])
  func takesAwayWhatOnlyAuthorsRead(sheet: String, expected: String) {
    #expect(String(decoding: CompactStyle.compact(Array(sheet.utf8)), as: UTF8.self) == expected)
  }
}
