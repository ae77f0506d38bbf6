import Testing

@testable import Importing

@Suite struct OddTitleTests {
  @Test func takesTitlesThatSayNothingForNothing() {
    let titles = ["", "😀", "😀🚀", "？", "a", "b", "中", "文", "什么是"]
    #expect(DuplicateRecognizerTests.groups(titles).isEmpty)
    #expect(DuplicateRecognizerTests.groups(titles.reversed()).isEmpty)
  }

  /// Identical documents gave two pages of one title and text.
  @Test func takesTitlesThatSayNothingForOneWhereTheirAnswersAre() {
    let candidates = [("1", "答案。"), ("2", "答案。"), ("3", "另一个答案。")].map { QuestionCandidate(id: $0, title: "A", answerText: $1) }
    #expect(DuplicateRecognizerTests.recognizer.groups(of: candidates).groups.map(\.members) == [["1", "2"]])
  }

  /// Of two equal titles of words that no list knows, the other words were said to agree by half.
  @Test func saysNothingOfOtherWordsWhereTitlesAreEqual() {
    let candidates = ["1", "2"].map { QuestionCandidate(id: $0, title: "洛阳牡丹") }
    let groups = DuplicateRecognizerTests.recognizer.groups(of: candidates).groups
    #expect(groups.map(\.reason) == ["in the same words, both ask for “the topic as such”"])
  }
}
