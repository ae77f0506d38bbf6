import ContentModel
import MarkdownTree
import Terminology
import Testing

func concept(
  _ slug: String, zh: [String] = [], en: [String] = [], abbreviations: [String] = [], fields: Set<String> = []
) -> Concept {
  func terms(_ names: [String], _ language: LanguageTag) -> [Term] {
    names.enumerated().map { Term($1, language: language, status: $0 == 0 ? .preferred : .admitted) }
  }
  return Concept(
    id: DocumentID(section: .terms, slug: slug),
    terms: terms(zh, .chinese) + terms(en, .english)
      + abbreviations.map { Term($0, language: .english, status: .abbreviation) },
    fields: fields)
}

@Suite struct TermLinkerTests {
  static let concepts = [
    concept("attention", zh: ["注意力", "注意力机制"], en: ["attention", "attention mechanism"]),
    concept("llm", zh: ["大语言模型"], en: ["large language model"], abbreviations: ["LLM"]),
    concept("lora", zh: ["低秩适配"], en: ["LoRA"]),
    concept("fine-tuning", zh: ["微调"], en: ["fine-tuning"]),
  ]

  func linked(_ markdown: String, concepts: [Concept] = concepts) -> String {
    var tree = MarkdownTree.parse(markdown).tree
    _ = TermLinker(Termbase(concepts)).link(&tree, language: .chinese) { LinkTarget(url: "#" + $0.slug) }
    return String(decoding: tree.html(), as: UTF8.self)
      .replacing(/<a class="term" href="#[^"]*" data-term="([^"]*)">/) { "<\($0.1)>" }
      .replacing(/<a href="#[^"]*" class="term" data-term="([^"]*)">/) { "<\($0.1)>" }
  }

  @Test func linksTheLongestNameOnceASection() {
    #expect(linked("注意力机制是注意力。") == "<p><attention>注意力机制</a>是注意力。</p>\n")
    #expect(
      linked("注意力\n\n## A\n\n注意力") == "<p><attention>注意力</a></p>\n<h2 id=\"a\">A</h2>\n<p><attention>注意力</a></p>\n")
  }

  @Test func findsNamesAcrossLineBreaks() {
    #expect(linked("大语言\n模型") == "<p><llm>大语言模型</a></p>\n")
    #expect(linked("a large\nlanguage model") == "<p>a <llm>large\nlanguage model</a></p>\n")
  }
}
