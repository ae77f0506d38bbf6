import Diagnostics
import Testing

@testable import Importing

@Suite struct HTMLBoundsTests {
  static func rule(of page: String) -> String? {
    do {
      _ = try ScrapedDocument(path: "p.html", html: Array(page.utf8))
      return nil
    } catch {
      return error.diagnostic.rule
    }
  }

  @Test func refusesPagesNestedTooDeep() {
    #expect(Self.rule(of: String(repeating: "<div>", count: 100_000) + "x") == "too-deep")
    #expect(Self.rule(of: String(repeating: "<b><i>", count: 50_000)) == "too-deep")
  }

  @Test func refusesTagsWithThousandsOfAttributes() {
    #expect(Self.rule(of: "<p " + (0..<50_000).map { "a\($0)=1" }.joined(separator: " ") + ">x") == "too-many-attributes")
  }

  @Test func readsNestingThatPagesReallyHave() throws {
    let page = String(repeating: "<div>", count: 500) + "<p>内容</p>" + String(repeating: "</div>", count: 500)
    #expect(try ScrapedDocument(path: "p.html", html: Array(page.utf8)).lines.map(\.text) == ["内容"])
  }

  @Test func doesNotExpandDeclaredEntities() throws {
    let page = "<!DOCTYPE html [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><p>" + String(repeating: "&b;", count: 1000) + "</p>"
    let document = try ScrapedDocument(path: "p.html", html: Array(page.utf8))
    #expect(document.lines.reduce(0) { $0 + $1.text.utf8.count } < page.utf8.count)
  }

  @Test func readsALineOfMegabytes() throws {
    let page = "<p>" + String(repeating: "很长的一行。", count: 60_000) + "</p>"
    #expect(try ScrapedDocument(path: "p.html", html: Array(page.utf8)).lines.count == 1)
  }

  @Test(arguments: ["", "<", "<!--", "<p", "<p a=\"", "</", "<script>", "<pre><code", "&", "&#", "<table><tr><td>", "\u{FEFF}"])
  func survivesBrokenPages(page: String) throws {
    _ = try ScrapedDocument(path: "p.html", html: Array(page.utf8))
  }
}
