import Testing

@testable import Terminology

@Suite struct TermMinerTests {
  static let miner = TermMiner.standard

  /// The names of each term mined from one line.
  static func mine(_ line: String) -> [Set<String>] {
    miner.mine(lines: [(1, line)]).map { term in
      Set([term.chinese, term.english, term.abbreviation].compactMap { $0 } + term.aliases)
    }.filter { $0.count > 1 }
  }

  @Test(arguments: [
    ("检索增强生成（Retrieval-Augmented Generation，RAG）先检索再回答", ["检索增强生成", "Retrieval-Augmented Generation", "RAG"]),
    ("过拟合：(Overfitting)或称过度拟合、过配，是常见现象", ["过拟合", "Overfitting", "过度拟合", "过配"]),
    ("DPO(Direct Preference Optimization)不需要奖励模型", ["DPO", "Direct Preference Optimization"]),
    ("Prefix LM(前缀语言模型)是一种生成模型", ["Prefix LM", "前缀语言模型"]),
    ("我们通常使用梯度累积(Gradient Accumulation)来模拟大批量", ["梯度累积", "Gradient Accumulation"]),
    ("常见的有门控循环单元GRU等结构", ["门控循环单元", "GRU"]),
    ("指令微调(Instruction Tuning,简称IT)的数据", ["指令微调", "Instruction Tuning", "IT"]),
    ("MoE 的全称是 Mixture of Experts", ["MoE", "Mixture of Experts"]),
    ("它用“掩码”(Masking)遮住后文", ["掩码", "Masking"]),
    ("由于浏览器的同源策略（Same-Origin Policy）的限制", ["同源策略", "Same-Origin Policy"]),
    ("压缩成低维的潜在表示（latent representation）", ["潜在表示", "latent representation"]),
    ("说说事件循环（Event Loop）", ["事件循环", "Event Loop"]),
    ("由此有了概念检索增强生成（RAG）的做法", ["检索增强生成", "RAG"]),
    ("样本选择偏差（Sample Selection Bias，SSB）从曝光开始", ["样本选择偏差", "Sample Selection Bias", "SSB"]),
    ("有效期调短，配刷新令牌（refresh token）", ["刷新令牌", "refresh token"]),
    ("对象开头有一个虚表指针（vptr）", ["虚表指针", "vptr"]),
    ("代价是后台的压实（compaction）", ["压实", "compaction"]),
    ("- P：分区容错性（Partition tolerance），网络断开", ["分区容错性", "Partition tolerance"]),
    ("換成三數取中（median of three）比較穩", ["三數取中", "median of three"]),
    ("最后写入胜利（Last Write Wins，LWW）会丢数据", ["最后写入胜利", "Last Write Wins", "LWW"]),
    ("要讓虛無假設（null hypothesis）不成立", ["虛無假設", "null hypothesis"]),
    ("异步 IO（Asynchronous IO）不等结果", ["异步 IO", "Asynchronous IO"]),
    ("IO 多路复用（IO Multiplexing）一个线程看许多连接", ["IO 多路复用", "IO Multiplexing"]),
    ("MTU 是最大传输单元长（Maximum Transfer Unit），超过就要分片", ["MTU", "最大传输单元长", "Maximum Transfer Unit"]),
    ("束采样（beam sampling / top-b）：只在最好的几条里抽", ["束采样", "beam sampling"]),
    ("It improves inter-token latency (ITL) for everybody else", ["inter-token latency", "ITL"]),
    ("CLIP (Contrastive Language-lmage Pre-training) 对齐图文", ["CLIP", "Contrastive Language-Image Pre-training"]),
    ("写放大 / write amplification：一次写入引起多次实际写入", ["写放大", "write amplification"]),
    ("• 尾延迟 - tail latency：最慢的那一部分请求", ["尾延迟", "tail latency"]),
    ("MTBF：Mean Time Between Failures，平均无故障时间", ["MTBF", "Mean Time Between Failures", "平均无故障时间"]),
    ("优雅停机，简称 GS，全称 Graceful Shutdown，先处理完再退出", ["优雅停机", "GS", "Graceful Shutdown"]),
    ("最终一致性对应的英文是 eventual consistency", ["最终一致性", "eventual consistency"]),
    ("Gang scheduling（成组调度）让一组任务同时启动", ["Gang scheduling", "成组调度"]),
    ("请提供可复现构建（reproducible build）的脚本", ["可复现构建", "reproducible build"]),
    ("序列维的上下文并行（CP）切分长文本", ["上下文并行", "CP"]),
    ("微调(FineTuning)针对预训练好的模型", ["微调", "Fine-tuning"]),
  ])
  func mines(line: String, names: [String]) {
    #expect(Self.mine(line) == [Set(names)])
  }

  @Test func leavesTheWordThatJoinsTwoNamesOut() {
    #expect(Self.mine("写屏障（write barrier）和读屏障（read barrier）的代价").last == ["读屏障", "read barrier"])
  }

