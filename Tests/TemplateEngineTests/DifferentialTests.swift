import Diagnostics
import Mustache
import TemplateEngine
import Testing

/// Our engine against swift-mustache, on generated templates.
@Suite struct DifferentialTests {
  @Test func rendersAsSwiftMustacheDoes() throws {
    for seed in 1...400 as ClosedRange<UInt64> {
      var generator = TemplateGenerator(seed: seed, indents: false)
      try compare(partials(&generator), &generator, seed)
    }
  }

  /// White space at the start of lines aside: swift-mustache indents blank lines, and of a section in an indented
  /// partial only the first turn.
  @Test func rendersIndentedPartialsAsSwiftMustacheDoes() throws {
    for seed in 1...250 as ClosedRange<UInt64> {
      var generator = TemplateGenerator(seed: seed, indents: true)
      try compare(partials(&generator), &generator, seed, by: Self.withoutIndentation)
    }
  }

  @Test func rendersParentsAsSwiftMustacheDoes() throws {
    for seed in 1...250 as ClosedRange<UInt64> {
      var generator = TemplateGenerator(seed: seed, indents: false)
      var templates = ["p0": generator.template(depth: 1, partials: [])]
      let family = generator.family(partials: ["p0"])
      templates["parent"] = family.parent
      templates["main"] = family.child
      try compare(templates, &generator, seed, by: Self.withoutWhiteSpace)
    }
  }

  private func partials(_ generator: inout TemplateGenerator) -> [String: String] {
    [
      "p0": generator.template(depth: 1, partials: []), "p1": generator.template(depth: 2, partials: ["p0"]),
      "main": generator.template(partials: ["p0", "p1"]),
    ]
  }

  private func compare(
    _ templates: [String: String], _ generator: inout TemplateGenerator, _ seed: UInt64,
    by key: (String) -> String = { $0 }
  ) throws {
    let data = generator.data()
    let theirs = try MustacheLibrary(templates: templates.mapValues { try MustacheTemplate(string: $0) })
    let library = TemplateLibrary(templates.mapValues { SourceFile(path: "t", text: $0) })
    #expect(library.diagnostics == [], "seed \(seed)")
    let expected = try #require(theirs.render(data, withTemplate: "main"))
    let found = String(decoding: try library.render("main", with: TemplateValue(generated: data)), as: UTF8.self)
    #expect(key(found) == key(expected), "seed \(seed): \(templates) \(data)")
  }

  private static func withoutIndentation(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " || $0 == "\t" } }
      .joined(separator: "\n")
  }

  private static func withoutWhiteSpace(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
