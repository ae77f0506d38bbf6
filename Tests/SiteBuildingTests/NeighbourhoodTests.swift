import ContentModel
import SyntheticCorpus
import Testing

@testable import SiteBuilding

@Suite struct NeighbourhoodTests {
  static let names = [
    "注意力", "Low-rank adaptation of large language models", "A", "参数高效微调", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "前缀微调（Prefix Tuning）", "", "RLHF", "mixture of experts", "词",
  ]

  @Test(arguments: [288.0, 544.0]) func placesEveryNameWithoutOverlap(width: Double) {
    var generator = SplitMix64(seed: 9)
    for _ in 0..<200 {
      let neighbours = NeighbourhoodLayout.Kind.allCases.map { kind in
        (kind: kind, labels: (0..<Int.random(in: 0...14, using: &generator)).map { _ in Self.names.randomElement(using: &generator)! })
      }
      let layout = NeighbourhoodLayout(width: width, centre: Self.names.randomElement(using: &generator)!, neighbours: neighbours)
      let boxes = [layout.centre] + layout.groups.flatMap(\.boxes)
      #expect(layout.groups.map(\.boxes.count) == neighbours.map(\.labels.count).filter { $0 > 0 })
      for (index, box) in boxes.enumerated() {
        #expect(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + NeighbourhoodLayout.boxHeight <= layout.height)
        #expect(NeighbourhoodLayout.textWidth(box.label) <= box.width)
        for other in boxes[(index + 1)...] {
          let isApart =
            box.x + box.width <= other.x || other.x + other.width <= box.x || abs(box.y - other.y) >= NeighbourhoodLayout.boxHeight
          #expect(isApart, "\(box) \(other)")
        }
      }
      for box in boxes.dropFirst() {
        for passage in layout.passages(to: box) {
          let row = boxes.filter { $0.y == passage.top }
          #expect(!row.isEmpty && row.allSatisfy { passage.x <= $0.x || passage.x >= $0.x + $0.width }, "\(passage) \(row)")
        }
      }
      for group in layout.groups {
        for box in boxes { #expect(group.captionY <= box.y || group.captionY - 11 >= box.y + NeighbourhoodLayout.boxHeight) }
      }
    }
  }

  static let site = TestSite([
    "terms/a.zh.md": "---\ntitle: 甲甲\nbroader: [b]\nrelated: [c, questions/q]\nsee: [d]\n---\n甲。\n",
    "terms/b.zh.md": "---\ntitle: 乙<乙>\n---\n乙。\n", "terms/c.zh.md": "---\ntitle: 丙丙\n---\n丙。\n",
    "terms/d.zh.md": "---\ntitle: 丁丁\n---\n丁。\n", "terms/e.zh.md": "---\ntitle: 戊戊\n---\n戊。\n",
    "questions/q.zh.md": "---\ntitle: 问题\n---\n答。\n",
  ])

  @Test func drawsNeighboursAsLinks() async throws {
    let output = await Self.site.build()
    let main = try output.main("zh/terms/a/index.html")
    let map = try #require(main.firstMatch(of: #/<svg class="narrow".*?<\/svg>/#.dotMatchesNewlines())).output
    #expect(map.matches(of: #/<a href="([^"]*)"/#).map { String($0.1) } == ["../b/", "../d/", "../c/"])
    #expect(map.contains("乙&lt;乙&gt;") && !map.contains("问题"))
    #expect(try output.main("zh/terms/b/index.html").contains("<g class=\"narrower\">"))
    #expect(try !output.main("zh/terms/e/index.html").contains("<svg class=\"narrow\""))
    #expect(try output.main("en/terms/a/index.html").contains(">Broader</text>"))
  }

  @Test func listsTermsByFieldAndPagesByTheirChange() async throws {
    let output = await TestSite([
      "tags.yml": "peft: {zh: 高效微调, en: Efficient fine-tuning}\n",
      "terms/a.zh.md": "---\ntitle: 甲甲\nfield: peft\ndate: 2026-01-01\nupdated: 2026-03-01\n---\n甲。\n",
      "terms/b.zh.md": "---\ntitle: 乙乙\ndate: 2026-02-01\n---\n乙。\n", "questions/q.zh.md": "---\ntitle: 问题\ndate: 2026-03-01\n---\n答。\n",
    ]).build()
    let fields = try output.main("zh/terms/by-field/index.html")
    #expect(fields.matches(of: #/<h2 id="([^"]*)"/#).map { String($0.1) } == ["peft", "other"])
    let recent = try output.main("zh/recent/index.html")
    #expect(recent.matches(of: #/<h2 id="([^"]*)"/#).map { String($0.1) } == ["d2026-03-01", "d2026-02-01"])
    #expect(recent.matches(of: #/<li><a href="([^"]*)" lang/#).map { String($0.1) } == ["../questions/q/", "../terms/a/", "../terms/b/"])
    #expect(try !output.main("en/recent/index.html").contains("甲甲"))
  }
}
