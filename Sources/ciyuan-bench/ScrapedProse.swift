import SyntheticCorpus
import Terminology

/// Questions and answers about the lexicon's concepts as Chinese pages have them: the same on every run.
///
/// Common concepts are asked often, rare ones once; the wording varies and so does what an answer holds, so that an
/// import finds as many duplicates as in pages that people wrote about one subject.
struct ScrapedProse {
  var generator: SplitMix64
  let concepts: [LexiconConcept]

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

  mutating func chance(oneIn count: Int) -> Bool { number(1...count) == 1 }

  /// Falls off: the first tenth of the concepts is a third of what is asked.
  mutating func concept() -> LexiconConcept {
    let random = Double.random(in: 0..<1, using: &generator)
    return concepts[Int(random * random * Double(concepts.count))]
  }

  mutating func name(_ concept: LexiconConcept) -> String { chance(oneIn: 3) ? pick(concept.names) : concept.names[0] }

  mutating func name() -> String { name(concept()) }

  mutating func title(of concept: LexiconConcept) -> String {
    let x = name(concept)
    let title =
      switch number(0...9) {
      case 0...3: x + pick(Self.aspects)
      case 4: pick(["什么是", "介绍一下", "简述", "谈谈你对", "如何理解"]) + x
      case 5: x + pick(["和", "与"]) + name() + pick(["的区别", "有什么不同", "有什么区别和联系", "怎么选"])
      case 6: x + "在" + name() + "中" + pick(["有什么作用", "怎么用", "为什么重要"])
      case 7: "在" + pick(Self.situations) + "时，" + x + pick(["要怎么设置", "还有用吗", "会带来什么问题", "怎么调整"])
      case 8: "\(pick([1, 3, 7, 13, 33, 65, 70, 130]))B 的模型做" + x + "需要" + pick(["多少显存", "几张卡", "多久", "多少数据"])
      default: "为什么" + name() + pick(["要用", "离不开", "不适合用", "会影响"]) + x
      }
    return title + pick(["？", "?", "", "？"])
  }

  private static let aspects = [
    "是什么", "的原理是什么", "有哪些优点", "的缺点有哪些", "为什么有效", "怎么实现", "怎么评估", "适用于哪些场景", "的步骤", "有哪些类型",
    "的计算公式", "的发展历程", "如何优化", "的作用", "常见的问题",
  ]
  private static let situations = [
    "显存不足", "并发很高", "数据很少", "类别不均衡", "上下文很长", "多机多卡训练", "线上推理", "模型刚开始训练", "损失不再下降", "换了领域", "只有一张消费级显卡",
    "需要低延迟", "标注有噪声", "用户输入不规范", "冷启动", "知识经常更新",
  ]

  mutating func clause() -> String {
    switch number(0...7) {
    case 0: "\(name())会先把\(pick(Self.things))\(pick(Self.deeds))"
    case 1: "\(pick(Self.things))的\(pick(Self.measures))取决于\(name())"
    case 2: "实践中常把\(name())和\(name())放在一起用"
    case 3: "这样\(pick(Self.measures))可以降低到原来的\(number(2...95))%左右"
    case 4: "如果\(pick(Self.things))\(pick(["太大", "太少", "分布不均", "带有噪声"]))，\(pick(Self.measures))就会\(pick(["明显变差", "难以控制", "大幅波动"]))"
    case 5: "与\(name())相比，它更看重\(pick(Self.measures))"
    case 6: "第\(number(1...24))层的\(pick(Self.things))要单独\(pick(Self.deeds))"
    default: "需要根据\(pick(Self.measures))来决定怎样\(pick(Self.deeds))\(pick(Self.things))"
    }
  }

  private static let things = ["输入序列", "中间激活", "权重矩阵", "候选答案", "训练样本", "缓存的键值", "梯度", "检索到的段落", "词表", "用户请求", "参数分片", "日志"]
  private static let deeds = ["切分成小块", "按重要程度排序", "压缩之后再传递", "缓存起来", "重新归一化", "映射到低维空间", "逐步累加", "分批处理", "过滤一遍"]
  private static let measures = ["显存占用", "吞吐量", "收敛速度", "准确率", "首字延迟", "泛化能力", "通信开销", "训练成本", "稳定性", "召回率"]

  mutating func sentence() -> String {
    var text = clause()
    for _ in 0..<number(0...2) { text += "，" + clause() }
    return text + "。"
  }

  mutating func paragraph() -> String { (0..<number(2...5)).map { _ in sentence() }.joined() }

  /// `词（word，W）是…`.
  mutating func definition(of concept: LexiconConcept) -> String {
    let english = [concept.english.first, concept.abbreviations.first].compactMap { $0 }.joined(separator: "，")
    let name = concept.chinese.first ?? concept.id
    return name + (english.isEmpty ? "" : "（\(english)）") + "是一种\(pick(["方法", "机制", "结构", "技术", "算法"]))，" + sentence()
  }

  enum Block {
    case paragraph(String)
    case list([String], isOrdered: Bool)
    case code([String])
    case table([[String]])
    case formula(String)
  }

  mutating func answer(to concept: LexiconConcept) -> [Block] {
    var blocks: [Block] = chance(oneIn: 3) ? [.paragraph(definition(of: concept))] : [.paragraph(paragraph())]
    for _ in 0..<number(1...5) {
      switch number(0...11) {
      case 0...4: blocks.append(.paragraph(paragraph()))
      case 5...8:
        let items = (0..<number(3...6)).map { _ in chance(oneIn: 2) ? "\(name())：\(sentence())" : sentence() }
        blocks += [.paragraph("主要有以下几点："), .list(items, isOrdered: chance(oneIn: 2))]
      case 9: blocks.append(.code(code()))
      case 10: blocks.append(.table((0..<number(3...5)).map { _ in [name(), pick(Self.measures), "\(number(1...99))%"] }))
      default: blocks.append(.formula("y_{\(number(1...9))} = \\frac{x W_{\(number(1...9))}}{\\sqrt{d_k}} + b"))
      }
    }
    if chance(oneIn: 3) { blocks.append(.paragraph("综上，" + sentence())) }
    return blocks
  }

  private mutating func code() -> [String] {
    var lines = ["import torch", "from model import build_\(pick(["encoder", "decoder", "adapter", "index"]))", ""]
    for _ in 0..<number(2...8) {
      lines.append("def step_\(number(1...99))(x, rate=\(number(1...9))e-\(number(2...5))):")
      lines.append("    return x * rate + \(number(1...512))  # \(pick(Self.deeds))")
    }
    return lines
  }
}
