import ContentModel
import Diagnostics
import Testing

@testable import SiteBuilding

@Suite struct AddressTests {
  @Test(arguments: [
    ("zh/terms/a/", "zh/terms/b/", "../b/"), ("zh/terms/a/", "zh/terms/a/", "./"), ("zh/terms/a/", "", "../../../"),
    ("zh/terms/a/", "en/terms/a/", "../../../en/terms/a/"), ("", "zh/", "zh/"), ("zh/", "assets/x.css", "../assets/x.css"),
    ("zh/terms/a/", "zh/feed.xml", "../../feed.xml"), ("zh/terms/", "zh/terms/a/", "a/"), ("zh/terms/a/", "zh/terms/", "../"),
  ])
  func findsTheShortestRelativeAddress(from: String, to: String, expected: String) {
    #expect(Permalink(from).relative(to: to) == expected)
  }

  static let resolver = LinkResolver(
    corpus: Corpus(
      ["terms/lora.zh.md", "questions/why.zh.md", "pages/about.en.md"].compactMap {
        Document.decode(.init(path: $0, text: "---\ntitle: x\n---\n"), path: $0, languages: [.chinese, .english]).0
      }), assets: ["a b.svg"], languages: [.chinese, .english])

  @Test(arguments: [
    "lora", "lora.md", "lora.zh.md", "./lora.zh.md", "../terms/lora.md", "terms/lora", "/zh/terms/lora/", "/terms/lora/index.html",
    "../../terms/lora/", "Content/terms/lora.zh.md",
  ])
  func understandsEveryWayToNameAPage(destination: String) {
    let origin = DocumentID(section: .terms, slug: "other")
    #expect(Self.resolver.resolve(destination, from: origin) == .document(DocumentID(section: .terms, slug: "lora"), anchor: nil))
  }

  @Test func tellsAnchorsAssetsListsAndOtherSitesApart() {
    let origin = DocumentID(section: .questions, slug: "q")
    #expect(Self.resolver.resolve("why#a%20b", from: origin) == .document(DocumentID(section: .questions, slug: "why"), anchor: "a b"))
    #expect(Self.resolver.resolve("#x", from: origin) == .ownAnchor("x"))
    #expect(Self.resolver.resolve("../assets/a%20b.svg", from: origin) == .asset("a b.svg"))
    #expect(Self.resolver.resolve("/zh/terms/", from: origin) == .list(.terms))
    #expect(Self.resolver.resolve("https://example.org", from: origin) == .external)
    #expect(Self.resolver.resolve("mailto:a@example.org", from: origin) == .external)
    #expect(Self.resolver.resolve("lora", from: origin) == .dead(nearest: nil))
  }
}
