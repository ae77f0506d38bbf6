import ContentModel
import Diagnostics
import Foundation
import Testing

@testable import Terminology

@Suite struct TermCheckTests {
  static let lora = (
    "terms/lora.en.md",
    "---\ntitle: Low-rank adaptation\nabbreviation: [LoRA]\ndeprecated: [low-order tuning]\nrelated: [tuning]\n---\nLow-order tuning is what it is not.\n"
  )
  static let terms = [
    lora, ("terms/lora.zh.md", "---\ntitle: 低秩适配\ndeprecated: [低秩调整]\n---\n适配。\n"),
    ("terms/tuning.en.md", "---\ntitle: Fine-tuning\n---\nMore training.\n"), ("terms/tuning.zh.md", "---\ntitle: 微调\n---\n再训练。\n"),
    ("terms/pruning.en.md", "---\ntitle: Pruning\nrelated: [lora]\n---\nCuts.\n"), ("terms/pruning.zh.md", "---\ntitle: 剪枝\n---\n剪。\n"),
    ("pages/about.zh.md", "---\ntitle: 关于\n---\n这里讲剪枝。\n"),
  ]

  /// What the rules find in pages beside three well kept terms.
  private func check(_ pages: [(String, String)], without: Set<String> = ["orphan-concept"]) async -> [Diagnostic] {
    let documents = (Self.terms + pages).compactMap { path, text in
      Document.decode(SourceFile(path: path, text: text), path: path, languages: [.chinese, .english]).0
    }
    let concepts = documents.filter { $0.id.section == .terms }.map { document in
      let language = document.language
      func terms(_ key: String, _ status: Term.Status) -> [Term] {
        document.frontMatter.list(key).map {
          Term($0.value, language: language, status: status, declaration: (document.file, $0.range))
        }
      }
      return Concept(
        id: document.id,
        terms: terms("title", .preferred) + terms("admitted", .admitted) + terms("deprecated", .deprecated)
          + terms("abbreviation", .abbreviation))
    }
    return TermCheck.diagnostics(in: await CheckedSite(Corpus(documents), termbase: Termbase(concepts))).filter {
      !without.contains($0.rule)
    }
  }

  private func question(_ body: String, front: String = "", language: String = "zh") -> (String, String) {
    ("questions/q.\(language).md", "---\ntitle: 问题\n\(front)---\n\(body)\n")
  }

  @Test func findsNothingInWellKeptTerms() async {
    #expect(await check([], without: []).map(\.rule) == [])
  }

  /// Where a name to avoid is seen first.
  @Test func findsDeprecatedNamesInHeadings() async throws {
    let found = await check([question("## 低秩调整的做法\n\n先冻结底座。")]).filter { $0.rule == "deprecated-term" }
    #expect(found.map(\.location?.lineText) == ["## 低秩调整的做法"])
  }

  @Test func pointsAtTheNameInATitle() async throws {
    let page = ("questions/q.zh.md", "---\ntitle: 怎样做低秩调整？\n---\n先冻结底座。\n")
    let place = try #require(await check([page]).first { $0.rule == "deprecated-term" }?.location)
    #expect(place.line == 2)
    #expect(place.column == 17)
  }

  @Test func namesADeprecatedTermWithItsPlace() async throws {
    let found = await check([question("先说别的。\n\n再说低秩调整和低秩调整。")])
    try #require(found.map(\.rule) == ["deprecated-term"])
    #expect(found[0].location.map { [$0.line, $0.column, $0.length] } == [6, 7, 12])
    #expect(found[0].suggestion == "write \"低秩适配\"" && found[0].notes.first?.location?.path == "terms/lora.zh.md")
  }

