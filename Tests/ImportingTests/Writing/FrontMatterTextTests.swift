import ContentModel
import Diagnostics
import Testing

@testable import Importing

@Suite struct FrontMatterTextTests {
  @Test(arguments: [
    "什么是 LoRA？", "2024年总结", "123", "1e5", "no", "a: b", "a #b", "- x", "[x]", "\"引\" 与 '单'", "back\\slash", "%x", "@x", "`x`", "12:30",
    "2024-05-06", "x:", "{a}", "null", "~", "a, b",
  ])
  func readsBackAsTheSameText(text: String) {
    var matter = FrontMatterText()
    matter.add("title", text)
    matter.add("aliases", [text, "x"])
    let file = SourceFile(path: "x", text: matter.file(body: "正文"))
    let split = FrontMatter.split(file)
    #expect(split.diagnostics.isEmpty)
    #expect(split.frontMatter.text("title")?.value == text)
    #expect(split.frontMatter.list("aliases").map(\.value) == [text, "x"])
  }

  @Test func keepsControlCharactersAndLineBreaksOut() {
    var matter = FrontMatterText()
    matter.add("title", "a\nstatus: published\u{1B}[31m\u{2028}b")
    #expect(matter.lines == ["title: \"a status: published [31m b\""])
  }
}
