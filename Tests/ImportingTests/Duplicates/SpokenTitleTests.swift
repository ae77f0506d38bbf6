import Testing

@testable import Importing

/// Titles as people say them, and names that are glossed or met somewhere.
@Suite struct SpokenTitleTests {
  @Test(arguments: [
    ("跳表你了解吗，原理是啥", "跳表的原理"),
    ("什么是进程和线程，二者有什么区别", "进程和线程的区别"),
    ("你们项目里为啥要用 Redis", "为什么要用 Redis"),
    ("排序算法说几个", "排序算法有哪些"),
    ("分块预填充技术（chunked prefill）是什么", "什么是 chunked prefill"),
    ("select 和 poll 有啥区别", "poll 跟 select 的区别"),
    ("Java 里重载和重写的区别", "重载与重写有什么不同"),
    ("LightGBM 相比 XGBoost 做了哪些改进", "XGBoost 和 LightGBM 的区别"),
    ("Redis 命中率低怎么优化", "如何提升 Redis 命中率"),
    ("垃圾回收的过程讲一下", "垃圾回收的流程是什么"),
    // Preambles and requests beside the question.
    ("乐观锁用过吗，怎么实现的", "乐观锁怎么实现"),
    ("为什么要用布隆过滤器，能解释一下吗", "为什么要用布隆过滤器"),
    ("什么是缓存穿透，怎么解决", "缓存穿透是什么"),
    ("What is LoRA and how does it work?", "What is LoRA?"),
    ("好，那接着问，Redis 为什么这么快", "Redis 快的原因"),
    ("你了解布隆过滤器吗", "介绍一下布隆过滤器"),
    ("谈谈 Agent 中的 ReAct", "什么是 ReAct"),
    ("训练时 BN 跟 LN 区别在哪", "BN 和 LN 的区别"),
    ("激活重计算是什么", "What is gradient checkpointing?"),
    // Traditional characters, and the words of Taiwan.
    ("LoRA 是甚麼", "LoRA 是什么"),
    ("LoRA 與 QLoRA 的區別爲何", "LoRA 和 QLoRA 的区别是什么"),
    ("為甚麼 Redis 這麼快", "Redis 为什么快"),
    ("快取穿透是甚麼", "什么是缓存穿透"),
    ("怎麼實作分散式鎖", "分布式锁怎么实现"),
    // Slips in Latin names.
    ("什么是 continous batching", "介绍一下 continuous batching"),
    ("What is self-attenttion?", "What is self-attention?"),
    ("What is knowledge distilaltion?", "What is knowledge distillation?"),
    // What says when or where the rest is.
    ("PPO 阶段 KL 惩罚项的作用是什么", "PPO 里 KL 惩罚项有什么作用"),
    ("计算注意力分数时为什么要缩放", "注意力分数为什么要缩放"),
    ("SFT 之后为什么还要做 RLHF", "为什么做完 SFT 还需要 RLHF"),
    ("【面试】12. 什么是模型蒸馏", "知识蒸馏的概念"),
    ("第54题：HNSW 算法是如何工作的", "HNSW 的原理"),
    ("为什么 CoT 有效", "Why does chain-of-thought work?"),
    ("Redis 怎么实现分布式锁", "如何用 Redis 做分布式锁"),
    ("BERT 一共有几层", "BERT 的层数是多少"),
    ("B+树和跳表怎么选，有什么区别", "B+树和跳表的区别"),
    ("什么时候用 RAG，什么时候用微调", "RAG 和微调怎么选"),
    ("知识库项目里 RAG 和微调怎么选", "RAG 和微调怎么选"),
    ("你了解 FlashAttention 吗？说说它的原理", "FlashAttention 的原理是什么"),
    ("给定层数和头数，如何计算 KV Cache 的显存占用", "KV Cache 的显存占用怎么计算"),
    ("说一下 JVM 内存结构（内存区域划分）", "JVM 内存结构有哪几部分"),
    ("GraphRAG 和传统 RAG 的区别", "GraphRAG 和 RAG 有什么不同"),
    ("容器和虚拟机的区别", "Docker 和虚拟机有什么不同"),
    ("为什么 decoder-only 这么流行", "为什么都用 decoder-only"),
    ("RAG 的分块策略有哪些", "常用的分块方法有哪些"),
    ("选 embedding 模型要考虑哪些因素", "embedding 模型怎么选"),
    // A verb of which the subject stands behind it.
    ("教师模型如何指导学生模型", "学生模型如何被教师模型指导"),
    ("Spring 如何管理 Bean", "Bean 如何被 Spring 管理"),
    ("RAG 如何结合知识图谱", "知识图谱如何与 RAG 结合"),
    // Names with a word exchanged, and names of several meanings.
    ("事务未生效的场景有哪些", "事务失效的场景有哪些"),
    ("PRM 和 ORM 的区别", "过程奖励模型与结果奖励模型有什么不同"),
    ("重排和重绘的区别", "回流与重绘的区别"),
    ("什么时候会触发 Full GC", "Full GC 的触发条件"),
    ("如何排查 Pod 一直 Pending", "Pod 处于 Pending 状态怎么办"),
    // What is wrong says what is wanted.
    ("大量 TIME_WAIT 怎么处理", "TIME_WAIT 过多怎么解决"),
    ("召回率低怎么办", "怎么提升召回率"),
    ("显存占用太高怎么解决", "怎么降低显存占用"),
    ("专家负载不均衡怎么解决", "怎么保证专家负载均衡"),
    // To be told about what takes its course.
    ("讲讲四次挥手", "四次挥手的过程"),
    ("类加载机制了解吗", "类是怎么加载的"),
    ("激活重计算是怎么省显存的", "激活重计算的原理"),
    // Names of a series, written together.
    ("zero1/2/3 的区别", "ZeRO-1、ZeRO-2、ZeRO-3 有什么不同"),
    ("说说 ZeRO-1/2/3 的区别", "ZeRO 各个 stage 有什么不同"),
    // A property that nothing has, and a modal verb in an attribute.
    ("为什么需要高可用？", "为什么要做高可用"),
    ("GPT-4 能处理的任务", "GPT-4 能处理哪些任务"),
    // Where it is met, what is there already, what a name says again.
    ("线上 Java 服务 OOM 怎么排查", "JVM 内存溢出怎么排查"),
    ("大模型预训练过程中 loss 飙升怎么解决", "预训练 loss spike 怎么处理"),
    ("RAG 里已经有向量检索了，为什么还要重排序", "为什么要做重排序"),
    ("检索系统的向量模型怎么选", "检索系统里 embedding 模型怎么选"),
    ("self-attention 为什么要缩放（除以根号 dk）", "attention 为什么要除以 √d_k"),
    ("MySQL 索引失效的场景有哪些", "哪些情况会导致索引失效"),
    ("注意力汇聚（attention sink）现象介绍", "什么是 attention sink"),
    ("CBOW 和 Skip-gram 的区别", "word2vec 的两种模型 CBOW 与 Skip-gram 有何不同"),
    ("MoE 如何做负载均衡", "MoE 的负载均衡怎么做"),
    ("ReAct (Reason + Act) 是什么", "什么是 ReAct"),
    // Heads and tails that only speak.
    ("方便说一下吗，存活探针跟就绪探针有什么区别", "liveness 探针和 readiness 探针的区别"),
    ("LoRA 和 QLoRA 这俩容易混，有什么不同", "LoRA 与 QLoRA 的区别"),
    ("RAG 为什么还需要 rerank 这一步", "RAG 为什么还需要 rerank"),
    ("GRPO 相比 PPO 到底改了哪些地方", "GRPO 和 PPO 的区别"),
    // Names that are parted, turned or in both languages.
    ("智能体的 memory 是怎么设计的", "智能体记忆怎么设计"),
    ("怎么清洗数据", "数据清洗怎么做"),
    ("为什么 Transformer 用的是 LN，而不是 BN", "为什么 Transformer 用 LN 而不用 BN"),
    ("为什么是三次握手而不是两次", "为什么是三次握手"),
  ])
  func takesPhrasingsForOne(first: String, second: String) {
    #expect(DuplicateRecognizerTests.groups([first, second]).count == 1)
  }

