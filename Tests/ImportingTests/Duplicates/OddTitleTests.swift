import Testing

@testable import Importing

@Suite struct OddTitleTests {
  @Test func takesTitlesThatSayNothingForNothing() {
    let titles = ["", "😀", "😀🚀", "？", "a", "b", "中", "文", "什么是"]
    #expect(DuplicateRecognizerTests.groups(titles).isEmpty)
    #expect(DuplicateRecognizerTests.groups(titles.reversed()).isEmpty)
  }

  /// Of two equal titles of words that no list knows, the other words were said to agree by half.
  @Test func saysNothingOfOtherWordsWhereTitlesAreEqual() {
    let candidates = ["1", "2"].map { QuestionCandidate(id: $0, title: "洛阳牡丹") }
    let groups = DuplicateRecognizerTests.recognizer.groups(of: candidates).groups
    #expect(groups.map(\.reason) == ["both ask for the topic as such in the same words"])
  }
}
