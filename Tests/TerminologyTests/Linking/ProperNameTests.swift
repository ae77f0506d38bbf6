import Terminology
import Testing

/// Names beside other words in capitals: a part of a longer name, or one of two.
@Suite struct ProperNameTests {
  static let termbase = Termbase([
    concept("transformer", en: ["Transformer"]), concept("llama", en: ["Llama"]), concept("quantization", en: ["quantization"]),
    concept("gpt", abbreviations: ["GPT"]), concept("relu", en: ["ReLU"]), concept("agent", en: ["agent"]), concept("bert", en: ["BERT"]),
    concept("encoder-decoder", en: ["encoder-decoder"]), concept("attention", en: ["attention"]), concept("gpu", abbreviations: ["GPU"]),
    concept("pre-training", en: ["pre-training"]), concept("tuning", en: ["instruction tuning"]),
  ])

  func found(in text: String) -> [String] {
    Self.termbase.matches(in: text).map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
  }

  @Test(
    arguments: [
      "took it to the Latent Transformer in time", "a moderation model such as Llama Guard", "与 Hugging Face Transformers 合用",
      "Optimal Brain Quantization came first", "《GPT Understands, Too》", "Sheared Llama is smaller", "Gatekeeper\nTransformer、Longformer",
      "by the Llama Team in spring", "Visual Instruction Tuning", "the paper \"Attention Is All You Need\"",
    ])
  func leavesAPartOfALongerNameAlone(text: String) {
    #expect(found(in: text) == [])
  }

  @Test(arguments: ["Switch Transformer is sparse.", "Use Leaky ReLU.", "The DeepSeek LLM. Switch Transformers win."])
  func knowsNamesOfTheLexiconWhereASentenceBegins(text: String) {
    #expect(found(in: text) == [])
  }

  @Test(
    arguments: [
      ("So Transformers win.", ["Transformers"]), ("A Transformer has layers. The Llama eats.", ["Transformer", "Llama"]),
      ("Encoder-decoder Transformers", ["Encoder-decoder", "Transformers"]), ("by Google Transformers", ["Transformers"]),
      ("Pre-training Llama 2 takes long", ["Pre-training", "Llama"]), ("a Transformer Decoder", ["Transformer"]),
      ("BERT Base 与 Transformer 模型", ["BERT", "Transformer"]), ("一个 AI Agent 框架", ["Agent"]), ("on NVIDIA GPUs", ["GPUs"]),
      ("Quantization Qwen likes", ["Quantization"]), ("the Switch transformer", ["transformer"]), ("Switch, Transformer", ["Transformer"]),
      ("Llama's Transformer", ["Llama", "Transformer"]), ("the English Transformer", ["Transformer"]),
      ("Take BERT. Llama Wins.", ["BERT"]),
    ])
  func findsNamesThatStandForThemselves(text: String, names: [String]) {
    #expect(found(in: text) == names)
  }
}
