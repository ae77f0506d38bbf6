import Foundation
import Testing

@testable import Importing

@Suite struct DuplicateRecognizerTests {
  static let recognizer = DuplicateRecognizer()

  static func groups(_ titles: [String], decisions: DuplicateDecisions = .none) -> [[String]] {
    let candidates = titles.map { QuestionCandidate(id: $0, title: $0) }
    let recognizer = decisions == .none ? recognizer : DuplicateRecognizer(decisions: decisions)
    return recognizer.groups(of: candidates).groups.map(\.members)
  }

  @Test(arguments: [
    ("什么是梯度累积", "介绍一下 gradient accumulation"),
    ("为什么用 LN 而不是 BN", "为什么要用 LN"), ("大模型为什么选择 LoRA", "GPT 这类大模型为什么选择 LoRA"),
    ("说说 select，poll 和 epoll 之间的区别", "select、poll、epoll 有什么不同"),
    ("MHA、GQA、MQA 三种注意力的区别", "MHA, MQA, GQA 有何不同"),
    ("预填充与解码各有什么特点", "预填充和解码有什么区别"), ("大规模预训练数据怎么清洗", "预训练数据如何清洗"),
    ("Walk me through the RAG pipeline", "RAG 的流程是什么"), ("秒杀系统的设计思路", "怎么设计秒杀系统"),
    ("LoRA 一般加在哪些层", "LoRA 作用在哪些层"), ("预训练时 loss spike 怎么处理", "大模型训练中 loss spike 如何处理"),
    ("DeepSpeed ZeRO-1/2/3 的区别", "ZeRO-1、ZeRO-2、ZeRO-3 有什么不同"),
    ("attention 为什么要 scaled（除以根号d_k）", "attention 为什么要除以根号d_k"),
    ("JVM 由哪几部分组成", "JVM 包含哪些部分"), ("做项目时用 RAG 还是微调", "RAG 和微调怎么选"),
    ("Why is warmup used when training LLMs?", "为什么训练大模型时要用 warmup？"),
    ("What are the challenges when deploying LLMs?", "What are the challenges of deploying LLMs?"),
    ("GPT-3 有多少个参数？", "GPT-3的参数量是多少？"),
    ("Ｗｈａｔ ｉｓ LoRA？", "什么是lora"),
    ("什麼是強化學習？", "强化学习是什么"),
    ("3.2、为什么要用 KV-cache", "大模型推理中 KV 缓存的作用"),
    ("L1 和 L2 正则化的区别", "L2正则化与L1正则化有什么不同"),
    ("梯度消失与爆炸的原因", "为什么会出现梯度消失和梯度爆炸"),
    ("embedding 模型怎么选", "如何选择嵌入模型"),
    ("如何对文本进行分块", "怎么对文本分块"),
    ("How do you prevent overfitting?", "如何避免过拟合"),
    ("进程之间有哪些通信方式", "进程间通信的方式有哪些"),
    ("缓存雪崩、击穿、穿透的区别", "缓存穿透、缓存击穿和缓存雪崩有什么区别"),
    ("什么是闭包", "What is a closure in JavaScript?"),
    ("索引什么时候会失效", "哪些情况下会索引失效"),
    ("如何加速大模型推理", "怎么做推理加速"),
    ("goroutine 泄露是什么", "什么是 goroutine 泄漏"),
    ("volatile 关键字的作用", "volatile 有什么用"),
    ("What does the temperature parameter do?", "temperature 的作用"),
    ("Frobnicator 注解是什么", "什么是 Frobnicator"),
    ("Redis 性能为什么这么高", "Why is Redis so fast?"),
    ("Netty 高性能的原因有哪些", "Netty 为什么性能好"),
    ("LoRA 为什么能省显存", "LoRA 显存占用低的原因"),
    ("Elasticsearch 检索快的原理", "为什么 Elasticsearch 检索这么快？"),
    ("为什么要使用线程池？", "使用线程池的好处"),
    ("Why use Docker?", "What are the benefits of Docker?"),
    ("Explain Go's scheduler", "How does the Go scheduler work?"),
    ("死锁是怎么回事", "什么是死锁"), ("What is instruction tuning?", "什么是指令微调"),
    ("训练速度太慢如何优化", "怎么提升训练速度"),
    ("为什么梯度会消失", "梯度为什么会消失"),
    ("How to extend the context length of LLMs?", "怎么扩展大模型的上下文长度"),
    ("How to merge two sorted arrays?", "如何合并两个有序数组"),
    ("How to distill a large model into a small model?", "大模型怎么蒸馏到小模型"),
    ("What are the states of a thread?", "线程有哪些状态"),
    ("How to speed up LLM inference?", "大模型推理加速有哪些方法"),
    ("How to choose the rank in LoRA?", "LoRA 的秩怎么选"),
    ("What is the time complexity of quicksort?", "快速排序的时间复杂度是多少"),
    ("What are the transaction isolation levels?", "事务的隔离级别有哪些"),
    ("What do you know about KV cache?", "谈谈你对 KV Cache 的理解"),
    ("三次握手的过程", "TCP 的三次握手是怎样进行的"),
    ("SQL 注入怎么防", "How can SQL injection be prevented?"),
    ("JSON 怎么转成 XML", "How to convert JSON to XML?"),
    ("Why use Transformers instead of RNNs?", "为什么用 Transformer 而不用 RNN"),
    ("与 RNN 相比，Transformer 有什么优势", "Transformer 相比 RNN 的优势"),
    ("Transformer 和 RNN 相比有什么区别", "Difference between RNN and Transformer"),
  ])
  func groups(first: String, second: String) {
    #expect(Self.groups([first, second]) == [[first, second]])
  }

