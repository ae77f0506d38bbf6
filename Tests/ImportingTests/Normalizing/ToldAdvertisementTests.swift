import Testing

@testable import Importing

/// Pages whose subject is what advertisements speak of.
@Suite struct ToldAdvertisementTests {
  static func stripped(_ text: String) async -> [String] {
    let page = await normalize([ScrapedDocument(path: "a.txt", text: text)])[0]
    return zip(page.document.lines, page.verdicts).filter { $0.1.action == .strip }.map(\.0.text)
  }

  /// Sentences that speak to nobody are answers, what speaks to the reader is none.
  @Test(arguments: [
    """
    在线课程的推荐系统面试题
    1. 新学员没有行为数据怎么办？
    先推免费试听课，有了学习行为再换成个性化的推荐。
    - 价格：9.9 元的体验课会挤占点击，训练目标里要加约束
    2. 课程的效果用什么衡量？
    看试听率、报名率与完课率，付费课程还要看退款率。
    """,
    """
    公众号开发面试题
    1. 用户关注公众号时服务端收到什么？
    收到关注事件，五秒之内返回报文。
    2. 怎样生成带参数的二维码？
    好友扫码关注后，事件里带着场景值，据此给邀请人记一分。
    """,
    """
    商业化面试题
    1. 订阅制与广告制怎么选？
    订阅制按月付费，收入稳定；广告制靠流量变现。
    会员可以免广告，首月优惠价 1 元能提高转化率。
    2. 优惠券超发怎么防？
    先在缓存里扣库存，再异步落库。
    """,
    """
    Coupon systems: interview questions
    1. How would you design a coupon code system?
    A promo code may be limited to new users, to one use per account, or to a date range.
    2. How do you measure a free trial?
    A free trial converts better if people can sign up without a credit card.
    """,
  ])
  func keepsWhatTheAnswersTell(page: String) async {
    #expect(await Self.stripped(page) == [])
    let advertisement = "扫码关注公众号“后端小栈”，回复“面试”免费领取 500 道面试题"
    #expect(await Self.stripped(page + "\n" + advertisement) == [advertisement])
  }

  /// Members of lists are short, and worded as advertisements are: what stands above them and whom they speak to tells.
  @Test(arguments: [
    "优惠券面试题\n\n1. 优惠券有哪些类型？\n常见的有三种：\n- 满减券：原价 100 元，满 80 减 20\n- 折扣券：打八折，最高抵扣 50 元\n- 兑换券：凭兑换码免费领取一件商品\n\n2. 叠加规则怎样设计？\n先算折扣再算满减，互斥关系写在配置里：\n- 限时秒杀商品：不参与满减\n- 新人专享券：首单立减 15 元，七天内有效",
    "优惠券面试题\n- 满减券：原价 100 元，满 80 减 20\n- 折扣券：打八折\n1. 怎样发放？\n满减券：满 80 减 20，限时领取\n折扣券：打八折，原价 50 元",
    "微信公众号\n\n1. 公众号有哪些类型？\n- 订阅号：每天群发一次\n- 服务号：支持微信支付\n\n2. 关注公众号的流程里有哪些事件？\n- 扫码关注：带场景值的事件\n- 长按识别二维码：与扫码的事件相同\n- 回复关键词：按关键词返回素材",
  ])
  func keepsMembersOfLists(page: String) async {
    #expect(await Self.stripped(page) == [])
    let advertisement = [
      "关注公众号「后端小栈」，回复 888 领取面试资料", "- 扫码加微信 hdxz2024，进交流群", "- 限时优惠：原价 299 元，现价 99 元，点击购买",
    ]
    #expect(await Self.stripped(page + "\n\n" + advertisement.joined(separator: "\n")) == advertisement)
  }

  @Test func keepsWordingsThatASentenceNames() async {
    let text = "检索问答\n1. 知识库里混有广告会怎样？\n会挤掉有用的片段。\n- 加微信、扫码领券这类句子对回答没有帮助，清洗时删掉。\n"
    #expect(await Self.stripped(text) == [])
  }

  /// Lessons that ask like questions stand between two advertisements, and nobody answers them.
  @Test func takesACurriculumBetweenAdvertisements() async {
    let course = """
      「检索实战营」第 6 期招生，名额有限
      你将收获：
      ✅ 两个能写进简历的项目
      课程大纲
      第 1 周 检索全景
      1.1 什么是倒排索引？
      1.2 为什么要召回？
      第 2 周 排序
      2.1 多目标怎么做？
      原价 ¥1980，早鸟价 ¥599，两人拼团再减 100
      """
    let text = "检索面试题\n一、什么是召回？\n从全部文档里先取出几百篇。\n\(course)\n二、什么是精排？\n对这几百篇逐篇打分。\n"
    #expect(await Self.stripped(text) == course.split(separator: "\n").map(String.init))
  }

  /// Names of columns, each with its value on the line below.
  @Test func takesTheHeadOfAnExportWithValuesBelow() async {
    let head = "Created by\n王小明\nCreated\nMarch 3, 2024 10:21 AM\nLast edited time\nMarch 3, 2024 10:21 AM\nTags\nRedis, 锁\nStatus\nDone"
    let answers = "1. 什么是分布式锁？\n多个进程之间互斥访问共享资源的机制。\n2. 锁过期了怎么办？\n续期，或者让写入方自己校验。\n"
    let page = await normalize([ScrapedDocument(path: "a.txt", text: "分布式锁面试题\n\n\(head)\n\n\(answers)")])[0]
    let kept = zip(page.document.lines, page.verdicts).filter { $0.1.action == .keep }.map(\.0.text)
    #expect(kept == ["分布式锁面试题"] + answers.split(separator: "\n").map(String.init))
    #expect(page.provenance.author == "王小明")
  }

  @Test func takesTheQuestionThatHeadsAnAdvertisement() async throws {
    let questions = (1...4).map { "<h2>\($0). 第 \($0) 种索引怎样更新？</h2><p>第 \($0) 种索引在后台合并，合并时旧的照常可读。</p>" }.joined()
    let pitch = "<h2>如何零基础入门检索？</h2><p>很多小伙伴问我怎么学，这里给大家准备了一份系统的学习路线。</p><p>需要的同学威信扫码即可免费领取</p>"
    let items = try await HTMLItemTests.items("<article><h1>索引面试题</h1>\(questions)\(pitch)</article>")
    #expect(items.count == 4)
  }
}
