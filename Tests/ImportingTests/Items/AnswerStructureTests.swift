import Importing
import Testing

/// Blocks and items of flattened pages, as the importer writes them.
@Suite struct AnswerStructureTests {
  static func items(_ text: String) async -> [Item] { await NormalizationTests.normalized(text).items }

  @Test func makesATableOfRowsThatSpacesJoin() async {
    let text = """
      1、怎么选？
      先看一张表：
      方法 可训练参数 显存(7B) 推理延迟
      全参微调 100% 约 112 GB 无
      前缀微调(Prefix Tuning) 0.1% 约 16 GB 略增
      显存够就全参。
      2、还要看什么？
      看任务。
      """
    #expect(
      await Self.items(text).first?.body.markdown == """
        先看一张表：

        | 方法 | 可训练参数 | 显存（7B） | 推理延迟 |
        | --- | --- | --- | --- |
        | 全参微调 | 100% | 约 112 GB | 无 |
        | 前缀微调（Prefix Tuning） | 0.1% | 约 16 GB | 略增 |

        显存够就全参。
        """)
  }

  /// Cells may hold spaces, and be empty; columns that spaces line up are as wide as their text is drawn.
  @Test(arguments: [
    (
      "算法\t平均\t稳定\n快排\tn log n\t\n归并\tn log n\t是",
      "| 算法 | 平均 | 稳定 |\n| --- | --- | --- |\n| 快排 | n log n |  |\n| 归并 | n log n | 是 |"
    ), ("进程\t线程\n开销大\t开销小", "| 进程 | 线程 |\n| --- | --- |\n| 开销大 | 开销小 |"),
    (
      "状态码  含义      类别\n200     成功      成功\n301     永久移动  重定向",
      "| 状态码 | 含义 | 类别 |\n| --- | --- | --- |\n| 200 | 成功 | 成功 |\n| 301 | 永久移动 | 重定向 |"
    ), ("A.\t栈\nB.\t队列", "A. 栈\n\nB. 队列"),
  ])
  func makesATableOfCellsThatTabsOrColumnsPart(text: String, expected: String) async {
    #expect(await Self.items("1、怎么选？\n\(text)\n2、还有呢？\n看任务。\n").first?.body.markdown == expected)
  }

  @Test(arguments: [
    ("1、采样与清洗 2、训练 3、评估", "1. 采样与清洗\n2. 训练\n3. 评估"),
    ("分三步：1.采样；2.训练；3.评估。", "分三步：\n\n1. 采样；\n2. 训练；\n3. 评估。"),
    ("① 采样\n② 训练\n分两步：\n① 加数据\n② 早停", "1. 采样\n2. 训练\n\n分两步：\n\n1. 加数据\n2. 早停"),
    ("⑴ 采样\n⑵ 训练", "1. 采样\n2. 训练"), ("㈠ 采样\n㈡ 训练", "1. 采样\n2. 训练"), ("❶ 采样\n❷ 训练", "1. 采样\n2. 训练"),
    ("(1) 采样\n① 少的\n② 多的\n(2) 训练", "1. 采样\n   1. 少的\n   2. 多的\n2. 训练"), ("① 与 ② 的差别是步长", "① 与 ② 的差别是步长"),
    ("1、`a 2、b 3、c` 是一行命令", "1. `a 2、b 3、c` 是一行命令"), ("从 Python 1.5 到 2.7 再到 3.0", "从 Python 1.5 到 2.7 再到 3.0"),
  ])
  func splitsAListThatStandsInOneLine(line: String, expected: String) async {
    let items = await Self.items("训练问答\n1)怎样训练?\n\(line)\n2)过拟合怎么处理?\n加数据，早停。\n")
    #expect(items.first?.body.markdown == expected)
  }

  /// Two answers, each for other readers.
  @Test func keepsTheQualificationOfAnAnswersLabel() async {
    let text = "1、你带过团队吗?\n回答(带过的):带过五个人。\n回答(没有带过的):没有，但写过方案。\n2、参考答案有吗?\n答(1):有。\n"
    #expect(
      await Self.items(text).map { $0.body.markdown } == ["回答（带过的）：带过五个人。\n\n回答（没有带过的）：没有，但写过方案。", "有。"])
  }

  @Test func takesWhatAQuestionTestsForNoAnswer() async {
    let text = """
      1、怎样估算显存?
      考察点：看候选人是否算过账。
      2、怎样选学习率?
      考察点：看经验。
      先试再降。
      """
    let items = await Self.items(text)
    #expect(items.map(\.answered) == [false, true])
    #expect(items.first?.body.markdown.contains("算过账") == true)
  }

  @Test func leavesQuestionsOfAListInTheAnswer() async {
    let text = """
      训练问答
      1)模型不收敛，排查的顺序是什么?
      依次问自己：
      • 标签对不对?
      • 学习率是不是太大?
      • 梯度有没有爆炸?
      前两条能解决八成的问题。
      2)过拟合怎么处理?
      加数据，早停。
      """
    let items = await Self.items(text)
    #expect(items.map(\.title) == ["模型不收敛，排查的顺序是什么？", "过拟合怎么处理？"])
    #expect(items.first?.body.markdown.hasSuffix("- 梯度有没有爆炸？\n\n前两条能解决八成的问题。") == true)
  }

  @Test func readsADialogueAsQuestionsAndAnswers() async {
    let text = "面试官:讲一下你对缓存的理解?\n我:把常用的放近处。\n面试官:说说淘汰策略。\n我:最久未用的先走。\n"
    let items = await Self.items(text)
    #expect(items.map(\.title) == ["讲一下你对缓存的理解？", "说说淘汰策略"])
    #expect(items.map { $0.body.markdown } == ["把常用的放近处。", "最久未用的先走。"])
  }

  @Test func takesASingleNumberedQuestionBelowTheTitle() async {
    #expect(await Self.items("常见问题\n1、什么是编码?\n编码是字符到字节的映射，有很多种，比如国标。\n").map(\.title) == ["什么是编码？"])
  }

  @Test(arguments: ["建立连接要几次握手", "会话多久过期", "有哪两种训练方式", "批大小调多大合适"])
  func asksWithWordsOfQuantity(_ title: String) async {
    let items = await Self.items("1. 什么是握手？\n先打招呼。\n2. \(title)\n看情况。\n")
    #expect(items.last?.kind == .question)
  }

  @Test func keepsTheColonOfACommandAndTakesThatOfADefinition() async {
    let commands = await Self.items("1. 怎么退出编辑器？\n:wq 保存并退出\n2. 什么是缓冲区？\n打开的文本。\n")
    #expect(commands.first?.body.markdown == ":wq 保存并退出")
    let names = ["稀疏索引", "写放大", "读放大"].map { "\($0)\n    : \($0)的意思写在这里。\n\n" }
    let definitions = await Self.items("存储词汇\n\n" + names.joined())
    #expect(definitions.map(\.body.markdown) == ["稀疏索引的意思写在这里。", "写放大的意思写在这里。", "读放大的意思写在这里。"])
  }

  @Test func beginsADefinitionBehindTheNameInTheOtherLanguage() async {
    let lines = ["写放大:(Write Amplification)指一次写入引起多次写入。", "压实:(Compaction)，把多个文件合成一个。", "墓碑:(见下)标记已经删除的记录。"]
    let definitions = await Self.items("存储\n\n0 一些基础术语\n\n" + lines.enumerated().map { "  \($0 + 1). \($1)\n" }.joined())
    #expect(definitions.map(\.body.markdown) == ["指一次写入引起多次写入。", "把多个文件合成一个。", "（见下）标记已经删除的记录。"])
  }

  /// Two rows of counters stand below three questions each: the one that comes first shows the titles, run after run.
  @Test func takesTheThreadsOfTheRowThatStandsFirst() async {
    func thread(_ title: String, _ row: String) -> String { "\(title)\n\(row)\n先看日志，再看监控，最后翻一翻上周改了什么。\n" }
    let first = ["磁盘满了怎么办？", "内存涨了怎么查？", "线程卡住怎么看？"].enumerated().map { thread($1, "\($0 + 2) 方案 \($0 + 31) 围观") }
    let second = ["连接断了怎么办？", "缓存穿了怎么补？", "时钟偏了怎么调？"].enumerated().map { thread($1, "\($0 + 2) 围观 \($0 + 31) 方案") }
    let items = await Self.items("运维社区\n" + (first + second).joined())
    #expect(items.map(\.title) == ["磁盘满了怎么办？", "内存涨了怎么查？", "线程卡住怎么看？"])
  }

  @Test func dropsRulersOfSigns() async {
    #expect(await Self.items("1. 什么是栈？\n后进先出。\n------\n2. 什么是队列？\n先进先出。\n").first?.body.markdown == "后进先出。")
  }

  /// Markup that makes no list of a paragraph says nothing of its first number.
  @Test func leavesANumberInAParagraphOfMarkup() async {
    let text = "## 端口怎么看？\n\n80、443 是网页的端口。\n\n## 怎么放行？\n\n改防火墙。\n"
    let items = await normalize([ScrapedDocument(path: "a.md", markdown: Array(text.utf8))])[0].items
    #expect(items.first?.body.markdown == "80、443 是网页的端口。")
  }

  /// Points below points, though all begin at the margin.
  @Test(arguments: [
    ("1. 准备\na) 装依赖\nb) 配变量\n2. 构建\n3. 上线", "1. 准备\n   - a) 装依赖\n   - b) 配变量\n2. 构建\n3. 上线"),
    ("1. 准备\n2. 构建\ni. 编译\nii. 打包\n3. 上线", "1. 准备\n2. 构建\n   - i. 编译\n   - ii. 打包\n3. 上线"),
    ("1. 先准备。\n1.1 装依赖。\n1.2 配变量。\n2. 再构建。", "1. 先准备。\n   1. 装依赖。\n   2. 配变量。\n2. 再构建。"),
    (
      "1. 准备\na) 装依赖\ni. 编译器\nii. 运行库\nb) 配变量\n2. 构建\n3. 上线",
      "1. 准备\n   - a) 装依赖\n     - i. 编译器\n     - ii. 运行库\n   - b) 配变量\n2. 构建\n3. 上线"
    ), ("分两类：\na) 快的\nb) 慢的", "分两类：\n\na) 快的\n\nb) 慢的"),
  ])
  func nestsWhatIsCountedBelowAnItem(text: String, expected: String) async {
    #expect(await Self.items("一、怎么发布？\n\(text)\n二、怎么回滚？\n换回去。\n").first?.body.markdown == expected)
  }

  /// `A:` opens an answer where it stands below a question, and an option where `B:` stands below it.
  @Test(arguments: [
    ("1. 后进先出的是哪个？\nA：栈\nB：队列\n答案：A\n2. 还有呢？\n没有。", "A：栈\n\nB：队列\n\nA"),
    ("1. 后进先出的是哪个？\nA：栈  B：队列  C：堆\n2. 还有呢？\n没有。", "A：栈 B：队列 C：堆"),
    ("Q: 什么是栈？\nA: 后进先出的表。\nQ: 什么是队列？\nA: 先进先出的表。", "后进先出的表。"),
    ("Q: 什么是栈？ A: 后进先出的表。\nQ: 什么是队列？ A: 先进先出的表。", "后进先出的表。"),
  ])
  func tellsOptionsFromAnswers(text: String, expected: String) async {
    #expect(await Self.items("数据结构问答\n\(text)\n").first?.body.markdown == expected)
  }
}