  @Test(arguments: [
    ("LoRA 的特点是什么", "QLoRA 的特点是什么"), ("When should LoRA be used?", "How should LoRA be used?"),
    ("大模型具有什么优点", "大模型具有什么缺点"),
    ("GPT-3 有多少参数", "GPT-4 有多少参数"),
    ("A100 与 H100 的区别", "A100 与 V100 的区别"),
    ("RNN 相比 Transformer 的优点", "Transformer 相比 RNN 的优点"),
    ("Java 的多线程是什么", "Python 的多线程是什么"),
    ("什么是 RAG", "为什么需要 RAG"),
    ("BERT 的缺点", "BERT 的改进"),
    ("正样本怎么构造", "负样本怎么构造"),
    ("有监督微调需要多少数据", "无监督预训练需要多少数据"),
    ("LLMs Tokenizer 介绍", "介绍一下大模型"),
    ("Agent 框架有哪些", "Agent 有哪些"),
    ("JavaScript 的闭包是什么", "Python 的闭包是什么"),
    ("TCP 如何保证可靠传输", "UDP 如何实现可靠传输"),
    ("如何查看 Linux 端口占用", "如何查看 Linux 内存使用情况"),
    ("训练大模型需要多少显存", "大模型推理需要多少显存"),
    ("正向传播是什么", "反向传播是什么"),
    ("Kafka 为什么快", "Kafka 为什么慢"),
    ("Elasticsearch 写入为什么快", "Elasticsearch 查询为什么快"),
    ("FlashAttention 为什么快", "FlashAttention 为什么省显存"),
    ("Transformer 为什么比 RNN 快", "RNN 为什么比 Transformer 快"),
    ("如何保证消息不丢失", "消息为什么会丢失"),
    ("为什么需要 RAG", "RAG 的优点"),
    ("为什么使用 Docker", "如何使用 Docker"),
    ("如何优化训练速度", "如何优化训练效果"),
    ("父组件怎么向子组件传值", "子组件怎么向父组件传值"),
    ("batch size 对学习率有什么影响", "What is the effect of learning rate on batch size?"),
    ("二叉树的前序遍历怎么实现", "二叉树的后序遍历怎么实现"),
    ("What happens if the learning rate is too high?", "What happens if the learning rate is too low?"),
    ("What is an isolation level?", "What are the isolation levels?"),
    ("JVM 的垃圾回收算法有哪些", "Go 的垃圾回收算法有哪些"),
    ("JSON 怎么转成 XML", "How to convert XML to JSON?"),
    ("How do I copy a tensor from GPU to CPU?", "How do I copy a tensor from CPU to GPU?"),
    ("为什么用 Transformer 而不用 RNN", "为什么用 RNN 而不是 Transformer"),
    ("Why replace REST with gRPC?", "Why use REST instead of gRPC?"),
    ("与 RNN 相比，Transformer 的优势", "与 Transformer 相比，RNN 的优势"),
    ("RGB 转 HSV", "HSV 转 RGB"),
    ("PyTorch → TensorFlow", "TensorFlow → PyTorch"),
    ("为什么用 A 不用 B", "为什么用 B 不用 A"),
    ("为什么选 Kafka 不选 RabbitMQ", "为什么选 RabbitMQ 不选 Kafka"),
    ("中译英怎么做", "英译中怎么做"),
    ("快速排序的时间复杂度", "快速排序最坏情况下的时间复杂度"),
    ("What is client-side rendering?", "What is server-side rendering?"),
    ("输入嵌入的作用", "输出嵌入的作用"),
  ])
  func keepsApart(first: String, second: String) {
    #expect(Self.groups([first, second]).isEmpty)
  }

