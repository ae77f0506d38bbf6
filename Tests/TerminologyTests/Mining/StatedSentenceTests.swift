import Foundation
import Testing

@testable import Terminology

/// Sentences in the manner of technical pages, written before the miner was tried on them: what each states, and how many of
/// them the miner reads. A pair is names that must come out as one term's; a line without pairs states nothing.
@Suite struct StatedSentenceTests {
  static let stating: [(String, [String])] = [
    ("模型幻觉，即 hallucination，是指生成的内容与事实不符。", ["幻觉", "hallucination"]),
    ("Hallucination，即幻觉，在摘要任务里尤其常见。", ["幻觉", "Hallucination"]),
    ("检索增强生成，又称 RAG，把检索结果拼进提示词。", ["检索增强生成", "RAG"]),
    ("学习率，也叫 learning rate，控制每一步更新的幅度。", ["学习率", "learning rate"]),
    ("困惑度（perplexity，PPL）越低越好。", ["困惑度", "perplexity", "PPL"]),
    ("束搜索又叫集束搜索，每一步保留若干候选。", ["束搜索", "集束搜索"]),
    ("过拟合，又称过度拟合，是模型记住了训练数据。", ["过拟合", "过度拟合"]),
    ("灾难性遗忘也称灾难性干扰，是持续学习的主要障碍。", ["灾难性遗忘", "灾难性干扰"]),
    ("键值缓存，即 KV Cache，用显存换计算。", ["键值缓存", "KV Cache"]),
    ("Dropout，又称随机失活，在训练时丢弃一部分神经元。", ["Dropout", "随机失活"]),
    ("知识蒸馏(Knowledge Distillation)让小模型模仿大模型。", ["知识蒸馏", "Knowledge Distillation"]),
    ("Knowledge Distillation（知识蒸馏）最早用于压缩集成模型。", ["知识蒸馏", "Knowledge Distillation"]),
    ("近端策略优化，英文全称 Proximal Policy Optimization，简称 PPO。", ["近端策略优化", "Proximal Policy Optimization"]),
    ("直接偏好优化（DPO）省去了奖励模型。", ["直接偏好优化", "DPO"]),
    ("MoE（Mixture of Experts）每次只激活少数专家。", ["MoE", "Mixture of Experts"]),
    ("混合专家模型，简称 MoE，参数多而计算少。", ["混合专家模型", "MoE"]),
    ("词嵌入 (word embedding) 把词映射为稠密向量。", ["词嵌入", "word embedding"]),
    ("位置编码【Positional Encoding】告诉模型词的次序。", ["位置编码", "Positional Encoding"]),
    ("这就是所谓的思维链（Chain-of-Thought，CoT）提示。", ["思维链", "Chain-of-Thought"]),
    ("Transformer 由编码器（Encoder）和解码器（Decoder）组成。", ["编码器", "Encoder"]),
    ("批归一化(Batch Normalization,简称BN)依赖批量大小。", ["批归一化", "Batch Normalization"]),
    ("LayerNorm 即层归一化，对每个样本单独计算。", ["层归一化", "LayerNorm"]),
    ("最大似然估计（Maximum Likelihood Estimation, MLE）是训练的常用准则。", ["最大似然估计", "Maximum Likelihood Estimation"]),
    ("ROUGE 的全称是 Recall-Oriented Understudy for Gisting Evaluation。", ["ROUGE", "Recall-Oriented Understudy for Gisting Evaluation"]),
    ("少样本学习：few-shot learning", ["少样本学习", "few-shot learning"]),
    ("对比学习（contrastive learning）拉近正例，推远负例。", ["对比学习", "contrastive learning"]),
    ("In retrieval-augmented generation (RAG), documents are added to the prompt.", ["retrieval-augmented generation", "RAG"]),
    ("Byte pair encoding (BPE) merges frequent pairs.", ["Byte pair encoding", "BPE"]),
    ("Low-rank adaptation, also known as LoRA, trains two small matrices.", ["Low-rank adaptation", "LoRA"]),
    ("PEFT is short for parameter-efficient fine-tuning.", ["PEFT", "parameter-efficient fine-tuning"]),
    ("KL散度，也叫相对熵，衡量两个分布的差异。", ["KL散度", "相对熵"]),
    ("交叉熵损失（Cross-Entropy Loss）适合分类。", ["交叉熵损失", "Cross-Entropy Loss"]),
    ("人工反馈强化学习，即 RLHF，分三步。", ["人工反馈强化学习", "RLHF"]),
    ("把多个头的结果拼接起来，就是多头注意力（multi-head attention）。", ["多头注意力", "multi-head attention"]),
    ("分词器(Tokenizer)先把文本切成词元(Token)。", ["分词器", "Tokenizer"]),
    ("零样本（Zero-shot）与少样本（Few-shot）的差别在于有没有例子。", ["零样本", "Zero-shot"]),
    ("梯度检查点，又名 gradient checkpointing，用时间换显存。", ["梯度检查点", "gradient checkpointing"]),
    ("张量并行（Tensor Parallelism，TP）切分矩阵。", ["张量并行", "Tensor Parallelism", "TP"]),
    ("流水线并行 Pipeline Parallelism 会产生气泡。", ["流水线并行", "Pipeline Parallelism"]),
    ("旋转位置编码（RoPE）把位置写进旋转角。", ["旋转位置编码", "RoPE"]),
    ("提示注入，a.k.a. prompt injection，是常见的攻击。", ["提示注入", "prompt injection"]),
    ("蒸馏中的软标签，俗称 soft label，含有类间关系。", ["软标签", "soft label"]),
    ("消息传递接口（MPI，Message Passing Interface）用于集群。", ["MPI", "Message Passing Interface"]),
    ("词频-逆文档频率（TF-IDF）是经典的加权方式。", ["词频-逆文档频率", "TF-IDF"]),
    ("什么是涌现能力（Emergent Abilities）？", ["涌现能力", "Emergent Abilities"]),
    ("向量数据库（Vector Database）支持近似最近邻检索（ANN）。", ["向量数据库", "Vector Database"]),
    ("提示工程（Prompt Engineering），也叫提示词工程，是一门手艺。", ["提示工程", "Prompt Engineering"]),
    ("自回归模型（Autoregressive Model）逐个生成词元。", ["自回归模型", "Autoregressive Model"]),
    ("贝叶斯优化（Bayesian optimization）适合调超参。", ["贝叶斯优化", "Bayesian optimization"]),
    ("前馈网络，即 FFN，占了大部分参数。", ["前馈网络", "FFN"]),
    ("GQA 是 Grouped-Query Attention 的缩写。", ["GQA", "Grouped-Query Attention"]),
    ("支持向量机简称 SVM，在小数据上依然好用。", ["支持向量机", "SVM"]),
    ("长短期记忆网络，即LSTM，用门控解决长期依赖。", ["长短期记忆网络", "LSTM"]),
    ("语料(corpus)的质量决定模型的上限。", ["语料", "corpus"]),
    ("随机梯度下降，也叫 SGD，是最朴素的优化器。", ["随机梯度下降", "SGD"]),
  ]

