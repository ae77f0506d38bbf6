import ContentModel
import MarkdownTree
import SyntheticCorpus
import Terminology
import Testing

@Suite struct LinkingPropertyTests {
  static let linker = TermLinker(
    Termbase([
      concept("attention", zh: ["注意力", "注意力机制"], en: ["attention"]), concept("llm", zh: ["大语言模型"], en: ["large language model"]),
      concept("lora", en: ["LoRA"]), concept("model", zh: ["模型"], en: ["model"]),
    ]))

  static let pieces = [
    "注意力", "注意力机制", "大语言", "模型", "attention", "large language model", "LoRA", "\n", "\n\n", " ", "**", "*", "`", "~~", "$",
    "[", "](x)", "[[", "]]", "|", "{no-link}", "\n## ", "\n- ", "\n> ", "\n| a |\n|---|\n| ", "，", "。", "https://a.b/", "![", "<b>", "\\",
  ]

  static let documents: [String] = {
    var generator = SplitMix64(seed: 5)
    return (0..<800).map { _ in
      (0..<Int.random(in: 1...40, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }.joined()
    }
  }()

  static func html(_ tree: MarkdownTree) -> String { String(decoding: tree.html(), as: UTF8.self) }

  @Test func changesNothingButLinks() {
    var links = 0
    for document in Self.documents {
      var tree = MarkdownTree.parse(document).tree
      let before = Self.html(tree)
      let mentions = Self.linker.link(&tree, language: .chinese) { _ in LinkTarget(url: "#") }.mentions
      let after = Self.html(tree)
      let without = after.replacing(/<a href="#" class="term" data-term="[a-z]+">([^<]*)<\/a>/) { $0.1 }
      #expect(without == before, "\(document)")
      links += mentions.count
      #expect(after.ranges(of: "data-term=").count == mentions.count, "\(document)")
    }
    #expect(links > 500)
  }

  @Test func linksNothingTwice() {
    for document in Self.documents {
      var tree = MarkdownTree.parse(document).tree
      _ = Self.linker.link(&tree, language: .chinese) { _ in LinkTarget(url: "#") }
      let once = Self.html(tree)
      #expect(!once.contains(#/<a [^>]*>[^<]*<a[ ]/#), "\(document)")
    }
  }
}
