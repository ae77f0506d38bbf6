import Diagnostics
import Testing

@testable import Importing

@Suite struct TitleFaultTests {
  static func page(_ heading: String) -> String {
    "# 面试题集\n\n## 什么是动量？\n\n梯度的滑动平均。\n\n## \(heading)\n\n预热让训练先稳定下来，再用大的学习率。\n\n## 什么是权重衰减？\n\n让参数变小。\n"
  }

  @Test(arguments: ["🎉🎉", "？", "……", "❓ 🎉"])
  func callsWhatStandsBelowSignsByItsBeginning(heading: String) async throws {
    let folder = try ImportFolder(["a.md": Self.page(heading)])
    let summary = try await folder.importAll()
    #expect(summary.diagnostics.map(\.rule) == ["unreadable-title"])
    #expect(summary.diagnostics.first?.location?.line == 7)
    let name = try #require(try folder.question(with: "再用大的学习率"))
    #expect(try folder.read("Content/questions/" + name).hasPrefix("---\ntitle: 预热让训练先稳定下来\n"))
    #expect(try folder.questions().count == 3)
    #expect(try await folder.importAll().unchanged == 4)
  }

  /// Nothing was said of them.
  @Test(arguments: [
    ("# 面试题集\n\n## 什么是动量？\n\n梯度的滑动平均。\n\n## \n\n另一段。\n", "Heading without text: what stands below it belongs to \"什么是动量？\""),
    (
      "# 面试题集\n\n## 什么是动量？\n\n梯度的滑动平均。\n\n## 🎉\n",
      "Heading without words: what stands below it belongs to no question and goes to the page of the source"
    ),
  ])
  func tellsOfHeadingsThatAreNoTitle(text: String, said: String) async throws {
    let told = try await ImportFolder(["a.md": text]).importAll().diagnostics
    #expect(told.map(\.summary) == [said] && told.first?.location?.line == 7 && told.first?.location?.path == "scrapes/a.md")
  }

  @Test func keepsAHeadingOfTenThousandCharactersAsText() async throws {
    let heading = "为什么要预热，" + String(repeating: "学习率和批大小的关系", count: 1000)
    let folder = try ImportFolder(["a.md": Self.page(heading), "b.txt": "1. 什么是动量？\n梯度的滑动平均。\n2. \(heading)？\n步长。\n"])
    let summary = try await folder.importAll()
    #expect(
      summary.diagnostics.map(\.summary)
        == [10_007, 10_011].map { "Heading of \($0) characters: what stands below it is called \"为什么要预热\"" })
    let name = try #require(try folder.question(with: "再用大的学习率"))
    #expect(try folder.read("Content/questions/" + name).contains(heading))
  }
}
