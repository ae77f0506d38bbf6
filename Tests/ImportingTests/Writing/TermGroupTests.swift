import Testing

@testable import Importing

@Suite struct TermGroupTests {
  static func source(_ number: Int, _ terms: [(chinese: String?, english: String?, abbreviation: String?)]) -> ImportedSource {
    ImportedSource(
      id: "s-\(number)", slug: "s\(number)", document: "d\(number).txt", hash: "", title: "T", language: "zh", items: [],
      terms: terms.enumerated().map {
        .init(chinese: $1.chinese, english: $1.english, abbreviation: $1.abbreviation, aliases: [], definition: nil, line: $0 + 1)
      }, images: [])
  }

  static func groups(_ terms: [(chinese: String?, english: String?, abbreviation: String?)], known: Set<String> = []) -> [Int] {
    TermGroups([source(1, terms)], known: known).groups.map(\.mentions.count)
  }

  @Test func joinsMentionsByAFullName() {
    #expect(Self.groups([("量杯模型", "Cup Model", nil), (nil, "cup model", "CM"), ("瓶模型", "Bottle Model", nil)]) == [2, 1])
  }

  @Test func joinsMentionsByAnAbbreviationThatNothingContradicts() {
    #expect(Self.groups([("量杯模型", nil, "QBM"), ("量杯网络", nil, "QBMs"), (nil, "Quick Beaker Model", "QBM")]) == [3])
  }

  @Test func keepsFullNamesOfOneAbbreviationApart() {
    #expect(Self.groups([(nil, "Quick Beaker Model", "QBM"), (nil, "Quiet Bottle Mixer", "QBM")]) == [1, 1])
  }

  @Test func leavesAwayWhatPeopleWrote() {
    #expect(Self.groups([("量杯模型", nil, "QBM"), ("瓶模型", nil, nil)], known: ["qbm"]) == [1])
  }

  @Test func readsTheNamesInATitle() {
    var source = Self.source(1, [])
    source.items = [.init(title: "基于量杯的学习（QBM）", kind: "definition", first: 3, last: 5, isAnswered: true, blocks: ["定义。"])]
    let mention = TermDrafting.Mention.all(in: source)[0]
    #expect(mention.term.chinese == "基于量杯的学习")
    #expect(mention.term.abbreviation == "QBM")
  }

  /// A product's name is Latin in a Chinese text as well.
  @Test(arguments: [
    ("CupKit 是一个量杯编排框架，由多个杯子对话完成任务。", "zh", true), ("CupKit is a framework that lets cups talk.", "en", false), ("", "en", false),
  ]) func writesAPageInTheLanguageOfItsText(definition: String, language: String, hasTranslation: Bool) {
    let term = ImportedSource.Term(chinese: nil, english: "CupKit", abbreviation: nil, aliases: [], definition: definition, line: 4)
    let draft = TermDrafting(mentions: [.init(source: Self.source(1, []), term: term)]).draft(id: "t-1", slug: "cupkit", names: ["cupkit"])
    #expect(draft.path == "terms/cupkit.\(language).md")
    #expect(draft.text.contains("translation:\n  - CupKit\n") == hasTranslation)
    #expect(draft.text.contains("status: proposed\n") && draft.text.contains("origins:\n  - s1#L4\n"))
  }
}
