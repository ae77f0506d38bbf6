import Diagnostics
import TemplateEngine
import Testing

@Suite struct TemplateShapeTests {
  private func check(
    _ templates: [String: String], against shapes: TemplateShape..., naming names: [String: TemplateShape] = [:]
  ) -> [String] {
    let library = TemplateLibrary(templates.reduce(into: [:]) { $0[$1.key] = SourceFile(path: $1.key, text: $1.value) })
    return library.check(["page": shapes], naming: names).map(\.formatted)
  }

  let page: TemplateShape = [
    "title": .text, "isDraft": .flag, "tags": .list(.text), "author": ["name": .text],
    "terms": .list(["name": .text, "links": .list(["address": .text])]),
  ]

  @Test(arguments: [
    "{{title}}{{{title}}}{{&author.name}}", "{{#isDraft}}{{title}}{{/isDraft}}", "{{#tags}}{{.}}{{/tags}}",
    "{{#terms}}{{name}}{{title}}{{#links}}{{address}}{{name}}{{author.name}}{{/links}}{{/terms}}",
    "{{#author}}{{name}}{{/author}}", "{{^tags}}{{title}}{{/tags}}", "{{#title}}{{.}}{{title}}{{/title}}",
  ])
  func acceptsKnownNames(template: String) {
    #expect(check(["page": template], against: page) == [])
  }

  @Test(arguments: [
    (
      "{{titel}}",
      "page:1:3: error: unknown name \"titel\" [unknown-name]\n    {{titel}}\n      ^~~~~\n    suggestion: write \"title\""
    ),
    ("{{#term}}{{anything}}{{/term}}", "page:1:4: error: unknown name \"term\" [unknown-name]"),
    ("{{^isDarft}}{{/isDarft}}", "page:1:4: error: unknown name \"isDarft\""),
    ("{{author.nam}}", "page:1:3: error: unknown name \"nam\" in \"author\""),
    ("{{author.name.first}}", "page:1:3: error: \"author.name\" is a text and has no \"first\""),
    ("{{terms.name}}", "page:1:3: error: \"terms\" is a list and has no \"name\""),
    ("{{tags}}", "page:1:3: error: \"tags\" is a list, not a text"),
    ("{{isDraft}}", "page:1:3: error: \"isDraft\" is a flag, not a text"),
    ("{{#terms}}{{.}}{{/terms}}", "page:1:13: error: \".\" is a record, not a text"),
    ("{{#terms}}{{address}}{{/terms}}", "page:1:13: error: unknown name \"address\""),
  ])
  func reportsUnknownNamesAndKinds(template: String, beginning: String) {
    let found = check(["page": template], against: page)
    #expect(found.count == 1 && found[0].hasPrefix(beginning), "\(found)")
  }

  @Test func looksThroughPartialsAndParents() {
    let found = check(
      [
        "page": "{{<layout}}{{$main}}{{#terms}}{{>card}}{{/terms}}{{wrong1}}{{/main}}{{/layout}}",
        "layout": "{{wrong2}}{{#author}}{{$main}}{{wrong3}}{{/main}}{{/author}}{{$foot}}{{wrong4}}{{/foot}}",
        "card": "{{name}}{{wrong5}}", "unused": "{{wrong6}}",
      ], against: page)
    #expect(
      found.map { $0.prefix { $0 != "\n" } } == [
        "card:1:11: error: unknown name \"wrong5\" [unknown-name]",
        "layout:1:3: error: unknown name \"wrong2\" [unknown-name]",
        "layout:1:72: error: unknown name \"wrong4\" [unknown-name]",
        "page:1:52: error: unknown name \"wrong1\" [unknown-name]",
      ])
    #expect(found[1].contains("page:1:4: note: rendered from here"))
  }

  @Test func judgesABlockWhereItIsPut() {
    let templates = [
      "page": "{{<layout}}{{$row}}{{name}}{{/row}}{{/layout}}", "layout": "{{#terms}}{{$row}}{{/row}}{{/terms}}",
    ]
    #expect(check(templates, against: page) == [])
  }

  @Test func reportsAFaultOnceForManyUses() {
    let library = TemplateLibrary([
      "a": SourceFile(path: "a", text: "{{>c}}"), "b": SourceFile(path: "b", text: "{{>c}}{{>c}}"),
      "c": SourceFile(path: "c", text: "{{wrong}}"),
    ])
    let found = library.check(["a": [page], "b": [page]])
    #expect(found.count == 1)
    #expect(found.first?.notes.map(\.location?.path) == ["a", "b", "b"])
  }

  @Test func comesToAnEndInTrees() {
    let entry: TemplateShape = ["text": .text, "entries": .list(.named("entry"))]
    let templates = [
      "page": "{{#contents}}{{>node}}{{/contents}}",
      "node": "{{text}}{{txet}}{{#entries}}{{>node}}{{title}}{{/entries}}",
    ]
    let shape: TemplateShape = ["title": .text, "contents": .list(.named("entry"))]
    let found = check(templates, against: shape, naming: ["entry": entry])
    #expect(found.count == 1 && found[0].contains("unknown name \"txet\""))
  }

  @Test func looksInOuterRecords() {
    #expect(check(["page": "{{site}}{{title}}"], against: ["site": .text, "title": .list(.text)], page) == [])
  }

  @Test func namesAMissingTemplate() {
    #expect(
      check(["pag": ""], against: page) == [
        "error: template \"page\" does not exist [missing-template]\n    suggestion: write \"pag\""
      ])
  }

  @Test func tellsWhereAValueDoesNotFit() {
    let fitting: TemplateValue = [
      "title": "x", "isDraft": false, "tags": ["a"], "author": nil, "terms": [["name": .html([1]), "links": []]],
    ]
    #expect(page.mismatches(in: fitting) == [])
    let other: TemplateValue = [
      "title": true, "isDraft": false, "tags": ["a", []], "author": ["nam": "x"], "terms": [["name": "x"]], "more": nil,
    ]
    #expect(
      page.mismatches(in: other) == [
        "more: not declared", "author.nam: not declared", "author.name: missing", "tags[1]: is not a text",
        "terms[0].links: missing", "title: is not a text",
      ])
  }
}
