import Testing

@testable import Importing

@Suite struct TitleClarityTests {
  @Test(arguments: [
    ["什么是 LoRA？", "LoRA!？", "LoRA？", "LoRA", "介绍 LoRA"],
    ["为什么需要位置编码？", "位置编码", "位置编码？？", "3. 为什么需要位置编码？", "为什么需要位置编码"],
    ["过拟合怎么解决？", "过拟合怎么解决?!", "过拟合", "过拟合怎么解决……"],
    ["LoRA 与 QLoRA 有什么区别？", "LoRA（与 QLoRA 有什么区别？", "LoRA 与 QLoRA 有什么区别？LoRA 有什么缺点？", "LoRA vs QLoRA"],
    ["What is gradient accumulation?", "gradient accumulation", "Gradient accumulation??", "Q1: What is gradient accumulation?"],
    ["大模型为什么会产生幻觉？", "大模型幻觉的原因", "**大模型为什么会产生幻觉**", "请问在实际的生产环境里面部署并且使用大模型的时候大模型为什么会产生幻觉？"],
    [".NET 的垃圾回收是怎么工作的？", ".NET 垃圾回收"],
    ["《注意力就是一切》提出了什么？", "《注意力就是一切"],
  ])
  func prefersAWholeQuestion(titles: [String]) {
    for order in [titles, Array(titles.reversed())] {
      #expect(TitleClarity.clearest(of: order.map { ($0, true) }) == titles[0])
    }
  }

  @Test func prefersATitleOverAnAnswer() {
    #expect(TitleClarity.clearest(of: [("LoRA 是什么？", false), ("什么是 LoRA？", true)]) == "什么是 LoRA？")
    #expect(TitleClarity.clearest(of: [("LoRA!？", true), ("什么是 LoRA？", false)]) == "什么是 LoRA？")
  }

  @Test func survivesTitlesOfNothing() {
    #expect(["", "🎉", "？"].contains(TitleClarity.clearest(of: [("", true), ("🎉", true), ("？", false)])))
    #expect(TitleClarity.clearest(of: []) == "")
  }

  @Test func prefersWhatIsAskedOfTheThing() {
    #expect(TitleClarity.clearest(of: [("了解布隆过滤器么？", true), ("介绍一下布隆过滤器", true)]) == "介绍一下布隆过滤器")
  }
}
