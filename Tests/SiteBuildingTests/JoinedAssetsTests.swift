import Testing

@testable import SiteBuilding

@Suite struct JoinedAssetsTests {
  @Test(arguments: [
    (
      [("a/2.js", "two"), ("a/1.js", "one"), ("b.js", "b")],
      ["a.js": "(function () {\n\"use strict\";\none\ntwo\n})();\n", "b.js": "b"]
    ),
    ([("a/1.js", "one"), ("a/x.css", "x")], ["a/1.js": "one", "a/x.css": "x"]),
    ([("a/1.js", "one"), ("a/b/2.js", "two")], ["a/1.js": "one", "a/b/2.js": "two"]),
    ([("a/1.js", "one"), ("a.js", "own")], ["a.js": "own"]),
    ([("a/2.css", "two"), ("a/1.css", "one")], ["a.css": "one\ntwo"]),
  ])
  func joinsFoldersOfOneSort(files: [(String, String)], expected: [String: String]) {
    let assets = Dictionary(uniqueKeysWithValues: files.map { ($0.0, Array($0.1.utf8)) })
    #expect(JoinedAssets.join(assets).mapValues { String(decoding: $0, as: UTF8.self) } == expected)
  }

  @Test func putsOnePartOfAThemeInThePlaceOfItsNamesake() throws {
    let part = "assets/search/70-recent.js"
    #expect(EmbeddedFiles.all[part] != nil)
    let (theme, _) = Theme.make(overrides: [part: Array("const MINE = 1;\n".utf8)], displayFolder: "Templates", languages: [])
    let script = String(decoding: try #require(theme.assets["search.js"]), as: UTF8.self)
    #expect(script.contains("\nconst MINE = 1;\n") && !script.contains("const RECENT") && script.contains("class BitReader"))
    #expect(!theme.assets.keys.contains { $0.hasPrefix("search/") })
  }
}
