import ContentModel
import Diagnostics
import Terminology
import Testing

/// Tables in the manner of the aho-corasick library: names, text, what is found.
@Suite struct TermMatcherTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let title: String
    let names: [String]
    let text: String
    let found: [String]

    init(_ title: String, _ names: [String], _ text: String, _ found: [String]) {
      (self.title, self.names, self.text, self.found) = (title, names, text, found)
    }

    var testDescription: String { title }
  }

  static let longest = [
    Case("takes the longest name", ["注意力", "注意力机制"], "注意力机制与注意力", ["注意力机制", "注意力"]),
    Case("takes the leftmost name", ["大语言", "语言模型"], "大语言模型", ["大语言"]),
    Case("falls back to a shorter name", ["large language", "large language model x"], "large language models", ["large language"]),
    Case("never overlaps", ["词元", "元词"], "词元词元词", ["词元", "词元"]),
    Case("finds a name inside Han text", ["微调"], "指令微调数据", ["微调"]),
    Case("finds names side by side", ["微调", "模型"], "微调模型", ["微调", "模型"]),
    Case("finds nothing in nothing", ["微调"], "", []),
    Case("finds a whole text", ["微调"], "微调", ["微调"]),
  ]

  static let words = [
    Case("wants a word's edges", ["token"], "token tokens tokenizer xtoken token_ids", ["token", "tokens"]),
    Case("takes Han for an edge", ["LoRA"], "用LoRA做", ["LoRA"]),
    Case("ignores case of words", ["attention"], "Attention ATTENTION attention", ["Attention", "ATTENTION", "attention"]),
    Case("is strict with short mixed words", ["LoRA"], "LoRA lora Lora LORA LoRAs", ["LoRA", "LoRAs"]),
    Case("is not strict with long mixed words", ["ChatGPT"], "chatgpt ChatGPT", ["chatgpt", "ChatGPT"]),
    Case(
      "knows plurals", ["policy", "bias", "batch", "key"], "policies biases batches keys policys",
      ["policies", "biases", "batches", "keys"]),
    Case(
      "takes hyphen and space for one", ["fine-tuning"], "fine-tuning fine tuning finetuning fine\ntuning fine‑tuning",
      ["fine-tuning", "fine tuning", "finetuning", "fine\ntuning", "fine‑tuning"]),
    Case("does not find an identifier in capitals", ["fine-tuning"], "FineTuning, Finetuning, FINETUNING", ["Finetuning", "FINETUNING"]),
    Case("takes space and hyphen for one", ["zero shot"], "zero-shot zeroshot", ["zero-shot"]),
    Case("does not find a part of a compound that it closes", ["attention"], "self-attention attention-based", ["attention"]),
    Case("does not find a version's name", ["GPT", "GPT-4"], "GPT-3 GPT-4 GPT-2. GPT.", ["GPT-4", "GPT"]),
    Case(
      "does not find a family's name in a member's", ["Transformer", "token"],
      "Transformer-XL, Transformer-Based, Transformer-V3。 token-V3 token-level",
      ["Transformer", "token", "token"]),
    Case("takes an s for letters that are spelled out", ["FTX"], "FTXs", ["FTXs"]),
    Case("does not find an identifier's part", ["model", "generate"], "model.generate() model. generate", ["model", "generate"]),
    Case("does not find a part of a word with accents", ["caf", "tre"], "café être", []),
    Case("does not take a mark in brackets for a word", ["mask", "[MASK]x"], "[MASK] [mask ] (mask) [mask", ["mask", "mask", "mask"]),
    Case("leaves a name with a plus alone", ["LoRA", "RAG"], "LoRA+ LoRA+。 LoRA+RAG LoRA+检索", ["LoRA", "RAG", "LoRA"]),
    Case("leaves a proper name that goes on alone", ["LoRA", "model"], "LoRA-FA LoRA-based model-X", ["LoRA", "model"]),
    Case("folds width", ["LoRA", "k-means"], "ＬｏＲＡ ｋ－ｍｅａｎｓ k－means", ["ＬｏＲＡ", "ｋ－ｍｅａｎｓ", "k－means"]),
    Case("sees a full-width neighbour", ["RAG"], "RAGＳ RAG（", ["RAG"]),
    Case(
      "lets a space stand between Han and Latin", ["LoRA微调", "KV 缓存"], "LoRA 微调 LoRA微调 KV缓存 KV 缓存", ["LoRA 微调", "LoRA微调", "KV缓存", "KV 缓存"]),
  ]

  static let odd = [
    Case("does not look for one letter", ["R", "熵", "7", ""], "R 熵 7 R语言", []),
    Case(
      "finds characters that mean something elsewhere", ["C++", "<b>", "a.*b", "$x$", "F&B"], "C++ <b> a.*b aXXb $x$ F&B",
      ["C++", "<b>", "a.*b", "$x$", "F&B"]),
    Case("does not cut an emoji sequence", ["👩"], "👩‍💻", []),
    Case("is not stopped by replacement characters and marks", ["模型"], "\u{FFFD}模型\u{FEFF}", ["模型"]),
    Case("finds names with accents", ["Épsilon"], "Épsilon", ["Épsilon"]),
    Case("finds kana and hangul", ["トークン", "토큰"], "トークン 토큰", ["トークン", "토큰"]),
  ]

  static let numbers = [
    Case(
      "knows irregular plurals", ["matrix", "index", "hypothesis", "corpus"], "matrices indices indexes hypotheses corpora",
      ["matrices", "indices", "indexes", "hypotheses", "corpora"]),
    Case(
      "knows the singular of a plural", ["Stopping criteria", "phenomena", "Embeddings", "Heuristics", "policies", "batches", "leaves"],
      "stopping criterion phenomenon embedding heuristic policy batch leaf",
      ["stopping criterion", "phenomenon", "embedding", "heuristic", "policy", "batch", "leaf"]),
    Case(
      "bends the noun before a preposition", ["chain of thought"], "chains of thought, chain of thoughts",
      ["chains of thought", "chain of thoughts"]),
    Case(
      "takes nothing from what only looks like a plural", ["Windows", "Physics", "Keras", "bias", "news", "series"],
      "window physic kera bia new sery", []),
    Case("leaves a plural to the concept that has it for a name", ["GPTs", "GPT"], "GPTs GPT", ["GPTs", "GPT"]),
  ]

  /// Parts of what is copied and not read.
  static let addresses = [
    Case("an address without a scheme", ["attention"], "see example.com/attention/x or example.com:80/attention, docs.attention.org/a", []),
    Case(
      "a mail address, a handle and a tag", ["attention", "注意力"], "my-attention@example.com @attention @my-attention #attention #注意力 @注意力",
      []),
    Case(
      "a path", ["attention"],
      "/usr/lib/attention ./attention ~/attention src/attention src\\attention attention\\x a/attention/ x/attention.py C:/attention", []),
    Case(
      "an identifier, a file, an option, a version", ["attention", "注意力"],
      "torch.nn.attention attention-model.py --attention attention-v2.1 attention==2.0 attention/v1 注意力.md", []),
    Case(
      "but prose with slashes", ["encoder", "decoder", "TCP", "编码器"], "encoder/decoder、TCP/IP、(encoder/decoder)。编码器/decoder",
      ["encoder", "decoder", "TCP", "encoder", "decoder", "编码器", "decoder"]),
    Case(
      "but a measure at a rank", ["recall", "MRR"], "recall@k, MRR@10 recall@1000 recall@example.org MRR@1.2", ["recall", "MRR", "recall"]),
    Case("but Chinese after an address", ["注意力"], "example.com/docs注意力，见 a@b.org注意力", ["注意力", "注意力"]),
    Case("but not Chinese in one", ["注意力"], "www.example.com/注意力 src/a.b/注意力", []),
    Case("but what ends a sentence", ["encoder"], "an encoder. An (encoder): \"encoder\"!", ["encoder", "encoder", "encoder"]),
    Case("but a name with a dot beside a slash", ["Node.js", "React"], "Node.js/React", ["Node.js", "React"]),
  ]

  static let crossings = [
    Case("a word before takes the first character", ["自编码器", "编码器", "自注意力"], "来自编码器的键，未来自注意力，源自注意力", ["编码器", "自注意力"]),
    Case(
      "a word before takes the 大", ["大模型", "大规模语言模型"], "超大规模语言模型，更大模型，三大模型，增强大模型，中文大模型", ["大模型", "大模型"]),
    Case(
      "an attribute makes it another thing", ["大模型"], "图像大模型，图片生成类的 AI 大模型，视频、大模型，图像输入的大模型，中文大模型", ["大模型", "大模型", "大模型"]),
    Case("a word after makes it a verb or another thing", ["涌现", "基准"], "涌现出来，涌现能力，基准模型，基准测试", ["涌现", "基准"]),
    Case(
      "a longer name before takes the first word", ["推理模型", "量化", "参数高效微调", "分词器"],
      "自然语言推理模型，向量化，大模型参数高效微调，用推理模型，子词分词器", ["参数高效微调", "推理模型", "分词器"]),
    Case("a person is no craft", ["提示工程", "工程"], "提示工程师与提示工程", ["提示工程"]),
    Case("a word after takes the last character", ["并发", "并行"], "学习并发现规律，并发布，高并发与并发控制，并行计算", ["并发", "并发", "并行"]),
  ]

  static let signs = [
    Case(
      "a name that ends or begins with a sign stands apart", [".NET", "C++", "C#", "Q*"], "ASP.NET a.net .NET C++ C++11 C#、Q* Q*bert xC++",
      [".NET", "C++", "C++", "C#", "Q*"])
  ]

  func found(_ names: [String], in text: String) -> [String] {
    let termbase = Termbase([
      Concept(
        id: DocumentID(section: .terms, slug: "x"),
        terms: names.map { Term($0, language: .english, status: .preferred) })
    ])
    let bytes = Array(text.utf8)
    return termbase.matches(in: text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: longest + words + odd + numbers + addresses + signs + crossings) func finds(example: Case) {
    #expect(found(example.names, in: example.text) == example.found)
  }

  @Test func isStrictWithAbbreviations() {
    let termbase = Termbase([
      Concept(
        id: DocumentID(section: .terms, slug: "rag"),
        terms: [Term("RAG", language: .english, status: .abbreviation), Term("Rag rug", language: .english, status: .admitted)])
    ])
    #expect(termbase.matches(in: "RAG rag Rag RAGs rag rug").map(\.range) == [0..<3, 12..<16, 17..<24])
  }

  @Test func tellsTwoCasesOfOneNameApart() {
    func concept(_ slug: String, _ name: String, _ status: Term.Status) -> Concept {
      Concept(id: DocumentID(section: .terms, slug: slug), terms: [Term(name, language: .english, status: status)])
    }
    let termbase = Termbase([concept("react", "react", .preferred), concept("reasoning", "ReAct", .abbreviation)])
    #expect(
      termbase.matches(in: "ReAct React react").map { $0.claims.map(\.concept.slug) } == [["reasoning"], ["react"], ["react"]])
  }

  @Test func bearsFiftyThousandNamesOfOneConcept() {
    let line = SourceFile(path: "a.md", text: "admitted: [" + String(repeating: "名称00000, ", count: 50_000) + "]")
    let terms = (0..<50_000).map {
      Term("名称\($0)号", language: .chinese, status: .admitted, declaration: (line, 11 + $0 * 13..<22 + $0 * 13))
    }
    let termbase = Termbase([Concept(id: DocumentID(section: .terms, slug: "x"), terms: terms)])
    #expect(termbase.matches(in: "名称49999号与名称7号").map(\.range) == [0..<14, 17..<27])
    #expect(termbase.sharedNames.isEmpty && terms[3].location?.column == 51)
  }

  @Test func findsOneOfTenThousandNames() {
    let terms = (0..<10_000).map { Term("name \($0)", language: .english, status: .admitted) }
    let termbase = Termbase([Concept(id: DocumentID(section: .terms, slug: "x"), terms: terms)])
    #expect(termbase.matches(in: "name 9999, name 7 and name 10000").map(\.range) == [0..<9, 11..<17])
  }
}