  /// What had come to a page by its score counted as joined by people from the next import on, and led to a third page.
  @Test func chainsNothingToWhatPeopleJoined() {
    let answer = "候选里每步留下得分最高的几个，直到句子结束，再从中取总分最高的一个。"
    let candidates = [
      ("a1", "什么是学习率预热", nil), ("a2", "束搜索的原理是什么", answer), ("b1", "什么是 BERT", nil),
      ("b2", "什么是束搜索", "一种解码时用的近似算法，比贪心好。"), ("b3", "什么是束搜索", answer),
    ].map { QuestionCandidate(id: $0.0, title: $0.1, answerText: $0.2) }
    for list in [["b1", "b2"], ["b1", "b2", "b3"]] {
      let recognizer = DuplicateRecognizer(decisions: DuplicateDecisions(same: [["a1", "a2"], list]))
      #expect(recognizer.groups(of: candidates).groups.map(\.members) == [["a1", "a2"], ["b1", "b2", "b3"]])
    }
  }

  @Test func neverChains() {
    // The second agrees with the first and with the third, these two do not agree with each other.
    let titles = ["什么是位置编码", "请解释什么是位置编码，为什么需要位置编码", "为什么需要位置编码"]
    #expect(Self.groups(titles).map(\.count) == [2])
  }

  @Test func doesNotDependOnTheOrderOfTheInput() throws {
    let titles = try ["many-fields.txt", "interviews.txt"].flatMap { try LabelledTitles.read($0).map(\.title) }
    let expected = Set(Self.groups(titles).map(Set.init))
    var random = SystemRandomNumberGenerator()
    for _ in 0..<3 {
      #expect(Set(Self.groups(titles.shuffled(using: &random)).map(Set.init)) == expected)
    }
  }

  @Test func titleGoesToThePageThatIsCalledSo() {
    let candidates = [("a", "什么是蒸馏？"), ("b", "蒸馏是什么"), ("c", "什么是蒸馏?"), ("d", "蒸馏是什么？")].map {
      QuestionCandidate(id: $0.0, title: $0.1)
    }
    let recognizer = DuplicateRecognizer(decisions: DuplicateDecisions(different: [["a", "b"]]))
    for order in [candidates, candidates.reversed()] {
      #expect(Set(recognizer.groups(of: order).groups.map { Set($0.members) }) == [["a", "c"], ["b", "d"]])
    }
  }

  @Test func survivesTitlesThatSayNothing() {
    let titles = ["", " ", "？", "的", "A", "🎉🎉", "🎉🎉🎉", "为什么", "……", "123"]
    #expect(Self.groups(titles).isEmpty)
  }

  @Test func readsTitlesOfTenThousandCharacters() {
    let words = String(repeating: "注意力机制的计算和内存开销与序列长度的关系，", count: 500)
    let titles = [words, words + "甲", "🎉" + words, String(repeating: "?", count: 10_000), String(repeating: "a", count: 10_000)]
    let result = Self.recognizer.groups(of: titles.enumerated().map { QuestionCandidate(id: String($0), title: $1) })
    #expect(result.groups.allSatisfy { $0.members == ["0", "2"] })
  }

  @Test func readsVeryLongTitles() {
    let long = String(repeating: "什么是注意力机制和位置编码的关系", count: 600)
    let candidates = [("a", long), ("b", long), ("c", long + "啊"), ("d", "什么是注意力机制")]
      .map { QuestionCandidate(id: $0.0, title: $0.1) }
    #expect(Self.recognizer.groups(of: candidates).groups.map(\.members) == [["a", "b"]])
  }

