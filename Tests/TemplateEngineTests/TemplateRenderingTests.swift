import Diagnostics
import TemplateEngine
import Testing

/// What the specification leaves open.
@Suite struct TemplateRenderingTests {
  private func render(_ templates: [String: String], with contexts: TemplateValue...) throws -> String {
    let library = TemplateLibrary(templates.mapValues { SourceFile(path: "t", text: $0) })
    return String(decoding: try library.render("main", with: contexts), as: UTF8.self)
  }

  @Test func escapesTextAndLeavesHTML() throws {
    let value: TemplateValue = ["text": "<a href=\"x\">'&'</a>词", "html": .html(Array("<b>词</b>".utf8))]
    #expect(
      try render(["main": "{{text}}|{{{text}}}|{{html}}|{{{html}}}"], with: value)
        == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;词|<a href=\"x\">'&'</a>词|<b>词</b>|<b>词</b>")
  }

  @Test func takesEmptyTextsForFalse() throws {
    let value: TemplateValue = ["text": "", "html": .html([]), "list": [], "record": [:]]
    #expect(
      try render(
        ["main": "{{#text}}1{{/text}}{{^html}}2{{/html}}{{^list}}3{{/list}}{{#record}}4{{/record}}"], with: value)
        == "234")
  }

  @Test func looksUpInnerRecordsFirst() throws {
    let value = try render(
      ["main": "{{a}}{{b}}{{#c}}{{a}}{{/c}}"], with: ["a": "1", "b": "2", "c": ["x": "y"]], ["a": "3"])
    #expect(value == "323")
  }

  @Test func stopsLookingAtANull() throws {
    #expect(try render(["main": "[{{a}}]"], with: ["a": "outer"], ["a": nil]) == "[]")
  }

  @Test func indentsLinesOfTemplatesButNotOfValues() throws {
    let templates = [
      "main": "<main>\n  {{>body}}\n</main>\n",
      "body": "<p>\n\n  {{{text}}}\n{{#items}}\n- {{.}}\n{{/items}}\n  {{>foot}}\n</p>\n", "foot": "<i>\n</i>\n",
    ]
    let value: TemplateValue = ["text": "a\nb", "items": ["1", "2\n3"]]
    #expect(
      try render(templates, with: value) == """
        <main>
          <p>

            a
        b
          - 1
          - 2
        3
            <i>
            </i>
          </p>
        </main>

        """)
  }

  @Test func indentsTheBlocksOfALayout() throws {
    let templates = [
      "layout":
        "<body>\n  <main>\n    {{$main}}\n    {{/main}}\n  </main>\n  {{$foot}}\n    <p>default\n  {{/foot}}\n</body>\n",
      "main":
        "{{<layout}}\n  {{$main}}\n  <h1>{{title}}</h1>\n  {{#items}}\n    <li>{{.}}\n  {{/items}}\n  {{/main}}\n{{/layout}}\n",
    ]
    #expect(
      try render(templates, with: ["title": "T", "items": ["1", "2"]]) == """
        <body>
          <main>
            <h1>T</h1>
              <li>1
              <li>2
          </main>
            <p>default
        </body>

        """)
  }

  @Test func givesTheSameNumberToTheSameName() {
    #expect(TemplateName("a") == TemplateName("a"))
    #expect(TemplateName("a") != TemplateName("b"))
    #expect(TemplateName("a").description == "a")
  }
}
