import Testing

@testable import Importing

@Suite struct TermGroupTests {
  static func source(_ number: Int, _ terms: [(chinese: String?, english: String?, abbreviation: String?)]) -> ImportedSource {
    ImportedSource(
      id: "s-\(number)", slug: "s\(number)", document: "d\(number).txt", hash: "", title: "T", language: "zh", items: [],
      terms: terms.enumerated().map {
        .init(chinese: $1.chinese, english: $1.english, abbreviation: $1.abbreviation, aliases: [], definition: "一种量具。", line: $0 + 1)
      }, images: [])
  }

  static func groups(_ terms: [(chinese: String?, english: String?, abbreviation: String?)], known: Set<String> = []) -> [Int] {
    TermGroups([source(1, terms)], known: known).groups.map(\.mentions.count)
  }

  @Test func joinsMentionsByAFullName() {
    #expect(Self.groups([("量杯模型", "Cup Model", nil), (nil, "cup model", "CM"), ("瓶模型", "Bottle Model", nil)]) == [2, 1])
  }

  @Test func joinsMentionsByAnAbbreviationThatNothingContradicts() {
    #expect(Self.groups([("量杯模型", nil, "QBM"), ("量杯网络", nil, "QBMs"), (nil, "Quick Beaker Model", "QBM")]) == [3])
  }

  @Test func keepsFullNamesOfOneAbbreviationApart() {
    #expect(Self.groups([(nil, "Quick Beaker Model", "QBM"), (nil, "Quiet Bottle Mixer", "QBM")]) == [1, 1])
  }

  @Test func leavesAwayWhatPeopleWrote() {
    #expect(Self.groups([("量杯模型", nil, "QBM"), ("瓶模型", nil, nil)], known: ["qbm"]) == [1])
  }

  @Test func readsTheNamesInATitle() {
    var source = Self.source(1, [])
    source.items = [.init(title: "基于量杯的学习（QBM）", kind: "definition", first: 3, last: 5, isAnswered: true, blocks: ["定义。"])]
    let mention = TermDrafting.Mention.all(in: source)[0]
    #expect(mention.term.chinese == "基于量杯的学习")
    #expect(mention.term.abbreviation == "QBM")
  }

  /// A product's name is Latin in a Chinese text as well.
  @Test(arguments: [
    ("CupKit 是一个量杯编排框架，由多个杯子对话完成任务。", "zh", true), ("CupKit is a framework that lets cups talk.", "en", false), ("", "en", false),
  ]) func writesAPageInTheLanguageOfItsText(definition: String, language: String, hasTranslation: Bool) {
    let term = ImportedSource.Term(chinese: nil, english: "CupKit", abbreviation: nil, aliases: [], definition: definition, line: 4)
    let draft = TermDrafting(mentions: [.init(source: Self.source(1, []), term: term)]).draft(id: "t-1", slug: "cupkit", names: ["cupkit"])
    #expect(draft.path == "terms/cupkit.\(language).md")
    #expect(draft.text.contains("translation:\n  - CupKit\n") == hasTranslation)
    #expect(draft.text.contains("status: proposed\n") && draft.text.contains("origins:\n  - s1#L4\n"))
  }
}

@Suite struct ProposedTermTests {
  /// Titles of the terms that an import of one page proposes.
  static func proposed(_ page: String, as name: String, beside term: String? = nil) async throws -> [String] {
    let folder = try ImportFolder([name: page])
    if let term { try folder.write(term, to: "Content/terms/own.zh.md") }
    try await folder.importAll()
    let titles = try folder.snapshot().filter { $0.key.hasPrefix("terms/") && $0.key != "terms/own.zh.md" }.values
    return titles.compactMap { String(decoding: $0, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("title: ") } }
      .map { String($0.dropFirst(7)) }.sorted()
  }

  static let page = """
    # 读表

    ## 什么是术语表？

    术语表把每个词的两种说法放在一起，读者可以很快查到。

    | 中文 | 英文全称 | 缩写 |
    |---|---|---|
    | 量杯采样 | Beaker Sampling | BKS |
    | 倾倒检索 | Pouring Retrieval | - |

    | 模型 | 架构 |
    |---|---|
    | BERT | 仅编码器 |

    """

  /// A page that only says it is on its way needs a definition or a term that is used as one.
  @Test(arguments: [
    ("倒空队列（pour-out queue）放倒不出来的水。倒空队列要定期清。\n倒空队列满了就报警，倒空队列在后台处理。\n清完倒空队列再开阀门。", ["倒空队列"]),
    ("溢出的水进倒空队列（POQ），再人工处理。\n倒空队列满了就报警。\n清完倒空队列再开阀门。", []),
    ("程序跑在 Java Virtual Machine（JVM）上。\nJVM 回收内存。\nJVM 也编译代码。", []),
    ("位置按正弦（sinusoidal）曲线编码。\n正弦的周期各不相同。\n正弦取值在一以内。", []),
    ("溢出的水进倒空队列（pour-out queue），再人工处理。", []),
  ])
  func proposesNoTermThatNothingIsSaidOf(answer: String, terms: [String]) async throws {
    #expect(try await Self.proposed("量杯面试题\n\n1. 水溢出怎么办？\n\(answer)\n2. 怎么洗杯子？\n用清水洗两遍。\n", as: "a.txt") == terms)
  }

  @Test func readsTablesWhoseHeadNamesLanguages() async throws {
    #expect(try await Self.proposed(Self.page, as: "a.md") == ["倾倒检索", "量杯采样"])
  }

  @Test func proposesNoNameByWhichAConceptOfThePeopleIsSought() async throws {
    let own = "---\ntitle: 烧杯抽样\naliases: [量杯采样]\n---\n\n烧杯抽样是一种抽样。\n"
    #expect(try await Self.proposed(Self.page, as: "a.md", beside: own) == ["倾倒检索"])
  }

  @Test func takesWhatIsSaidOfSeveralThingsForNoTerm() async throws {
    let page = """
      # 量杯笔记

      ## 基础术语

      - 7B、13B、70B等：这些一般指参数的个数，B 是十亿，7B 就是七十亿个参数。
      - 量杯采样：按固定的容量一次取出一批样本，取满以后才开始训练。
      - 倾倒检索：先把所有候选倒出来，再从里面挑出最接近的几条。
      """
    #expect(try await Self.proposed(page, as: "a.md") == ["倾倒检索", "量杯采样"])
  }
}
