import Testing

@testable import Importing

/// Lines of an edited page, and the answers that they belong to.
@Suite struct PageSlotsTests {
  static func section(_ key: String, _ lead: String?, _ blocks: [String], _ attribution: String) -> QuestionDrafting.Section {
    let merged = AnswerMerging.Merged(answer: 0, blocks: blocks, places: Array(blocks.indices), attributions: [])
    return QuestionDrafting.Section(
      key: key, lead: lead, depth: lead == nil ? 0 : 1, blocks: blocks, attribution: attribution, merged: merged)
  }

  static let sections = [
    section("a", nil, ["把几个小批量的梯度加起来再更新一次。", "学习率要照等效的批量来选。"], "—— 甲，第 1 行"),
    section("b", "## 回答二", ["### 何时用", "可以把一个批量拆开来算。"], "—— 乙，第 1 行"),
  ]

  /// Where more lines were put in than were changed, all of them went to the first of the places.
  @Test func findsEachOfManyEditedLines() {
    let lines: [Substring] = [
      "把小批量的梯度都加起来，再更新一次。", "", "学习率也要照等效的批量来定。", "", "—— 甲，第一行", "", "两个回答说的是一件事。", "", "# 回答之二", "", "# 何时可用", "",
      "可以把一个批量拆开，分几次来算。", "", "—— 乙，第 1 行",
    ]
    let slots = PageSlots(Self.sections, in: lines)
    let expected: [PageSlots.Slot: String] = [
      .block(0, 0): "把小批量的梯度都加起来，再更新一次。", .block(0, 1): "学习率也要照等效的批量来定。", .attribution(0): "—— 甲，第一行",
      .free(0): "两个回答说的是一件事。", .lead(1): "# 回答之二", .block(1, 0): "# 何时可用", .block(1, 1): "可以把一个批量拆开，分几次来算。",
      .attribution(1): "—— 乙，第 1 行",
    ]
    #expect(slots.texts == expected)
    #expect(slots.changed[.free(0)] == nil)
  }

  /// A heading of an answer that was raised took the place of the heading above the next one.
  @Test func knowsAHeadingByItsWords() {
    let lines: [Substring] = [
      "把几个小批量的梯度加起来再更新一次。", "", "学习率要照等效的批量来选。", "", "—— 甲，第 1 行", "", "# 何时用它", "", "可以把一个批量拆开来算。", "", "—— 乙，第 1 行",
    ]
    let slots = PageSlots(Self.sections, in: lines)
    #expect(slots.texts[.block(1, 0)] == "# 何时用它" && slots.texts[.lead(1)] == nil)
  }
}
