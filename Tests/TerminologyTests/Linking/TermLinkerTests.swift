import ContentModel
import Diagnostics
import MarkdownTree
import Terminology
import Testing

func concept(
  _ slug: String, zh: [String] = [], en: [String] = [], abbreviations: [String] = [], fields: Set<String> = [],
  kin: Set<String> = []
) -> Concept {
  func terms(_ names: [String], _ language: LanguageTag) -> [Term] {
    names.enumerated().map { Term($1, language: language, status: $0 == 0 ? .preferred : .admitted) }
  }
  return Concept(
    id: DocumentID(section: .terms, slug: slug),
    terms: terms(zh, .chinese) + terms(en, .english)
      + abbreviations.map { Term($0, language: .english, status: .abbreviation) },
    fields: fields, kin: kin)
}

@Suite struct TermLinkerTests {
  static let concepts = [
    concept("attention", zh: ["注意力", "注意力机制"], en: ["attention", "attention mechanism"]),
    concept("llm", zh: ["大语言模型"], en: ["large language model"], abbreviations: ["LLM"]),
    concept("lora", zh: ["低秩适配"], en: ["LoRA"]),
    concept("fine-tuning", zh: ["微调"], en: ["fine-tuning"]),
  ]

  /// The page's HTML with links of terms as `<slug>…</a>`.
  func linked(_ markdown: String, own: String? = nil) -> String {
    var tree = MarkdownTree.parse(markdown).tree
    _ = TermLinker(Termbase(Self.concepts)).link(
      &tree, language: .chinese, ownConcept: own.map { DocumentID(section: .terms, slug: $0) }
    ) { LinkTarget(url: "../\($0.slug)/") }
    return String(decoding: tree.html(), as: UTF8.self)
      .replacing(/<a href="[^"]*" class="term" data-term="([^"]*)">/) { "<\($0.1)>" }
  }

  @Test func linksTheLongestNameOnceASection() {
    #expect(linked("注意力机制是注意力。") == "<p><attention>注意力机制</a>是注意力。</p>\n")
    #expect(
      linked("注意力\n\n## A\n\n注意力") == "<p><attention>注意力</a></p>\n<h2 id=\"a\">A</h2>\n<p><attention>注意力</a></p>\n")
  }

  @Test func takesALinkOfTheWriterForTheFirstMention() {
    #expect(linked("[x](../lora/#b)与 LoRA") == "<p><a href=\"../lora/#b\">x</a>与 LoRA</p>\n")
    #expect(linked("LoRA 与 [x](../lora/)") == "<p><lora>LoRA</a> 与 <a href=\"../lora/\">x</a></p>\n")
    #expect(linked("[x](../lora/)\n\n## A\n\nLoRA").contains("<lora>LoRA"))
  }