  @Test(arguments: [
    ("用 RMT 训练。", true), ("用 RMT（奖励模型训练）训练。", false), ("奖励模型训练（RMT）。再用 RMT。", false),
    ("Use reward model training, or RMT.", false), ("用 LoRA、GPT-4 和 JSON。", false), ("`RMT` 和 $RMT$。", false), ("两个 RMTs。", true),
    ("看 ROUGE-L 和 A_RMT。", false), ("用 RMT(奖励模型训练,2023)。", false), ("用（RMT，奖励模型训练）。", false), ("用 RMT（reward model，见下）。", false),
    ("用奖励模型训练（简称 RMT）。", false), ("用奖励模型训练(Reward Model Training,RMT)。", false), ("用 RMT：奖励模型训练。", false), ("Use RMT (2023).", false),
    ("用芯片（如 RMT）。", true), ("用 RMT（见下文）。", true), ("用芯片（RMT、CPU）。", true), ("RMT，简称见后。", true),
    ("每秒 312 TFLOPs，即 GFLOPs 的千倍，占 40 GB、16 GiB，主频 2 GHz，功率 300 KW，吞吐 TOPS 与 Mbps。", false), ("第 III 章、附录 XIV、GET 与 PATCH 请求。", false),
    ("RWKV、BLOOM 和 ERNIE 都是模型。", false), ("`RMT_SIZE` 与 RMT_SIZE 与 A.RMT。", false), ("BIO 标注（begin、inside、outside）。", false),
    ("STRICT 和 LENGTH 不是缩写。", false), ("RMT是一种训练方法。", false), ("RMT 的全称是 Rare Metal。", false),
  ]) func asksForWhatAnAbbreviationStandsFor(body: String, isFound: Bool) async {
    let found = await check([question(body)])
    #expect(found.map(\.rule) == (isFound ? ["undefined-abbreviation"] : []), "\(body)")
    if isFound { #expect(found[0].location.map { $0.lineText.utf8.dropFirst($0.column - 1).starts(with: "RMT".utf8) } == true) }
  }

  @Test func wantsAnExplanationAtTheFirstUse() async throws {
    let found = await check([question("## 引言\n\n先用 RMT。\n\n再说奖励模型训练（RMT）。")])
    try #require(found.map(\.rule) == ["undefined-abbreviation"])
    #expect(found[0].location.map { [$0.line, $0.column, $0.length] } == [6, 8, 3])
    #expect(found[0].suggestion == "explain it here, where it is used first")
    #expect(await check([question("## 奖励模型训练（RMT）\n\n先用 RMT。")]).isEmpty)
  }

  /// Both versions of a question, section by section.
  private func versions(_ zh: String, _ en: String, front: String = "") -> [(String, String)] {
    [("questions/v.zh.md", "---\ntitle: 问\n\(front)---\n\(zh)\n"), ("questions/v.en.md", "---\ntitle: Ask\n\(front)---\n\(en)\n")]
  }

  @Test(arguments: [
    ("微调很好。再微调。", "Fine-tuning is good. Fine-tune again.", 0), ("微调很好。再微调。", "Pruning is good. Then pruning again.", 2),
    ("微调一次。", "Pruning once.", 0), ("低秩适配一。", "Low-rank adaption is it.", 1), ("低秩适配一。", "It adapts at low rank.", 0),
    ("低秩适配一。低秩适配二。低秩适配三。", "Some method, and some other.", 1), ("低秩适配一。低秩适配二。", "Some method, and some other.", 0),
    ("甲。", "Low-rank adaptation and low-rank adaptation.", 0), ("用低秩适应。", "Low-rank adaptation once.", 0),
    ("用低秩过配。", "Low-rank adaptation once.", 1),
  ]) func comparesWhatTwoLanguagesName(zh: String, en: String, count: Int) async {
    let found = await check(versions("## 一\n\n" + zh, "## One\n\n" + en))
    #expect(found.map(\.rule) == Array(repeating: "inconsistent-translation", count: count), "\(zh) \(en) \(found.map(\.summary))")
    #expect(await check(versions("## 一\n\n" + zh, "## One\n\n" + en, front: "allow: [inconsistent-translation]\n")).isEmpty)
  }

  @Test func pointsAtTheWordThatIsNoName() async throws {
    let found = await check(versions("甲\n\n## 一\n\n低秩适配。", "A\n\n## One\n\nUse low-rank adaption here."))
    try #require(found.count == 1)
    #expect(found[0].location.map { [$0.line, $0.column, $0.length] } == [8, 5, 17] && found[0].location?.path == "questions/v.en.md")
    #expect(found[0].summary == "\"low-rank adaption\" is nearly, but not, a name of lora")
  }

  @Test func saysWhichNamesAreNeverLinked() async {
    let found = await check(
      ["R", "熵", "👩‍💻", "404", "\"<mask>\"", "\"$x$\"", "C++", "\"Q*\"", "\"[CLS]\"", ".NET"].enumerated().map {
        ("terms/n\($0).en.md", "---\ntitle: \($1)\n---\nText.\n")
      }, without: ["missing-language", "orphan-concept"])
    #expect(found.map(\.location?.path) == (0...5).map { "terms/n\($0).en.md" })
    #expect(found.map(\.rule) == Array(repeating: "unlinked-name", count: 6))
    #expect(found.first?.suggestion == "link it by hand where it is meant, as [[n0|R]]" && found.first?.location?.column == 8)
  }

  @Test(arguments: [
    ("微调（pruning）很常见。", true), ("**微调**（Pruning）很常见。", true), ("Pruning（微调）", true), ("微调（Fine-tuning）", false),
    ("微调（如 pruning）", false), ("微调（LoRA）", false), ("微调（也叫 pruning 的一种）", false),
  ]) func findsATranslationThatTheTermsContradict(body: String, isFound: Bool) async {
    let found = await check([question(body)])
    #expect(found.map(\.rule) == (isFound ? ["inconsistent-translation"] : []), "\(body)")
  }

  @Test func comparesTheTitlesOfTwoLanguages() async {
    let pages = [("questions/q.zh.md", "---\ntitle: 什么是微调？\n---\n答。\n"), ("questions/q.en.md", "---\ntitle: What is pruning?\n---\nA.\n")]
    #expect(await check(pages).map(\.rule) == ["inconsistent-translation"])
    let same = [pages[0], ("questions/q.en.md", "---\ntitle: What is fine-tuning?\n---\nA.\n")]
    #expect(await check(same).isEmpty)
  }

  @Test func namesConceptsWithoutTheOtherLanguageAndOrphans() async {
    let found = await check([("terms/alone.zh.md", "---\ntitle: 孤立概念\n---\n一。\n")], without: [])
    #expect(found.map(\.rule) == ["missing-language", "orphan-concept"])
    #expect(found.allSatisfy { $0.location?.lineText == "title: 孤立概念" })
    let linked = await check([("terms/alone.zh.md", "---\ntitle: 孤立概念\n---\n一。\n"), question("见[此](../terms/alone.zh.md)。")], without: [])
    #expect(linked.map(\.rule) == ["missing-language"])
  }

  @Test func namesASharedName() async {
    let found = await check(
      [("terms/other.en.md", "---\ntitle: Other\nadmitted: [pruning]\n---\nO.\n")], without: ["missing-language", "orphan-concept"])
    #expect(found.map(\.rule) == ["shared-name"] && found[0].notes.count == 1)
  }

  @Test func documentsEveryRuleAndEveryKey() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/writing.md")
    let text = try String(contentsOf: root, encoding: .utf8)
    for rule in TermCheck.all { #expect(text.contains("| `\(rule.id)` |"), "\(rule.id)") }
    for section in DocumentID.Section.allCases {
      for key in FrontMatterSchema.of(section).keys { #expect(text.contains("`\(key.name)`"), "\(key.name)") }
    }
  }

  @Test func isSilencedByThePage() async {
    #expect(await check([question("低秩调整。", front: "allow: [deprecated-term]\n")]).isEmpty)
    let found = await check([question("低秩调整。", front: "allow: [deprecated-tern]\n")])
    #expect(found.map(\.rule) == ["unknown-rule", "deprecated-term"])
    #expect(found[0].suggestion == "write \"deprecated-term\"")
  }
}