  @Test(arguments: [
    "LLaMA(Language Model for the Medical Domain)面向医学", "给LLM(低层次模型,如BERT)注入知识", "专用的AI芯片(如TPU)",
    "这里引用苏神(RoPE作者)的回复", "优化算法包括梯度下降(SGD)和动量", "Llama-2 有三种规模(7B、13B、70B)",
    "调用 model.eval(mode) 之后", "熟悉框架(如TensorFlow、PyTorch等)", "见附录(Appendix)", "指令微调(可选)",
    "攻击者可以修改权限认证（scope）的参数", "它有三个参数：名称（name）、年龄（age）", "服务发现（Consul）很重要",
    "新版的微软云端搜索（Microsoft Cloud Search）支持语音", "这款显卡由NVIDIA（英伟达）制造", "In Context Learning(“Few-Shot Prompt”)",
    "访问 https://example.org/a(b) 获取", "一面（1h10min）", "写一个项目（demo）", "某某论坛（forum.example.org）",
    "先做一步，再看结果（Observation）", "思考之后执行（Action）", "张三（Zhang San）不同意", "某某那篇论文（Shen et al., 2020）量过",
    "更新时直接对参数乘以 (1 - lr * wd)", "最多丢一秒(everysec)", "结论 - see below", "版本 = release", "名称：name 字段", "李四 / Tom Lee：主持人",
  ])
  func avoids(line: String) {
    #expect(Self.mine(line).isEmpty)
  }

  @Test func joinsWhatAPageSaysInSeveralPlaces() {
    let lines = [
      (number: 3, text: "大语言模型(Large Language Model,LLM)是语言模型。"), (number: 9, text: "大型语言模型(LLMs)需要算力。"),
    ]
    let terms = Self.miner.mine(lines: lines).filter { $0.abbreviation != nil }
    #expect(terms.count == 1)
    #expect(terms.first?.line == 3)
    #expect(terms.first?.aliases.contains("大型语言模型") == true)
  }

  @Test func keepsTheSentenceThatDefines() {
    let terms = Self.miner.mine(lines: [(1, "过拟合是指模型在训练集上表现很好、在新数据上表现很差的现象。")])
    #expect(terms.first?.definition == "过拟合是指模型在训练集上表现很好、在新数据上表现很差的现象。")
  }

  /// A full stop in brackets ends no sentence, and half of a bracket defines nothing.
  @Test(arguments: [
    ("过拟合是指模型记住训练集（e.g. 记住噪声。）而不能推广的现象。别的话。", "过拟合是指模型记住训练集（e.g. 记住噪声。）而不能推广的现象。"),
    ("过拟合是指模型记住训练集（包括其中的噪声。别的话。", nil),
  ])
  func readsBracketsOfADefinitionToTheirEnd(line: String, expected: String?) {
    #expect(Self.miner.mine(lines: [(1, line)]).first?.definition == expected)
  }

  @Test func survivesOddLines() {
    let lines = ["", "(", ")", "((((", "（）", String(repeating: "(", count: 5000), String(repeating: "模型(", count: 3000), "🎉(🎉)"]
    _ = Self.miner.mine(lines: lines.enumerated().map { ($0 + 1, $1) })
  }

  @Test(arguments: [
    ("LoRA", "Low-Rank Adaptation"), ("BERT", "Bidirectional Encoder Representations from Transformers"),
    ("T5", "Text-to-Text Transfer Transformer"), ("Seq2Seq", "Sequence-to-Sequence"), ("LLMs", "Large Language Models"),
    ("XGBoost", "eXtreme Gradient Boosting"), ("LLaMA", "Large Language Model Meta AI"),
  ])
  func alignsAbbreviations(short: String, long: String) {
    #expect(AbbreviationAlignment.holds(short, for: long))
  }

  @Test(arguments: [
    ("LLaMA", "Language Model for the Medical Domain"), ("RAG", "Generation by Retrieval"), ("GPU", "Central Processing Unit"),
  ])
  func refusesOtherWords(short: String, long: String) {
    #expect(!AbbreviationAlignment.holds(short, for: long))
  }
}

@Suite struct LexiconTests {
  /// Two fields may share a name, which a title's other concepts settle.
  @Test func holdsManyConceptsWithNamesUniqueInTheirField() {
    let concepts = Lexicon.standard.concepts
    #expect(concepts.count >= 1500)
    var owners: [String: [[UInt32]: String]] = [:]
    for concept in concepts {
      for name in concept.names {
        let folded = FoldedText(name).scalars
        let owner = owners[concept.field, default: [:]].updateValue(concept.id, forKey: folded)
        #expect(owner == nil || owner == concept.id, "\(name): \(concept.id), \(owner ?? "")")
      }
    }
  }

  @Test func namesOnlyConceptsThatExist() {
    let ids = Set(Lexicon.standard.concepts.map(\.id))
    for concept in Lexicon.standard.concepts {
      for other in concept.within + concept.near + concept.settings { #expect(ids.contains(other), "\(concept.id): \(other)") }
    }
  }

  @Test func foldsWidthCaseHyphensPluralsAndTraditionalCharacters() {
    let names = LexiconNames(.standard)
    let expected = names.concepts(named: "language model")
    for name in ["Language-Model", "ＬＡＮＧＵＡＧＥ　ＭＯＤＥＬ", "languagemodels", "語言模型"] {
      #expect(names.concepts(named: name) == expected)
    }
  }
}
