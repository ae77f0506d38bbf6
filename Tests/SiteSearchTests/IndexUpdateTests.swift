import ContentModel
import SyntheticCorpus
import Testing

@testable import SiteSearch

/// An index in which edits were made is the index of all pages as they are then, byte for byte.
@Suite struct IndexUpdateTests {
  private static let characters = "注意力机制模型训练数据低秩适配量化蒸馏词元对齐".map { String($0) }
  private static let words = [
    "attention", "token", "LoRA", "GPT-4", "low rank", "adaptation", "quantize", "a", "at", "kv-cache", "。", ",", "\n",
  ]
  private static let concepts = [
    ["注意力", "attention"], ["低秩适配", "LoRA", "low rank adaptation"], ["量化", "quantize"], ["词元", "token"], ["训练数据", "a token 对齐"],
  ]

  private var generator = SplitMix64(seed: 5)

  private mutating func text(_ length: Int) -> String {
    (0..<length).map { _ in
      Int.random(in: 0...9, using: &generator) == 0
        ? " \(Self.words.randomElement(using: &generator)!) " : Self.characters.randomElement(using: &generator)!
    }.joined()
  }

  /// A word that few other pages have.
  private mutating func rareWord() -> String {
    String((0..<Int.random(in: 2...6, using: &generator)).map { _ in "abcde".randomElement(using: &generator)! })
  }

  private mutating func page(_ number: Int) -> SearchPage {
    page(
      number,
      sections: [.init(anchor: nil, heading: "", text: text(60) + " " + rareWord()), .init(anchor: "b", heading: text(4), text: text(200))])
  }

  private func page(_ number: Int, sections: [SearchPage.Section]) -> SearchPage {
    let language: LanguageTag = number % 2 == 0 ? .chinese : .english
    let concept = number < Self.concepts.count ? Self.concepts[number] : nil
    return SearchPage(
      path: "\(language)/questions/q\(number)/", language: language, kind: concept == nil ? .question : .term,
      title: concept?[0] ?? "第 \(number) 问", termNames: concept ?? [], tags: ["模型"], sections: sections)
  }

  @Test mutating func equalsTheIndexOfAllPages() throws {
    var pages = (0..<120).map { page($0) }
    var index = SearchIndexBuilder.build(pages, concepts: Self.concepts)
    var refused = 0
    for step in 0..<40 {
      var edits: [(former: SearchPage, page: SearchPage)] = []
      for number in Set((0..<Int.random(in: 1...3, using: &generator)).map { _ in Int.random(in: 0..<120, using: &generator) }) {
        let former = pages[number]
        var sections = former.sections
        switch Int.random(in: 0...4, using: &generator) {
        case 0: sections = page(number).sections
        case 1: sections.removeLast()
        case 2: sections.append(.init(anchor: "c", heading: "", text: rareWord() + text(3)))
        default:
          let section = sections[sections.count - 1]
          sections[sections.count - 1] = .init(anchor: section.anchor, heading: section.heading, text: section.text + text(12))
        }
        pages[number] = page(number, sections: sections)
        edits.append((former, pages[number]))
      }
      let whole = SearchIndexBuilder.build(pages, concepts: Self.concepts)
      let former = Dictionary(uniqueKeysWithValues: index.files.map { ($0.path, $0) })
      let kept = SearchIndex(try #require(index.binary)) { former[$0]?.bytes }
      let edited = kept?.edited(edits, concepts: Self.concepts, client: SearchClient()) { path in pages.first { $0.path == path } }
      if let edited {
        try #require(edited.files == whole.files, "step \(step)")
        try #require(edited.outline?.shards == whole.outline?.shards && edited.byteCount == whole.byteCount, "step \(step)")
        try #require(edited.files.filter { edited.untouched.contains($0.path) }.allSatisfy { $0 == former[$0.path] })
        index = edited
      } else {
        refused += 1
        index = whole
      }
    }
    #expect(refused < 10)
  }

  /// Where a pair is on thousands of pages, what follows it has keys of its own.
  @Test func keepsTheFollowersOfCommonPairsAsKeys() throws {
    var pages = (0..<3100).map { number in
      page(number + 10, sections: [.init(anchor: nil, heading: "", text: number < 3002 ? "甲乙\(number % 7 == 0 ? "丙" : "丁")。" : "戊")])
    }
    let concepts = [["甲乙丙", "abc"]]
    var index = SearchIndexBuilder.build(pages, concepts: concepts)
    for (number, text, isSeen) in [(5, "甲乙丙，甲乙丙", true), (7, "无", true), (3050, "甲乙己", true), (8, "无", true), (9, "无", false)]
      as [(Int, String, Bool)]
    {
      let former = pages[number]
      pages[number] = page(number + 10, sections: [.init(anchor: nil, heading: "", text: text)])
      let edited = index.edited([(former, pages[number])], concepts: concepts, client: SearchClient()) { path in
        pages.first { $0.path == path }
      }
      #expect((edited != nil) == isSeen, "\(number)")
      let whole = SearchIndexBuilder.build(pages, concepts: concepts)
      if let edited { try #require(edited.files == whole.files, "\(number)") }
      index = whole
    }
  }

  @Test mutating func readsShardsAsTheyWereWritten() throws {
    let pages = (0..<40).map { page($0) }
    let index = SearchIndexBuilder.build(pages, concepts: Self.concepts)
    let outline = try #require(index.outline)
    for shard in outline.shards {
      let bytes = try #require(index.files.first { $0.path == IndexFile.path(shard.name) }?.bytes)
      let content = try #require(IndexFile.content(bytes, name: shard.name))
      let decoded = try #require(Base64Text.decode(content.dropFirst().dropLast()))
      let entries = try IndexShard.entries(decoded, pageCount: 40)
      #expect(IndexShard(entries, start: shard.start, pageCount: 40).bytes == decoded)
      #expect(entries.first?.text == shard.first && entries.first?.size(pageCount: 40) == shard.firstSize)
      // Damage is noticed, or gives something else, and nothing worse.
      for offset in stride(from: 0, to: decoded.count, by: 101) {
        var damaged = decoded
        damaged[offset] ^= 0x41
        _ = try? IndexShard.entries(damaged, pageCount: 40)
        _ = try? IndexShard.entries(Array(decoded[..<offset]), pageCount: 40)
      }
    }
  }
}
