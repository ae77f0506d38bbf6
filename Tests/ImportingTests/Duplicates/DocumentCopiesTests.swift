import Testing

@testable import Importing

@Suite struct DocumentCopiesTests {
  /// A text of numbered sentences, so that no two of them are alike.
  static func text(_ range: some Sequence<Int>, _ subject: String = "模型") -> String {
    range.map { "第\($0)次观察表明\(subject)在第\($0 * 7)步之后的损失下降了\($0 * 13 % 97)个单位，原因有\($0 % 9)种。" }.joined(separator: "\n")
  }

  @Test func findsTheSameTextUnderAnotherName() {
    let copies = DocumentCopies.find([("b.txt", Self.text(1...40)), ("a.txt", Self.text(1...40)), ("c.txt", Self.text(900...940))])
    #expect(copies == [DocumentCopies.Copy(id: "b.txt", original: "a.txt", share: 1)])
  }

  @Test func findsATextOfWhichATenthIsNew() throws {
    let changed = Self.text(1...36) + "\n" + Self.text(400...404)
    let copy = try #require(DocumentCopies.find([("original", Self.text(1...40)), ("repost", changed)]).first)
    #expect(Set([copy.id, copy.original]) == ["original", "repost"])
    #expect(copy.share > 0.75)
  }

  @Test func ignoresWidthsSpacesAndPunctuation() {
    let wide = Self.text(1...30).replacing("，", with: ",  ").replacing("\n", with: "\n\n")
    #expect(DocumentCopies.find([("a", Self.text(1...30)), ("b", wide)]).count == 1)
  }

  @Test func keepsDifferentAndEmptyTextsApart() {
    #expect(DocumentCopies.find([("a", Self.text(1...30)), ("b", Self.text(500...530, "编译器")), ("c", ""), ("d", "")]).isEmpty)
  }

  @Test func doesNotDependOnTheOrder() {
    let documents = [("x", Self.text(1...40)), ("y", Self.text(1...38)), ("z", Self.text(2...40)), ("w", Self.text(70...99))]
    let expected = DocumentCopies.find(documents)
    #expect(expected.count == 2)
    #expect(DocumentCopies.find(documents.reversed()) == expected)
  }
}
