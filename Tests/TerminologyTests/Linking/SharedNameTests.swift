import ContentModel
import Diagnostics
import MarkdownTree
import Terminology
import Testing

/// Names that several concepts claim.
@Suite struct SharedNameTests {
  static let termbase = Termbase([
    concept("attention-nlp", zh: ["自注意力"], fields: ["nlp", "transformer"]),
    concept("attention-psychology", zh: ["心理注意力", "自注意力"], fields: ["psychology"]),
    concept("temperature", zh: ["采样温度"], fields: ["sampling"]),
    concept("temperature-physics", zh: ["采样温度"], fields: ["physics"]),
  ])

  func link(
    _ markdown: String, tags: [String] = [], own: String? = nil, refused: Set<String> = []
  ) -> (slugs: [String], diagnostics: [Diagnostic]) {
    let file = SourceFile(path: "a.md", text: markdown)
    var tree = MarkdownTree.parse(file, body: 0..<file.bytes.count).tree
    let result = TermLinker(Self.termbase).link(
      &tree, language: .chinese, ownConcept: own.map { DocumentID(section: .terms, slug: $0) }, tags: tags
    ) { refused.contains($0.slug) ? nil : LinkTarget(url: $0.slug) }
    return (result.mentions.map(\.concept.slug), result.diagnostics)
  }

  @Test func decidesByThePagesTags() {
    #expect(link("自注意力", tags: ["psychology", "x"]).slugs == ["attention-psychology"])
    #expect(link("采样温度", tags: ["sampling"]).slugs == ["temperature"])
  }

  @Test func decidesForTheOnlyPreferredTerm() {
    #expect(link("自注意力").slugs == ["attention-nlp"])
  }

  @Test func takesTheNameOnAConceptsOwnPageForThatConcept() {
    #expect(link("采样温度", own: "temperature").slugs.isEmpty)
    #expect(link("采样温度", own: "temperature").diagnostics.isEmpty)
  }

  @Test func leavesTheNameToTheOthersWhereThePageRefusesOne() {
    #expect(link("采样温度", refused: ["temperature-physics"]).slugs == ["temperature"])
    #expect(link("采样温度", tags: ["physics"], refused: ["temperature-physics"]).slugs == ["temperature"])
    #expect(link("采样温度", refused: ["temperature", "temperature-physics"]).diagnostics.isEmpty)
  }

  @Test func reportsWhatStaysAmbiguousOnceAPage() throws {
    let (slugs, diagnostics) = link("前文\n的采样温度与采样温度")
    #expect(slugs.isEmpty)
    #expect(diagnostics.map(\.rule) == ["ambiguous-term"])
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostic.summary == "\"采样温度\" may mean temperature or temperature-physics")
    #expect(diagnostic.location?.line == 2 && diagnostic.location?.column == 4)
  }

  @Test func listsSharedNames() {
    #expect(Self.termbase.sharedNames.map(\.name).sorted() == ["自注意力", "采样温度"].sorted())
    #expect(Self.termbase.sharedNames.map { $0.claims.map(\.concept.slug) }.contains(["temperature", "temperature-physics"]))
  }

  @Test func resolvesWikiLinks() {
    func id(_ slug: String) -> Resolution { .found(DocumentID(section: .terms, slug: slug)) }
    #expect(Self.termbase.concept(named: "temperature-physics") == id("temperature-physics"))
    #expect(Self.termbase.concept(named: "心理注意力") == id("attention-psychology"))
    #expect(Self.termbase.concept(named: "采样温度", tags: ["physics"]) == id("temperature-physics"))
    #expect(Self.termbase.concept(named: "自注意力 x") == .unknown)
    #expect(
      Self.termbase.concept(named: "采样温度")
        == .ambiguous(["temperature", "temperature-physics"].map { DocumentID(section: .terms, slug: $0) }))
  }
}
