import ContentModel
import Diagnostics
import MarkdownTree
import Terminology
import Testing

@testable import SiteBuilding

/// The site's own content: whatever names a concept is linked once in each section, and nothing else is.
@Suite struct EveryMentionTests {
  /// What is left of a page's HTML where nothing may be linked is taken out: links, headings, code, formulas, images.
  private static func unlinked(_ html: String) -> [Substring] {
    html.replacing(#/<(a|h[2-6]|pre|code|math)\b[^>]*>.*?</\1>/#.dotMatchesNewlines(), with: "\u{0}").split(separator: "\u{0}")
      .flatMap { $0.split(separator: #/<[^>]*>/#) }
  }

  @Test func linksEveryFirstMention() async throws {
    var folder = #filePath.split(separator: "/").dropLast(3)
    folder.append("Content")
    let path = "/" + folder.joined(separator: "/")
    let (corpus, _) = try await Corpus.load(folder: path, displayPath: "Content", languages: [.chinese, .english])
    let glossary = Glossary(corpus)
    var mentions = 0
    for document in corpus.documents {
      var tree = MarkdownTree.parse(document.file, body: document.body).tree
      let found = glossary.link(&tree, of: document) { $0.slug }.mentions
      mentions += found.count
      let refused = Set(document.texts("no-link") + [document.id.slug])
      for part in tree.splitAtHeadings() {
        let html = String(decoding: part.html(), as: UTF8.self)
        let linked = Set(html.matches(of: #/data-term="([^"]*)"/#).map { String($0.1) })
        for text in Self.unlinked(html) {
          for match in glossary.matches(in: String(text)) where match.claims.count == 1 {
            let slug = match.claims[0].concept.slug
            let isSettled = linked.contains(slug) || refused.contains(slug) || document.file.text.contains("{no-link}")
            #expect(isSettled, "\(document.file.path): \(slug) in \(text)")
          }
        }
      }
      #expect(found.allSatisfy { !refused.contains($0.concept.slug) }, "\(document.file.path)")
    }
    #expect(mentions > 5_000)
  }
}