  static let stateless: [String] = [
    "即便如此，模型仍会出错。", "随即 loss 开始下降。", "学习率设为 1e-4，即 0.0001。", "立即调用 flush 方法。", "他也叫 Tom，是作者的同事。",
    "梯度的平均值，即 mean 的结果，写入日志。", "常用的框架（PyTorch、TensorFlow）都支持。", "使用 Adam（学习率 3e-4）训练三轮。", "参见第三章（优化）。",
    "损失函数（见公式 3）由两项组成。", "我们的平台（内部代号 Falcon）已上线。", "这个方法又称不上新颖。", "模型也称得上优秀。", "评测（2023 年 6 月）结果如下。",
    "安装依赖（pip install torch）后运行。", "百度（Baidu）发布了新模型。", "作者（Zhang et al.）认为数据更重要。", "返回值（True 或 False）表示是否成功。",
    "把 batch size 调小（如 8）。", "显存不足（OOM）时降低序列长度。", "输入（input）经过三层网络。", "函数 f(x) 的导数。", "他们又叫来了 HR 和 PM。",
    "即时通信工具 Slack 很流行。", "该任务（分类）比回归简单。", "图 2（左）展示了注意力分布。", "推荐使用 GPU（显存至少 24 GB）。", "更多细节见附录（Appendix B）。",
    "数据来自维基百科（中文版）。", "即使用 Transformer，也需要位置信息。", "俗称大厂的公司都在招人。", "上述两种方法，即 A 和 B，各有优劣。", "第一步，即 tokenize，耗时最少。",
    "也叫做不出来的题，先跳过。", "我们比较了 GPT-4（OpenAI）和 Claude（Anthropic）。", "训练数据（约 2T）覆盖多种语言。", "分数越高越好（↑）。", "准确率为 92.3%（+1.2）。",
    "结果（表 4）表明 LoRA 足够好。", "在 A100（80GB）上训练。", "运行 train.py（见仓库）。", "这一层的输出（shape 为 B×T×D）送入下一层。", "模型权重（weights.bin）需要单独下载。",
    "超参数（lr、bs、epoch）见配置。", "苏老师（知乎答主）解释得很清楚。", "这里的温度（0.7）不宜过高。", "请求方法（GET）不带正文。", "该公司又称将开源全部权重。",
    "The model (see Figure 3) converges quickly.", "We used Adam (lr 3e-4) for training.", "It runs on Linux (Ubuntu 22.04).",
    "The result, i.e. 42, was expected.",
    "Our baseline (without dropout) is weaker.", "The authors (Lee and Kim) disagree.", "She is also called the mother of the project.",
    "Call the function, also known to be slow, once.",
  ]

