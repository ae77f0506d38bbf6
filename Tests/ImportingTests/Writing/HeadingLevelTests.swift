import Testing

@testable import Importing

/// Headings of answers that move between the first place of a page and a further one.
@Suite struct HeadingLevelTests {
  @Test(arguments: ["## 原理", "##### 细节", "没有标题"])
  func raisesWhatItLowered(block: String) {
    #expect(HeadingLevel.raised(HeadingLevel.lowered(block, by: 1), by: 1) == (block == "##### 细节" ? "###### 细节" : block))
  }

  @Test(arguments: [
    "```\n## a\n```", "````\n```\n## a\n````", "~~~\n```\n## a\n~~~", "```\n~~~\n## a\n```",
  ])
  func leavesCode(block: String) {
    #expect(HeadingLevel.raised(block + "\n\n### b", by: 1) == block + "\n\n## b")
  }
}