  @Test(arguments: [
    ("zero1/2 的区别", "zero2/3 的区别"),
    ("GRPO 改了哪些地方", "PPO 改了哪些地方"),
    // A lower-case name amid Han characters was no name, and so had no direction.
    ("Python 怎么把 list 转成 set", "Python 怎么把 set 转成 list"),
    ("Java 中接口和抽象类的区别", "C# 中接口和抽象类的区别"),
    ("RoBERTa 对 BERT 做了哪些改进", "BERT 对 RoBERTa 做了哪些改进"),
    ("跳表你了解吗，原理是啥", "跳表你了解吗，有哪些应用场景"),
    ("什么是跳表", "跳表的原理"),
    ("什么是进程和线程", "进程和线程的区别"),
    ("类加载", "类加载过程"),
    ("注意力（flash attention）是什么", "注意力是什么"),
    ("C++ 引用是什么", "C++ 是什么"),
    // A second clause with a subject of its own was not read.
    ("Redis 用过吗，怎么持久化的", "Redis 用过吗，怎么做集群的"),
    ("学习率太大怎么办", "学习率太小怎么办"),
    ("显存占用高怎么办", "显存占用低怎么办"),
    // What is given to whom had no direction.
    ("父组件怎么给子组件传值", "子组件怎么给父组件传值"),
    // 查询 was read as the kind of MySQL.
    ("MySQL 插入慢怎么优化", "MySQL 查询慢怎么优化"),
    ("注意力机制", "注意力的机制是怎样的"),
    // A compound question is its main clause.
    ("什么是缓存穿透，怎么解决", "怎么解决缓存穿透"),
    ("What is LoRA and how does it work?", "How does LoRA work?"),
    // What comes first.
    ("SFT 之后为什么还要做 RLHF", "RLHF 之后为什么还要做 SFT"),
    ("先剪枝再量化有什么好处", "先量化再剪枝有什么好处"),
    ("为什么归一化放在残差之前", "为什么归一化放在残差之后"),
    ("量化前为什么要剪枝", "剪枝前为什么要量化"),
    ("Why do we do SFT before RLHF?", "Why do we do RLHF before SFT?"),
    ("为什么要用 LoRA", "LoRA 为什么有效"),
    ("什么是提示词注入", "什么是间接提示词注入"),
    // What acts on what.
    ("大模型如何增强知识图谱", "知识图谱如何增强大模型"),
    // What is counted, and where.
    ("BERT 有多少参数", "BERT 有多少层"),
    ("How many layers does GPT-3 have?", "How many parameters does GPT-3 have?"),
    ("中国的芯片公司有哪些", "美国的芯片公司有哪些"),
  ])
  func keepsQuestionsApart(first: String, second: String) {
    #expect(DuplicateRecognizerTests.groups([first, second]).isEmpty)
  }
}
