import ContentModel
import Diagnostics
import Testing

@testable import TermExchange

@Suite struct SKOSSchemeTests {
  private func scheme(_ files: [String: String]) -> SKOSScheme {
    let about = SKOSScheme.About(base: nil, titles: [.english: "T"], creator: "", rights: "", fields: [:])
    return SKOSScheme(ExchangedConcept.all(in: corpus(files)), about: about)
  }

  @Test func keepsLabelsOfDifferentKindsApart() {
    let concept = scheme([
      "terms/a.en.md": "---\ntitle: A one\nadmitted: [A one, a]\nabbreviation: [a]\n"
        + "deprecated: [a, old]\naliases: [the first one, a]\n---\n",
      "terms/a.zh.md": "---\ntitle: 甲\nfull-form: A one\n---\n",
    ]).concepts[0]
    #expect(concept.preferred.map(\.text).sorted() == ["A one", "甲"])
    #expect(concept.alternative.map(\.text) == ["a"])
    #expect(concept.hidden.map(\.text) == ["old", "the first one"])
  }

  @Test func breaksCirclesAndKeepsRelatedApartFromBroader() {
    let scheme = scheme([
      "terms/a.en.md": "---\ntitle: A\nbroader: [b, a]\n---\n", "terms/b.en.md": "---\ntitle: B\nbroader: [c]\n---\n",
      "terms/c.en.md": "---\ntitle: C\nbroader: [a]\nrelated: [a, d]\n---\n", "terms/d.en.md": "---\ntitle: D\n---\n",
    ])
    #expect(scheme.concepts.map(\.broader) == [["b"], ["c"], [], []])
    #expect(scheme.concepts.map(\.related) == [[], [], ["d"], []])
    #expect(scheme.diagnostics.map(\.rule) == ["broader-cycle"])
  }

  @Test func followsAChainOfAnyLength() {
    let chain = (0..<50_000).map { (concept: "c\($0)", broader: ["c\($0 + 1)"]) }
    #expect(BroaderRelation(chain).isAbove("c50000", "c0"))
  }

  @Test func escapesLiterals() {
    let turtle = scheme(["terms/a.en.md": "---\ntitle: \"say \\\"x\\\\y\\\"\"\n---\n"]).turtle
    #expect(turtle.contains(#"skos:prefLabel "say \"x\\y\""@en"#))
  }
}