  @Test func letsDecisionsWin() {
    let titles = ["什么是 LoRA", "介绍一下 LoRA", "RAG 的评估"]
    #expect(Self.groups(titles, decisions: DuplicateDecisions(different: [[titles[0], titles[1]]])).isEmpty)
    #expect(
      Self.groups(titles, decisions: DuplicateDecisions(same: [[titles[0], titles[2]]])).contains {
        Set($0).isSuperset(of: [titles[0], titles[2]])
      })
  }

  @Test func reportsDecisionsThatContradict() {
    let decisions = DuplicateDecisions(same: [["a", "b"], ["b", "c"]], different: [["a", "c"]])
    let candidates = ["a", "b", "c"].map { QuestionCandidate(id: $0, title: "什么是 LoRA") }
    let result = DuplicateRecognizer(decisions: decisions).groups(of: candidates)
    #expect(result.contradictions == [DuplicateGrouping.Contradiction(first: "a", second: "c", list: 0)])
    #expect(result.groups.allSatisfy { !Set($0.members).isSuperset(of: ["a", "c"]) })
  }

  @Test func givesReasonsInWords() throws {
    let candidates = [("a", "LoRA 的优点"), ("b", "LoRA 有哪些优势？")].map { QuestionCandidate(id: $0.0, title: $0.1) }
    let group = try #require(Self.recognizer.groups(of: candidates).groups.first)
    #expect(group.reason == "about LoRA, both ask for “advantages”")
  }

  @Test func linksQuestionsThatShareConceptsOnly() {
    let candidates = [("a", "LoRA 的优点"), ("b", "LoRA 的缺点")].map { QuestionCandidate(id: $0.0, title: $0.1) }
    let related = Self.recognizer.groups(of: candidates).related
    #expect(related.map { Set([$0.first, $0.second]) } == [["a", "b"]])
  }

  private static func related(_ titles: [String]) -> Set<Set<String>> {
    Set(recognizer.groups(of: titles.map { QuestionCandidate(id: $0, title: $0) }).related.map { [$0.first, $0.second] })
  }

  @Test func linksQuestionsThatShareARareConcept() {
    let titles = ["PagedAttention 和 FlashAttention 的区别", "PagedAttention 是怎么管理 KV cache 的", "什么是数据库索引", "进程和线程的区别"]
    #expect(Self.related(titles) == [[titles[0], titles[1]]])
  }

  /// Each question about AI was related to all others.
  @Test func linksNoQuestionsThatShareTheirFieldOnly() {
    #expect(Self.related(["AI 行业需要哪些岗位", "AI 芯片的供应商有哪些", "AI 绘画怎么收费"]).isEmpty)
  }

  @Test func keepsRelatedQuestionsFew() {
    let titles = (1...30).map { "LoRA 的 \($0) 号实验" }
    for title in titles { #expect(Self.related(titles).count { $0.contains(title) } <= 5) }
  }

  @Test func liftsUndecidedPairsByTheirAnswers() {
    let answer = "多头注意力把输入投影到若干子空间，各自计算注意力再拼接，因此能同时捕捉不同位置和不同语义的依赖。"
    let other = "它在若干子空间各自计算注意力再拼接，同时捕捉不同位置、不同语义的依赖，输入先投影。"
    func candidates(_ first: String?, _ second: String?) -> [QuestionCandidate] {
      [
        QuestionCandidate(id: "a", title: "多头注意力的作用是什么", answerText: first),
        QuestionCandidate(id: "b", title: "什么是多头注意力", answerText: second),
      ]
    }
    #expect(Self.recognizer.groups(of: candidates(nil, nil)).undecided.count == 1)
    #expect(Self.recognizer.groups(of: candidates(answer, other)).groups.count == 1)
    // What else there is does not change the page that says why.
    let unrelated = ["束搜索每步保留得分最高的几个候选。", "梯度累加把几个小批量的梯度加起来。"].enumerated().map {
      QuestionCandidate(id: "c\($0)", title: "问题\($0)", answerText: $1)
    }
    let reasons = [[], unrelated].map { Self.recognizer.groups(of: candidates(answer, other) + $0).groups.first?.reason }
    #expect(reasons[0] == reasons[1] && reasons[0]?.hasSuffix("the answers overlap") == true, "\(reasons)")
  }
}

extension DuplicateRecognizerTests {
  @Test func keepsAHeadingFromTheQuestionOnItsPage() {
    func groups(_ first: [String], _ second: [String]) -> Int {
      Self.recognizer.groups(of: [
        QuestionCandidate(id: "a", title: "什么是注意力机制？", answerText: "一种加权的方法。", documents: first),
        QuestionCandidate(id: "b", title: "注意力机制", answerText: "下面推导公式与参数量。", documents: second),
      ]).groups.count
    }
    #expect(groups(["page"], ["page", "third"]) == 0)
    #expect(groups(["page"], ["other"]) == 1)
  }

  /// What people settle about one question changed which others were related.
  @Test func relatesOtherQuestionsAlikeWhateverIsSettled() {
    let titles = [
      "什么是消息队列？", "介绍一下消息队列", "消息队列是什么", "消息队列的优点", "消息队列的缺点", "消息队列的应用场景", "消息队列怎么选型",
      "为什么要用消息队列", "消息队列如何保证顺序", "消息队列的原理", "如何设计一个消息队列", "消息队列有哪些", "消息队列怎么去重", "消息队列的历史",
    ]
    let candidates = titles.enumerated().map { QuestionCandidate(id: String($0), title: $1) }
    func related(_ decisions: DuplicateDecisions) -> Set<Set<String>> {
      let result = DuplicateRecognizer(decisions: decisions).groups(of: candidates)
      let names = result.groups.reduce(into: [String: String]()) { names, group in for id in group.members { names[id] = group.members[0] }
      }
      return Set(result.related.map { [names[$0.first] ?? $0.first, names[$0.second] ?? $0.second] })
    }
    let undecided = related(.none)
    #expect(undecided.count > 5)
    #expect(related(DuplicateDecisions(same: [["0", "1"]])) == undecided)
    #expect(related(DuplicateDecisions(different: [["3", "4"]])) == undecided)
  }
}
