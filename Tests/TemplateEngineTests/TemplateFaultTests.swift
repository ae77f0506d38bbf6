import Diagnostics
import TemplateEngine
import Testing

@Suite struct TemplateFaultTests {
  private func diagnostics(_ templates: [String: String]) -> [String] {
    TemplateLibrary(templates.reduce(into: [:]) { $0[$1.key] = SourceFile(path: $1.key, text: $1.value) })
      .diagnostics.map { "\($0.formatted)" }
  }

  private func first(_ template: String) -> String { diagnostics(["t": template]).first ?? "" }

  @Test(arguments: [
    ("a {{name", "t:1:3: error: tag is not closed [template-syntax]"),
    ("{{name <p> {{other}}", "t:1:1: error: tag is not closed before the next one"),
    ("{{{name}}", "t:1:1: error: tag is not closed"),
    ("{{}}", "t:1:1: error: tag has no name"),
    ("{{# }}{{/ }}", "t:1:1: error: tag has no name"),
    ("{{a b}}", "t:1:3: error: name \"a b\" contains white space"),
    ("{{a..b}}", "t:1:3: error: name \"a..b\" has an empty part"),
    ("\n  {{#a}}", "t:2:6: error: section \"a\" is not closed"),
    ("{{^a}}", "t:1:4: error: inverted \"a\" is not closed"),
    ("{{/a}}", "t:1:4: error: end tag \"a\" closes nothing"),
    ("{{=x=}}", "t:1:4: error: delimiters are not two words"),
    ("{{>*name}}", "t:1:4: error: dynamic names are not supported"),
    ("{{!", "t:1:1: error: tag is not closed"),
    ("词 {{", "t:1:3: error: tag is not closed"),
  ])
  func reportsSyntax(template: String, beginning: String) {
    let found = first(template)
    #expect(found.hasPrefix(beginning), "\(found)")
  }

  @Test func showsLineCaretAndSuggestion() {
    #expect(
      first("<ul>\n{{#items}}\n  <li>{{name}}\n{{/item}}\n") == """
        t:4:4: error: end tag "item" closes nothing [template-syntax]
            {{/item}}
               ^~~~
            suggestion: write {{/items}}
        t:2:4: note: section opens here
            {{#items}}
               ^~~~~
        """)
  }

  @Test func reportsAllFaultsOfAllTemplates() {
    let found = diagnostics(["a": "{{#items}}{{y z}}\n{{>none}}{{/w}}", "b": "{{", "c": "{{>a}}"])
    #expect(
      found.map { $0.prefix { $0 != "\n" } } == [
        "a:1:4: error: section \"items\" is not closed [template-syntax]",
        "a:1:13: error: name \"y z\" contains white space [template-syntax]",
        "a:2:4: error: partial \"none\" does not exist [missing-template]",
        "a:2:13: error: end tag \"w\" closes nothing [template-syntax]",
        "b:1:1: error: tag is not closed [template-syntax]",
      ])
  }

  @Test func closesInnerTagsThatWereForgotten() {
    let found = diagnostics(["t": "{{#a}}{{#b}}{{/a}}{{#c}}{{/c}}"])
    #expect(found.count == 1 && found[0].contains("section \"b\" is not closed"))
  }

  @Test func reportsMissingPartialsParentsAndBlocks() {
    let found = diagnostics([
      "layout": "{{$main}}{{/main}}{{>card}}", "card": "{{$side}}{{/side}}",
      "page": "{{<layot}}{{/layot}}{{>crad}}{{<layout}}{{$mian}}x{{/mian}}{{$side}}y{{/side}}{{/layout}}",
    ])
    #expect(found.count == 3)
    #expect(found[0].contains("parent \"layot\" does not exist") && found[0].contains("write \"layout\""))
    #expect(found[1].contains("partial \"crad\" does not exist") && found[1].contains("write \"card\""))
    #expect(found[2].contains("\"layout\" has no block \"mian\"") && found[2].contains("write \"main\""))
  }

  @Test func warnsOfWhatAParentIgnores() {
    let found = diagnostics([
      "p": "{{$a}}{{/a}}", "t": "{{<p}} \n {{! fine }} text {{name}}{{$a}}x{{/a}}{{$a}}y{{/a}}{{/p}}",
    ])
    #expect(found.count == 3)
    #expect(found[0].contains("warning: text outside a block of \"p\" is ignored"))
    #expect(found[1].contains("warning: tag outside a block of \"p\" is ignored"))
    #expect(found[2].contains("error: block \"a\" is given twice to \"p\""))
  }

  @Test(arguments: [
    ["a": "{{<b}}{{/b}}", "b": "{{<a}}{{/a}}"], ["a": "{{<a}}{{/a}}"], ["a": "x{{>b}}", "b": "{{>c}}", "c": "{{>a}}"],
  ])
  func reportsLoopsWithoutEnd(templates: [String: String]) throws {
    let found = diagnostics(templates)
    #expect(found.count == templates.count)
    #expect(found[0].contains("\"a\" includes itself without end"))
    let library = TemplateLibrary(templates.mapValues { SourceFile(path: "t", text: $0) })
    #expect(throws: TemplateRenderingError.nestingTooDeep) { try library.render("a", with: [:]) }
  }

  @Test func letsTreesIncludeThemselves() throws {
    let library = TemplateLibrary(["node": SourceFile(path: "t", text: "{{name}}({{#nodes}}{{>node}}{{/nodes}})")])
    #expect(library.diagnostics == [])
    let tree: TemplateValue = ["name": "a", "nodes": [["name": "b", "nodes": []], ["name": "c", "nodes": nil]]]
    #expect(String(decoding: try library.render("node", with: tree), as: UTF8.self) == "a(b()c())")
  }

  @Test func namesATemplateThatDoesNotExist() {
    #expect(throws: TemplateRenderingError.unknownTemplate("x")) { try TemplateLibrary([:]).render("x", with: [:]) }
  }

  @Test func survivesAnyBytes() throws {
    let alphabet = Array("{}{}#^/>$<!=&. ab\n\t词".unicodeScalars)
    var generator = TemplateGenerator(seed: 5, indents: true)
    for _ in 0..<3000 {
      let text = String(String.UnicodeScalarView((0..<generator.next(40)).map { _ in generator.pick(alphabet) }))
      let library = TemplateLibrary([
        "a": SourceFile(path: "a", text: text), "b": SourceFile(path: "b", text: "b{{$a}}{{/a}}"),
      ])
      _ = try? library.render("a", with: ["a": ["b": "x", "a": ["1"]], "b": true])
      _ = library.check("a", against: ["a": ["b": .text], "b": .flag])
    }
  }
}
