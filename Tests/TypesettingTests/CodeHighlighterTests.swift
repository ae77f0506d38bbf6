import Testing
import Typesetting

@Suite struct CodeHighlighterTests {
  let highlighter = CodeHighlighter()

  @Test(arguments: ["python", "swift", "bash", "json", "cpp", "java", "yaml", "sql", "go", "rust", "javascript"])
  func knowsTheUsualLanguages(language: String) {
    #expect(highlighter.html("x = 1", language: language) != nil)
  }

  @Test func marksWordsAndEscapesTheRest() throws {
    let html = try #require(highlighter.html("def f(x): return x < 1  # </code>", language: "python"))
    #expect(html.contains("<span class=\"hljs-keyword\">def</span>") && html.contains("&lt;"))
    #expect(!html.contains("</code>"))
  }

  @Test func leavesUnknownLanguagesPlain() {
    #expect(highlighter.html("x", language: "no-such-language") == nil)
    #expect(highlighter.html("x", language: "") == nil)
  }
}