  @Test func linksNamesOfEveryLanguage() {
    #expect(
      linked("用 LLMs 做 fine tuning，即微调。")
        == "<p>用 <llm>LLMs</a> 做 <fine-tuning>fine tuning</a>，即微调。</p>\n")
  }

  @Test func findsNamesAcrossLineBreaks() {
    #expect(linked("大语言\n模型") == "<p><llm>大语言模型</a></p>\n")
    #expect(linked("a large\nlanguage model") == "<p>a <llm>large\nlanguage model</a></p>\n")
    #expect(linked("甲大语\n言模\n型乙\n微调") == "<p>甲<llm>大语言模型</a>乙<fine-tuning>微调</a></p>\n")
  }

  @Test func linksInsideEmphasisListsQuotesAndTables() {
    #expect(linked("- **微调**") == "<ul>\n<li><strong><fine-tuning>微调</a></strong></li>\n</ul>\n")
    #expect(linked("> *微调*") == "<blockquote>\n<p><em><fine-tuning>微调</a></em></p>\n</blockquote>\n")
    #expect(linked("| a |\n|---|\n| 微调 |").contains("<td><fine-tuning>微调</a></td>"))
    #expect(linked("a[^1]\n\n[^1]: 微调").contains("<fine-tuning>微调</a>"))
  }

  @Test(arguments: [
    "## 微调", "`微调`", "[微调](x)", "![微调](x)", "[[x|微调]]", "$微调$", "```\n微调\n```", "    微调", "$$\n微调\n$$",
    "<https://a.b/fine-tuning>", "https://a.b/fine-tuning", "finetuningx", "<b title=\"微调\">", "`a` \\`微 调\\`",
  ])
  func leavesAlone(markdown: String) {
    #expect(linked(markdown) == html(markdown))
  }

  func html(_ markdown: String) -> String { String(decoding: MarkdownTree.parse(markdown).tree.html(), as: UTF8.self) }

  @Test func leavesThePagesOwnConceptAlone() {
    #expect(linked("微调与 LoRA", own: "fine-tuning") == "<p>微调与 <lora>LoRA</a></p>\n")
  }

  @Test func refusesWhereTheTextSaysSo() {
    #expect(linked("微调{no-link}与微调") == "<p>微调与<fine-tuning>微调</a></p>\n")
    #expect(linked("**微调**{no-link}与微调") == "<p><strong>微调</strong>与<fine-tuning>微调</a></p>\n")
    #expect(linked("微调与 LoRA {no-link}\n\n微调") == "<p>微调与 LoRA</p>\n<p><fine-tuning>微调</a></p>\n")
    #expect(linked("{no-link} 微调") == "<p> 微调</p>\n")
  }

  @Test func leavesConceptsWithoutAPageAsText() {
    var tree = MarkdownTree.parse("微调").tree
    let result = TermLinker(Termbase(Self.concepts)).link(&tree, language: .chinese) { _ in nil }
    #expect(result.mentions.isEmpty)
    #expect(String(decoding: tree.html(), as: UTF8.self) == "<p>微调</p>\n")
  }

  @Test func addsToWhatTheTargetSays() {
    var tree = MarkdownTree.parse("微调").tree
    _ = TermLinker(Termbase(Self.concepts)).link(&tree, language: .chinese) { _ in
      LinkTarget(url: "a\"b", cssClass: "new", language: "en")
    }
    #expect(
      String(decoding: tree.html(), as: UTF8.self)
        == "<p><a href=\"a%22b\" class=\"term new\" hreflang=\"en\" data-term=\"fine-tuning\">微调</a></p>\n")
  }

  @Test func tellsOfMentions() {
    var tree = MarkdownTree.parse("第一句。对 `a` 做*微调*吗？第三句。\n\n## B c\n\nUse LoRA. Then stop.").tree
    let mentions = TermLinker(Termbase(Self.concepts)).link(&tree, language: .chinese) { LinkTarget(url: $0.slug) }.mentions
    #expect(mentions.map(\.concept.slug) == ["fine-tuning", "lora"])
    #expect(mentions.map(\.term.name) == ["微调", "LoRA"])
    #expect(mentions.map(\.headingID) == [nil, "b-c"])
    #expect(mentions.map(\.sentence) == ["对 a 做微调吗？", "Use LoRA."])
    #expect(mentions.map(\.line) == [1, 5])
  }

  @Test func endsASentenceBehindTheQuotesThatClose() {
    var tree = MarkdownTree.parse("“先说别的。”再做微调（见下）。）完。").tree
    let mentions = TermLinker(Termbase(Self.concepts)).link(&tree, language: .chinese) { LinkTarget(url: $0.slug) }.mentions
    #expect(mentions.map(\.sentence) == ["再做微调（见下）。）"])
  }

  @Test func cutsLongSentencesBetweenCharacters() throws {
    let filler = String(repeating: "字，", count: 200)
    var tree = MarkdownTree.parse(filler + "微调" + filler).tree
    let mention = try #require(
      TermLinker(Termbase(Self.concepts)).link(&tree, language: .chinese) { LinkTarget(url: $0.slug) }.mentions.first)
    #expect(mention.sentence.hasPrefix("…") && mention.sentence.hasSuffix("…") && mention.sentence.contains("，微调字"))
    #expect(!mention.sentence.contains("\u{FFFD}") && mention.sentence.utf8.count < 520)
  }
}
