import Testing

@testable import Importing

/// What two sources say in common stands once; what they contradict each other in stands twice.
@Suite struct AnswerMergingTests {
  private func merged(_ first: String, _ second: String) -> [[String]] {
    let answers = [("甲", first), ("乙", second)].map { title, text in
      AnswerMerging.Answer(blocks: [text], attribution: .init(title: title, markdown: title))
    }
    return AnswerMerging.merge(answers).map(\.blocks)
  }

  @Test(arguments: [
    ("训练时把学习率设为 0.001，批大小取 32，通常训练三轮就足够了，更多轮次会过拟合。", "训练时把学习率设为 0.001，批大小取 32，通常训练三轮就够了，更多轮次会过拟合！"),
    ("1. 先把语料切成词，再统计相邻词对出现的次数，合并最多的一对。", "先把语料切成词，再统计相邻词对出现的次数，合并最多的一对。"),
  ])
  func saysOnceWhatBothSay(first: String, second: String) { #expect(merged(first, second) == [[first]]) }

  /// A paragraph that two sources have was said to be of one.
  @Test func namesAllSourcesOfWhatStandsOnce() {
    let shared = "训练时把学习率设为 0.001，批大小取 32，通常训练三轮就足够了。"
    let answers = [("甲", [shared]), ("乙", [shared, "另外要早停。"])].map { title, blocks in
      AnswerMerging.Answer(blocks: blocks, attribution: .init(title: title, markdown: title))
    }
    let merged = AnswerMerging.merge(answers)
    #expect(merged.map(\.blocks) == [[shared], ["另外要早停。"]])
    #expect(merged.map { $0.attributions.map(\.title) } == [["甲", "乙"], ["乙"]])
  }

  @Test(arguments: [
    ("微调大模型时一般把秩设为 8，训练过程也非常稳定，显存占用也比较低。", "微调大模型时一般把秩设为 64，训练过程也非常稳定，显存占用也比较低。"),
    ("预训练大语言模型的时候一般会使用随机失活来防止模型过拟合训练数据。", "预训练大语言模型的时候一般不会使用随机失活来防止模型过拟合训练数据。"),
    (
      "Warm-up is always needed for adaptive optimizers at the start of training.",
      "Warm-up is never needed for adaptive optimizers at the start of training."
    ),
    (
      "The ratio of the two is 1.5 in every setting that was measured by us.",
      "The ratio of the two is 15 in every setting that was measured by us."
    ),
  ])
  func keepsBothOfAContradiction(first: String, second: String) { #expect(merged(first, second) == [[first], [second]]) }
}
