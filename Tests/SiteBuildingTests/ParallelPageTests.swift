import ContentModel
import SyntheticCorpus
import Testing

@testable import SiteBuilding

/// Both languages of a page side by side, and what a translation says when its source changes.
@Suite struct ParallelPageTests {
  static func html(_ text: String, prefix: String) -> String {
    String(decoding: MovedHTML.moved(Array(text.utf8)[...], idPrefix: prefix), as: UTF8.self)
  }

  @Test(arguments: [
    ("<a href=\"../x/\">", "<a href=\"../../x/\">"), ("<a href=\"./\">", "<a href=\".././\">"), ("<a href=\"#a\">", "<a href=\"#en-a\">"),
    ("<h2 id=\"a\">", "<h2 id=\"en-a\">"), ("<img src=\"f.png\" alt=\"\">", "<img src=\"../f.png\" alt=\"\">"),
    ("<a href=\"https://e.org/a\">", "<a href=\"https://e.org/a\">"), ("<a href=\"mailto:a@b.c\">", "<a href=\"mailto:a@b.c\">"),
    ("<p>a id=&quot;b&quot; href=</p>", "<p>a id=&quot;b&quot; href=</p>"), ("<path fill=\"url(#a)\">", "<path fill=\"url(#en-a)\">"),
    ("", ""), (" href=\"", " href=\"../"),
  ])
  func movesAddressesAndIDs(html: String, moved: String) { #expect(Self.html(html, prefix: "en-") == moved) }

  static func pairs(_ left: [(Int, Int)], _ right: [(Int, Int)]) -> [[Int?]] {
    PassageAlignment.align(left.map { .init(level: $0, length: $1) }, right.map { .init(level: $0, length: $1) }).map {
      [$0.left, $0.right]
    }
  }

  @Test func pairsPassagesOfLikeLevelAndLength() {
    #expect(Self.pairs([(0, 9), (2, 50)], [(0, 20), (2, 120)]) == [[0, 0], [1, 1]])
    #expect(Self.pairs([(0, 9), (2, 500), (2, 80)], [(0, 20), (2, 90)]) == [[0, 0], [1, nil], [2, 1]])
    #expect(Self.pairs([(2, 50)], [(3, 50)]).count == 2)
    #expect(Self.pairs([], [(2, 50)]) == [[nil, 0]] && Self.pairs([], []).isEmpty)
  }

  @Test func showsEveryPassageOnceInOrder() {
    var generator = SplitMix64(seed: 4)
    for _ in 0..<300 {
      func passages() -> [(Int, Int)] {
        (0..<Int.random(in: 0...9, using: &generator)).map { _ in
          (Int.random(in: 2...4, using: &generator), Int.random(in: 0...900, using: &generator))
        }
      }
      let (left, right) = (passages(), passages())
      let found = Self.pairs(left, right)
      #expect(found.compactMap(\.[0]) == Array(left.indices) && found.compactMap(\.[1]) == Array(right.indices))
      for pair in found { if let i = pair[0], let j = pair[1] { #expect(left[i].0 == right[j].0) } }
    }
  }

  static func site(hash: String) -> TestSite {
    TestSite([
      "terms/a.zh.md": "---\ntitle: 甲甲\n---\n定义。\n\n## 用处\n\n见 [乙](b.md)。\n",
      "terms/a.en.md": "---\ntitle: Alpha\ntranslated-from: \(hash)\n---\nDefinition.\n\n## Use\n\nSee [beta](b.md).\n",
      "terms/b.zh.md": "---\ntitle: 乙乙\n---\n乙。\n",
    ])
  }

  @Test func showsBothLanguagesAndLeadsThere() async throws {
    let output = await Self.site(hash: "0000000000000000").build()
    #expect(try output.main("zh/terms/a/index.html").contains("href=\"parallel/\""))
    #expect(output.text("zh/terms/b/parallel/index.html") == nil && output.text("en/terms/b/parallel/index.html") == nil)
    for (language, first) in [("zh", "定义。"), ("en", "Definition.")] {
      let main = try output.main("\(language)/terms/a/parallel/index.html")
      #expect(main.contains("href=\"../../b/\"") && main.ranges(of: "class=\"pair\"").count == 2)
      let place = try #require(main.firstRange(of: first))
      #expect(main[place.upperBound...].contains(language == "zh" ? "Definition." : "定义。"))
    }
    #expect(output.text("zh/terms/a/parallel/index.html")?.contains("noindex") == true)
    #expect(output.text("sitemap.xml")?.contains("parallel") == false)
  }

  @Test func saysThatATranslationIsBehindItsSource() async throws {
    let stale = await Self.site(hash: "0000000000000000").build()
    #expect(try stale.main("en/terms/a/index.html").contains("has changed since"))
    #expect(try !stale.main("zh/terms/a/index.html").contains("后来有改动"))
    let source = try #require(Self.site(hash: "").input().corpus.document(DocumentID(section: .terms, slug: "a"), in: .chinese))
    let current = await Self.site(hash: source.translationHash).build()
    #expect(try !current.main("en/terms/a/index.html").contains("has changed since"))
  }
}
