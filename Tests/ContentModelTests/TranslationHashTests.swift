import ContentModel
import Diagnostics
import Testing

@Suite struct TranslationHashTests {
  func hash(_ text: String) -> String? {
    Document.decode(SourceFile(path: "a", text: text), path: "terms/a.zh.md", languages: [.chinese, .english]).0?.translationHash
  }

  static let text = "---\ntitle: 词元\ntags: [a]\nsummary: 一句。\n---\n第一段。\n\n第二段 x。\n"

  @Test(arguments: [
    "---\nsummary: 一句。\ntitle: 词元\ntags: [a]\n---\n第一段。\n\n第二段 x。\n",
    "---\ntitle: \"词元\"\ntags:\n- b\nsummary: 一句。\n---\n\n第一段。\r\n\r\n第二\n段\u{3000}x。\n\n\n",
    "---\ntitle: 词元\ntags: [a]\nsummary: 一句。\ntranslated-from: 0123456789abcdef\n---\n第一段。\n第二段\tx。",
  ])
  func staysWhereOnlySpaceAndOrderChange(text: String) { #expect(hash(text) == hash(Self.text)) }

  @Test(arguments: [
    Self.text.replacing("第二", with: "第三"), Self.text.replacing("词元", with: "令牌"), Self.text.replacing("一句", with: "两句"),
    Self.text.replacing("词元", with: "词").replacing("一句", with: "元一句"), Self.text.replacing(" x。", with: " X。"),
  ])
  func changesWithTheText(text: String) { #expect(hash(text) != hash(Self.text)) }
}

@Suite struct ConceptSchemaTests {
  @Test func namesANameThatIsBothToAvoidAndToUse() throws {
    let (_, diagnostics) = DocumentDecodingTests.decode("---\ntitle: 甲\nadmitted: [乙, 丙]\ndeprecated: [丁, 乙]\n---\n甲。\n")
    let fault = try #require(diagnostics.first)
    #expect(diagnostics.count == 1 && fault.rule == "contradicting-names" && fault.severity == .error)
    #expect(fault.location?.line == 4 && fault.location?.column == 19)
    #expect(fault.suggestion == "remove it here or from \"admitted\"" && fault.notes.first?.location?.line == 3)
  }

  @Test func namesANameThatIsStatedTwice() {
    let (_, diagnostics) = DocumentDecodingTests.decode("---\ntitle: 甲\nadmitted: [乙, 甲, 乙]\nabbreviation: 甲\n---\n甲。\n")
    #expect(diagnostics.map(\.rule) == ["repeated-name", "repeated-name"])
  }

  @Test func refusesAHashThatNoTextHas() {
    let (_, diagnostics) = DocumentDecodingTests.decode("---\ntitle: 甲\ntranslated-from: 12\n---\n甲。\n")
    #expect(diagnostics.map(\.rule) == ["not-a-hash"])
  }
}
