/// Words that look like those of a language and mean nothing: texts made of them have the letters, the lengths and the
/// repetitions of real ones. The same on every run.
public struct SyntheticVocabulary: Sendable {
  /// Chinese words of one to three characters, common ones first.
  public let chinese: [String]
  /// English words, common ones first.
  public let english: [String]
  private let rank: ZipfSampler

  public init(count: Int = 6000, seed: UInt64 = 7) {
    var generator = SplitMix64(seed: seed)
    let characters = Self.characters.map(String.init)
    let common = ZipfSampler(count: characters.count, flatness: 40)
    chinese = Self.distinct(count) {
      (0..<[1, 2, 2, 2, 2, 2, 3, 3][generator.below(8)]).map { _ in characters[common.draw(&generator)] }.joined()
    }
    english = Self.distinct(count) {
      (0..<[1, 2, 2, 2, 3, 3][generator.below(6)]).map { _ in
        Self.onsets[generator.below(Self.onsets.count)] + Self.rimes[generator.below(Self.rimes.count)]
      }.joined()
    }
    rank = ZipfSampler(count: count, flatness: 20)
  }

  /// A word as texts use it.
  public func word(isChinese: Bool, _ generator: inout SplitMix64) -> String {
    (isChinese ? chinese : english)[rank.draw(&generator)]
  }

  /// Words in a row, as a language writes them.
  public func words(_ count: Int, isChinese: Bool, _ generator: inout SplitMix64) -> String {
    (0..<count).map { _ in word(isChinese: isChinese, &generator) }.joined(separator: isChinese ? "" : " ")
  }

  private static func distinct(_ count: Int, _ make: () -> String) -> [String] {
    var seen: Set<String> = [], words: [String] = []
    while words.count < count {
      let word = make()
      if seen.insert(word).inserted { words.append(word) }
    }
    return words
  }

  private static let onsets = ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "pr", "ch", "qu"]
  private static let rimes = ["a", "e", "i", "o", "u", "an", "en", "in", "on", "ar", "er", "or", "al", "el", "at", "ect", "ing", "ion"]

  /// Han characters that texts about technology use, common ones first.
  private static let characters = Array(
    """
    的模是一型用数个不量分有训度练为大与码要对在和时多成常算重可化文每到能出样参上以力存等注么只本例\
    器位意区同入调解见长误理合加输据层法计小语学下微什中词并预前权更示变率相约向标值它子自提后把定置\
    会编比次少得方测步答任过回就务言于行性部问好最通或实全字梯怎表推两式正因取来习再检头按显类差接生\
    新段序点结原做索列现题查失果代放优处没内写由作线改而增高缓也几间如看批选了指都别知人态之平所使复\
    各需限开准组单先减机种卡里归规节考较从无低偏损这确降近构关激活给者键评识监工条均则容主图目万励督\
    越效追信动还奖混三询去制直其换何应块若论反强维适保概切配状证第系缩格程明求读整被验集网省哪发决说\
    采体随让布专些流错价掩缀质亿完矩话仍留宽公积共否续乘始试令占带像句阵连统络精张很底但嵌外料略域交\
    总进负阶断离快似道扩特基元领此案设影思充家真觉名路经倍速符固排难已转义具零束面请片项当齐受除号超\
    座逐起靠慢许馈致口稳秩局频空级即源半记收己范仅双二打掉架策事另然持依核年形函件天绝轮易环必填温投\
    建移期档骤百窗叉十息门展初短判余运释残估感循立才消够翻升那剪译份延缺往校未链太签含达页惩罚累办响\
    引深户距传乎找吗简远材地视防拼称且教造独某须抽幻们秒稀困身清享征迟他般版控止叠四认支择压杂忘隐载\
    导弦惑足搜库蒸馏尾插拟非住害旋散益疏滑观智遗左拒手遮召我敏继互衰落角围端补普衡律右干安心历忆邻英\
    产裁服述神硬截群跨利情密替想界隔边便摘假顺突幅报告删及卷热至势千助首早水峰根爆炸弃划该舍储停冻又\
    跳术际赖今丢候署熵坏气素细史音费板描贪风浮象瓶察退噪泛漏析融照满吞吐针拆卸盖滤潜执忠却稠框日播藏\
    修毫碎猜颈附功串研供括侧迁包弱终乱师究聚胜额技饱旧属泄避径客业险场审备销映异遍宜书殊染免聊邮汇着\
    诚射绕途枝末介污破送软命忽谱贵阈极握望母声恒递沿议攻击景匹跑录爱粒恰斜科汉走波池你兼涌献败尺遇虑\
    挑辨狱冲谷歌白黑联广草稿讲辑纯五折严海典套繁浪队搬露纳洗私溢探剩绍础允承台境绩色危尖轻访光甚趋启\
    冗听扰泡篇默返覆楚灾游装红顾遵死矛盾东西登穿哈况塔茶资匀贡尚拉临志甲斯坍塌抄溯争护雅践管希箱帮夹\
    封奇恢族协操获竞医健御华司仿品乙擅念障谄媚巴懂辅谈涨喝绿善扣纠恶金幂商罕疗物蔽税猫禁粗筛官六良拿\
    闲曲搭迎伤骨钻钟副跟穷申寸七灵蛋急桥迷弥偿叫籍讨味虚净敛久阅国创寻付透荐尤洞闭施榜迅款锐既碍责美
    """)
}
