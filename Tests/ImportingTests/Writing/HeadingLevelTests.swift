import Testing

@testable import Importing

/// Headings of answers that move between the first place of a page and a further one.
@Suite struct HeadingLevelTests {
  @Test(arguments: [
    ("## 原理", 1, "### 原理", "## 原理"), ("## 原理", 2, "#### 原理", "## 原理"), ("#### 细节", 2, "###### 细节", "###### 细节"),
    ("##### 细节", 1, "###### 细节", "###### 细节"), ("没有标题", 2, "没有标题", "没有标题"),
  ])
  func raisesWhatItLowered(block: String, levels: Int, low: String, raised: String) {
    #expect(HeadingLevel.lowered(block, by: levels) == low)
    #expect(HeadingLevel.raised(low, by: levels) == raised)
  }

  @Test(arguments: [
    "```\n## a\n```", "````\n```\n## a\n````", "~~~\n```\n## a\n~~~", "```\n~~~\n## a\n```",
  ])
  func leavesCode(block: String) {
    #expect(HeadingLevel.raised(block + "\n\n### b", by: 1) == block + "\n\n## b")
  }
}
