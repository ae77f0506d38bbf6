import ContentModel
import Diagnostics
import Testing

@testable import SiteBuilding

/// Names that could be taken for something else: right links or a fault that says where.
@Suite struct HostileTermTests {
  /// The answer's HTML with links of terms as `⟨slug|text⟩`, without the spaces set between scripts.
  func answer(_ text: String, terms: [String: String]) async throws -> String {
    var files = ["questions/q.zh.md": "---\ntitle: 问题\n---\n\(text)\n"]
    for (slug, matter) in terms { files["terms/\(slug).zh.md"] = "---\n\(matter)\n---\n定义。\n" }
    let main = try await TestSite(files).build().main("zh/questions/q/index.html")
    let start = try #require(main.firstRange(of: "</header>")).upperBound
    return String(main[start...]).replacing("<span class=\"gap\"></span>", with: "").replacing(
      #/<a href="[^"]*" class="term" data-term="([^"]*)">([^<]*)</a>/#
    ) {
      "⟨\($0.1)|\($0.2)⟩"
    }
  }

  @Test func tellsANameFromALongerOne() async throws {
    let text = try await answer("用大语言模型。语言模型。", terms: ["lm": "title: 语言模型", "llm": "title: 大语言模型"])
    #expect(text.contains("用⟨llm|大语言模型⟩。⟨lm|语言模型⟩。"))
  }

  @Test func leavesAddressesWhole() async throws {
    let text = try await answer(
      "https://example.org/lora/token?q=lora 与 a@lora.org 与 [x](https://lora.org/lora)。LoRA。",
      terms: ["lora": "title: LoRA\nadmitted: [lora, example.org]", "token": "title: token"])
    #expect(text.ranges(of: "⟨").count == 1 && text.contains("⟨lora|LoRA⟩。"))
  }

  @Test func leavesEmojiWhole() async throws {
    let text = try await answer("👩‍💻 写码，👩 看。👨‍👩‍👧", terms: ["woman": "title: 👩", "laptop": "title: 💻", "code": "title: 写码"])
    #expect(text.contains("👩‍💻 ⟨code|写码⟩") && text.contains("👨‍👩‍👧"))
  }

  @Test func linksNamesOfOneLetterOnlyByHand() async throws {
    let text = try await answer("R 与熵。[[r]] [[熵]]", terms: ["r": "title: R", "entropy": "title: 熵"])
    #expect(text.contains("R 与熵。⟨r|r⟩") && text.contains("⟨entropy|熵⟩"))
  }

  @Test(arguments: ["C++", "a.*b", "(x|y)", "<b>", "F&B", "[a]", "$x", "^top", "it's", "\"quoted\"", "b\\d"])
  func takesCharactersForWhatTheyAre(name: String) async throws {
    let quoted = name.replacing("'", with: "''")
    let escaped = String(name.flatMap { "\\*<[]$|\"".contains($0) ? ["\\", $0] : [$0] })
    let text = try await answer("见 \(escaped) 处。", terms: ["x": "title: '\(quoted)'"])
    #expect(text.contains("⟨x|"), "\(text.prefix(300))")
  }

  @Test func bearsThousandsOfNamesOnOneLine() async throws {
    let names = (0..<2_000).map { "名称\($0)号" }.joined(separator: ", ")
    let text = try await answer("这是名称1999号。", terms: ["many": "title: 多名\nadmitted: [\(names)]"])
    #expect(text.contains("这是⟨many|名称1999号⟩。"))
  }

  /// An import proposes everyday words too; until somebody says what they mean, a link would show nothing.
  @Test func linksAProposedTermOnceItIsDefined() async throws {
    for (name, body, isLinked) in [
      ("奖励模型", "\n", false), ("奖励模型", "奖励模型给回答打分。\n", true), ("环境", "环境是智能体之外的一切。\n", false),
    ] {
      let output = await TestSite([
        "terms/environment.zh.md": "---\ntitle: \(name)\nstatus: proposed\n---\n\(body)",
        "questions/q.zh.md": "---\ntitle: 问题\n---\n生产用的\(name)要监控。\n\n## 其他\n\n见[[environment]]。\n",
      ]).build()
      let main = try output.main("zh/questions/q/index.html")
      #expect(main.ranges(of: "data-term=\"environment\"").count == (isLinked ? 2 : 1), "\(main)")
    }
  }

  @Test func leavesNamesAloneThatThePageRefuses() async throws {
    let output = await TestSite([
      "terms/chunking.zh.md": "---\ntitle: 分块\n---\n定义。\n", "terms/tile.zh.md": "---\ntitle: 缓存\n---\n定义。\n",
      "questions/q.zh.md": "---\ntitle: 问题\nno-link: [chunking, chunkin]\n---\n分块载入缓存。见[[chunking|分块]]。\n",
    ]).build()
    let main = try output.main("zh/questions/q/index.html")
    #expect(main.ranges(of: "data-term=\"chunking\"").count == 1 && main.contains("<p>分块载入<a"))
    let fault = try #require(output.diagnostics.first { $0.rule == "unknown-page" })
    #expect(fault.location?.line == 3 && fault.suggestion == "write \"terms/chunking\"")
  }
}
