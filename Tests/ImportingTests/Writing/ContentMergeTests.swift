import ContentModel
import Testing

@testable import Importing

@Suite struct ContentMergeTests {
  static let base = """
    ---
    title: 什么是词表
    id: q-1
    aliases:
      - 词表是什么
    status: proposed
    ---

    词表是模型认识的词。

    第二段。

    """

  static func edited(_ changes: (String, String)...) -> String {
    changes.reduce(base) { $0.replacing($1.0, with: $1.1) }
  }

  @Test func keepsEditsBesideNewText() {
    let ours = Self.edited(("status: proposed\n", "status: published\ntags: [vocabulary]\n"), ("第二段。", "改过的第二段。"))
    let theirs = Self.edited(("  - 词表是什么", "  - 词表是什么\n  - vocabulary 是什么"), ("词表是模型认识的词。", "词表是模型认识的全部词元。"))
    let merge = ContentMerge(base: Self.base, ours: ours, theirs: theirs, language: .chinese)
    #expect(merge.conflicts.isEmpty)
    #expect(merge.text.contains("status: published\ntags: [vocabulary]"))
    #expect(merge.text.contains("  - 词表是什么\n  - vocabulary 是什么"))
    #expect(merge.text.contains("词表是模型认识的全部词元。\n\n改过的第二段。"))
  }

  @Test func keepsATitleOfAPersonAndTheImportsAsAlias() {
    let ours = Self.edited(("title: 什么是词表", "title: 词表入门"))
    for (theirs, alias) in [
      (Self.edited(("title: 什么是词表", "title: 介绍一下词表")), "介绍一下词表"), (Self.edited(("第二段。", "另一段。")), "什么是词表"),
    ] {
      let merge = ContentMerge(base: Self.base, ours: ours, theirs: theirs, language: .chinese)
      #expect(merge.conflicts.isEmpty)
      #expect(merge.text.contains("title: 词表入门\nid: q-1\naliases:\n  - 词表是什么\n  - \(alias)\n"), "\(merge.text)")
    }
  }

  /// The alias that an import made of its title goes with that title, and no title is an alias of itself.
  @Test func replacesTheAliasOfAFormerTitle() {
    let ours = Self.edited(("title: 什么是词表", "title: 词表入门"), ("  - 词表是什么", "  - 词表是什么\n  - 什么是词表"))
    let changed = Self.edited(("title: 什么是词表", "title: 介绍一下词表"))
    let merge = ContentMerge(base: Self.base, ours: ours, theirs: changed, language: .chinese)
    #expect(merge.conflicts.isEmpty && merge.text.contains("aliases:\n  - 词表是什么\n  - 介绍一下词表\nstatus"), "\(merge.text)")
    let same = ContentMerge(
      base: Self.base, ours: ours, theirs: Self.edited(("  - 词表是什么", "  - 词表是什么\n  - 词表入门？")), language: .chinese)
    #expect(same.text.contains("aliases:\n  - 词表是什么\n  - 什么是词表\nstatus"), "\(same.text)")
  }

  /// Two blank lines stood where a paragraph had been deleted.
  @Test func leavesOneBlankLineWhereAParagraphWas() {
    let base = Self.edited(("第二段。", "第二段。\n\n```\n甲\n\n\n乙\n```\n\n第三段。"))
    let merge = ContentMerge(
      base: base, ours: base.replacing("第二段。", with: "") + "\n\n", theirs: base.replacing("词表是模型", with: "词表就是模型"), language: .chinese)
    #expect(merge.conflicts.isEmpty)
    #expect(merge.text.hasSuffix("---\n\n词表就是模型认识的词。\n\n```\n甲\n\n\n乙\n```\n\n第三段。\n"), "\(merge.text)")
  }

  @Test func addsToAListInOneLine() {
    let ours = Self.edited(("  - 词表是什么", "  - 词表是什么\ntags: [\"a, b\", c]")), theirs = Self.edited(("status", "tags:\n  - d\nstatus"))
    let merge = ContentMerge(base: Self.base, ours: ours, theirs: theirs, language: .chinese)
    #expect(merge.conflicts.isEmpty && merge.text.contains("\ntags:\n  - a, b\n  - c\n  - d\n"), "\(merge.text)")
    #expect(ContentMerge(base: Self.base, ours: ours, theirs: Self.base, language: .chinese).text == ours)
  }

  @Test func mergesListsItemByItem() {
    let ours = Self.edited(("  - 词表是什么", "  - 词表指什么"))
    let theirs = Self.edited(("  - 词表是什么", "  - 词表是什么\n  - 何为词表"))
    let merge = ContentMerge(base: Self.base, ours: ours, theirs: theirs, language: .chinese)
    #expect(merge.conflicts.isEmpty)
    #expect(merge.text.contains("aliases:\n  - 词表指什么\n  - 何为词表\nstatus"))
  }

  @Test func keepsThePersonsValueAndReportsIt() {
    let merge = ContentMerge(
      base: Self.base, ours: Self.edited(("status: proposed", "status: draft\nmerged: 我说的")),
      theirs: Self.edited(("status: proposed", "status: stub\nmerged: it says")), language: .chinese)
    // How far a page is, its owner says.
    #expect(merge.conflicts == ["\"merged\""])
    #expect(merge.text.contains("status: draft\nmerged: 我说的\n"))
  }

  @Test func leavesAwayWhatAPersonRemoved() {
    let ours = Self.edited(("aliases:\n  - 词表是什么\n", ""))
    let merge = ContentMerge(base: Self.base, ours: ours, theirs: Self.edited(("第二段", "新的第二段")), language: .chinese)
    #expect(!merge.text.contains("aliases"))
    #expect(merge.text.contains("新的第二段"))
  }

  @Test func marksTextThatBothChanged() {
    let merge = ContentMerge(
      base: Self.base, ours: Self.edited(("第二段。", "我的。")), theirs: Self.edited(("第二段。", "它的。")), language: .chinese)
    #expect(merge.conflicts == ["one place of the text"])
    #expect(merge.text.contains("\(ConflictMarkers.ours)\n我的。\n=======\n它的。\n\(ConflictMarkers.theirs)"))
  }

  @Test func changesNothingWhereNothingChanged() {
    #expect(ContentMerge(base: Self.base, ours: Self.base, theirs: Self.base, language: .chinese).text == Self.base)
  }

  /// As editors save it: with a byte order mark, CR LF, or spaces after the fences.
  @Test(arguments: ["\u{FEFF}", "\r", " "])
  func keepsTheFrontMatterOfFilesSavedOtherwise(editor: String) {
    var ours = Self.edited(("status: proposed", "status: published"))
    switch editor {
    case "\r": ours = ours.replacing("\n", with: "\r\n")
    case " ": ours = ours.replacing("---\n", with: "--- \n")
    default: ours = editor + ours
    }
    let merge = ContentMerge(base: Self.base, ours: ours, theirs: Self.edited(("第二段。", "新的第二段。")), language: .chinese)
    #expect(merge.conflicts.isEmpty)
    let expected = Self.edited(("status: proposed", "status: published"), ("第二段。", "新的第二段。"))
    #expect(Array(merge.text.utf8) == Array((editor == "\r" ? expected.replacing("\n", with: "\r\n") : expected).utf8))
  }

  @Test func losesNothingOfFrontMatterThatIsNeverClosed() {
    let merge = ContentMerge(base: "甲\n", ours: "---\ntitle: 乙\n甲\n", theirs: "甲\n\n丙\n", language: .chinese)
    #expect(merge.text.contains("title: 乙") && merge.text.contains("丙"))
  }
}