  static let defining: [(String, String)] = [
    ("困惑度（perplexity）是指模型对测试文本的平均不确定程度，越低越好。", "困惑度"),
    ("幻觉是一种生成内容看似合理而与事实不符的现象。", "幻觉"),
    ("所谓过拟合，是指模型在训练集上很好、在新数据上很差。", "过拟合"),
    ("**知识蒸馏**指的是让小模型学习大模型输出分布的训练方法。", "知识蒸馏"),
    ("Overfitting refers to a model that fits the training data and fails on new data.", "Overfitting"),
    ("A tokenizer is a program that splits text into tokens.", "tokenizer"),
    ("- 学习率：一般指每次参数更新的步长，太大不收敛，太小收敛慢。", "学习率"),
    ("LoRA 是一种参数高效的微调方法，只训练两个低秩矩阵。", "LoRA"),
    ("梯度消失通常是指反向传播时梯度逐层变小、前面的层几乎不更新的现象。", "梯度消失"),
    ("Knowledge distillation is a technique in which a small model learns from a large one.", "Knowledge distillation"),
  ]

  /// Written when the readers for the sentences above were done.
  static let further: [(String, [String])] = [
    ("奖励黑客，即 reward hacking，指策略钻了奖励函数的空子。", ["奖励黑客", "reward hacking"]),
    ("Prompt injection，又称提示注入，防不胜防。", ["Prompt injection", "提示注入"]),
    ("指令微调也叫 instruction tuning。", ["指令微调", "instruction tuning"]),
    ("对数几率，俗称 logit，经 softmax 变为概率。", ["对数几率", "logit"]),
    ("均方误差，也称均方损失，对离群点敏感。", ["均方误差", "均方损失"]),
    ("Rotary position embedding, also called RoPE, encodes relative offsets.", ["Rotary position embedding", "RoPE"]),
    ("TTFT stands for time to first token.", ["TTFT", "time to first token"]),
    ("SFT 是 Supervised Fine-Tuning 的简称。", ["SFT", "Supervised Fine-Tuning"]),
    ("多层感知机（MLP），又称前馈网络，是最简单的网络。", ["多层感知机", "前馈网络"]),
    ("图神经网络（Graph Neural Network，简称 GNN）处理图数据。", ["图神经网络", "Graph Neural Network", "GNN"]),
    ("变分自编码器 (VAE) 学习隐变量的分布。", ["变分自编码器", "VAE"]),
    ("在 speculative decoding（投机解码）中，小模型先起草。", ["speculative decoding", "投机解码"]),
    ("主动学习，亦称 active learning，挑选最值得标注的样本。", ["主动学习", "active learning"]),
    ("大模型的“越狱”（jailbreak）花样百出。", ["越狱", "jailbreak"]),
    ("学习率预热：warmup", ["学习率预热", "warmup"]),
    ("Mean reciprocal rank (MRR) looks at the first hit only.", ["Mean reciprocal rank", "MRR"]),
    ("权重衰减又称 weight decay。", ["权重衰减", "weight decay"]),
    ("余弦相似度，即 cosine similarity，与长度无关。", ["余弦相似度", "cosine similarity"]),
    ("特征工程（feature engineering）曾是主要工作。", ["特征工程", "feature engineering"]),
    ("Early stopping，也叫早停，是简单有效的正则化。", ["Early stopping", "早停"]),
  ]
  static let furtherStateless: [String] = [
    "即 batch 越大越稳。", "把 query 即时写回缓存。", "这种写法也叫人看不懂。", "又称 v2 的版本尚未发布。", "项目简称 demo 后又改了名。", "所谓 AI 味，即空话多。",
    "我也叫不准它是 CNN 还是 RNN。", "俗称的 bug 其实是特性。", "模型大小（7B）即参数量。", "最终得分，即 F1 的均值，为 0.8。", "服务端口（8080）已被占用。", "小明（ID 42）的提问很好。",
    "结果为空，即 None。", "调用接口，即 POST /v1/chat。", "它在 2017 年（论文发表之年）流行起来。", "The API (v2) is also called daily.",
    "This stands for nothing (yet).",
    "A batch (say, 32) is also known in advance.", "价格（含税）见官网。", "请把 A 也称一下重量。",
  ]

