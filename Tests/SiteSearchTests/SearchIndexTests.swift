import ContentModel
import Testing

@testable import SiteSearch

@Suite struct SearchIndexTests {
  static let pages = (0..<150).map { number in
    SearchPage(
      path: "\(number % 2 == 0 ? "zh" : "en")/questions/q\(number)/", language: number % 2 == 0 ? .chinese : .english,
      kind: .question, title: number % 2 == 0 ? "大模型为什么会重复？\(number)" : "Why do models repeat? \(number)",
      tags: ["decoding"],
      sections: [
        .init(anchor: nil, heading: "", text: "温度 \(number) 决定采样。"),
        .init(anchor: "why", heading: "原因", text: "Sampling with a \"low\" temperature \u{2028}\\ repeats 𠀀𠀁."),
      ])
  }

  static let concepts = [["采样", "sampling"], ["大模型", "LLM", "large language model"], ["", "—"]]

  @Test func givesTheSameBytesForPagesInAnyOrder() {
    let files = SearchIndexBuilder.build(Self.pages, concepts: Self.concepts).files
    #expect(files == SearchIndexBuilder.build(Self.pages.reversed(), concepts: Self.concepts).files)
    #expect(files.map(\.path) == files.map(\.path).sorted())
  }

  @Test func writesScriptsThatHandOverOneContentEach() {
    for file in SearchIndexBuilder.build(Self.pages, concepts: Self.concepts).files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let name = file.path.dropFirst("search/".count).dropLast(".js".count)
      #expect(text.hasPrefix("ciyuanSearch(\"\(name)\",") && text.hasSuffix(")\n"))
      #expect(!text.contains("\u{2028}"))
    }
  }

  @Test func namesFilesForTheirContent() {
    let first = Set(SearchIndexBuilder.build(Self.pages).files.map(\.path))
    var changed = Self.pages
    changed[3] = SearchPage(
      path: changed[3].path, language: .english, kind: .question, title: "Changed", sections: changed[3].sections)
    let second = Set(SearchIndexBuilder.build(changed).files.map(\.path))
    #expect(first != second && first.intersection(second).contains("search/index.js"))
  }

  @Test func writesAnIndexOfNothing() {
    let files = SearchIndexBuilder.build([]).files
    #expect(files.contains { $0.path == "search/index.js" })
  }

  @Test func survivesPagesWithoutText() {
    let page = SearchPage(path: "zh/pages/x/", language: .chinese, kind: .page, title: "", aliases: ["…"], sections: [])
    #expect(!SearchIndexBuilder.build([page], concepts: [[]]).files.isEmpty)
  }

  @Test func letsAnEndStandForAllNamesThatEndSo() {
    let names = ConceptNames("甲乙丙丁戊己庚辛".map { ["\($0)神经网络"] })
    var reader = PageReader(names: names.spellings)
    for (number, name) in names.spellings.enumerated() {
      reader.read(SearchPage(path: "\(number)/", language: .chinese, kind: .term, title: name, sections: []), number: number)
    }
    let end = Array("shenjingwangluo'神经网络".utf16)
    #expect(
      NamedKeys([reader], words: [reader.wordLists], names: names, pageCount: 8).entries.first { $0.text == end }?.exact == Array(0..<8))
  }

  @Test func showsWhatAPageWithoutTextIsSaidToBeginWith() {
    let page = SearchPage(path: "zh/tags/x/", language: .chinese, kind: .tag, title: "标签", sections: [], beginning: "甲 · 乙")
    #expect(PageBlocks([page]).contents == [#"[["zh/tags/x/","甲 · 乙","标签"]]"#])
  }
}