  static func names(_ term: MinedTerm) -> Set<String> {
    Set([term.chinese, term.english, term.abbreviation].compactMap { $0 } + term.aliases)
  }

  @Test func readsWhatSentencesState() {
    let missed = Self.stating.filter { line, names in
      !TermMiner.standard.mine(lines: [(1, line)]).contains { Self.names($0).isSuperset(of: names) }
    }
    if ProcessInfo.processInfo.environment["CIYUAN_SHOW_MISSES"] != nil { print("stated: missed \(missed.map(\.0))") }
    #expect(
      missed.count <= Self.stating.count / 10, "missed \(missed.count) of \(Self.stating.count): \(missed.map(\.0).joined(separator: "\n"))"
    )
  }

  @Test func readsNothingWhereNothingIsStated() {
    let wrong = Self.stateless.flatMap { line in
      TermMiner.standard.mine(lines: [(1, line)]).map(Self.names).filter { $0.count > 1 }.map { (line, $0) }
    }
    if ProcessInfo.processInfo.environment["CIYUAN_SHOW_MISSES"] != nil { print("wrong \(wrong)") }
    #expect(wrong.count <= 1, "wrong \(wrong.count) of \(Self.stateless.count): \(wrong.map { "\($0.0) \($0.1)" }.joined(separator: "\n"))")
  }

  @Test func readsFurtherSentences() {
    let missed = Self.further.filter { line, names in
      !TermMiner.standard.mine(lines: [(1, line)]).contains { Self.names($0).isSuperset(of: names) }
    }
    let wrong = Self.furtherStateless.flatMap { line in
      TermMiner.standard.mine(lines: [(1, line)]).map(Self.names).filter { $0.count > 1 }
    }
    #expect(missed.count <= 5, "missed \(missed.count) of \(Self.further.count): \(missed.map(\.0).joined(separator: "\n"))")
    #expect(wrong.isEmpty, "\(wrong)")
    if ProcessInfo.processInfo.environment["CIYUAN_SHOW_MISSES"] != nil { print("further: missed \(missed.map(\.0)), wrong \(wrong)") }
  }

  @Test func findsDefinitions() {
    let missed = Self.defining.filter { line, name in
      !TermMiner.standard.mine(lines: [(1, line)]).contains { Self.names($0).contains(name) && $0.definition != nil }
    }
    #expect(missed.isEmpty, "missed \(missed.count) of \(Self.defining.count): \(missed.map(\.0).joined(separator: "\n"))")
  }
}
