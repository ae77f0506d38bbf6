import ContentModel
import Testing

@testable import Importing

@Suite struct ThreeWayMergeTests {
  static func merge(_ base: String, _ ours: String, _ theirs: String) -> ThreeWayMerge {
    func lines(_ text: String) -> [Substring] { text.split(separator: " ", omittingEmptySubsequences: false) }
    return ThreeWayMerge(base: lines(base), ours: lines(ours), theirs: lines(theirs))
  }

  @Test(arguments: [
    ("a b c", "a b c", "a x c", "a x c"), ("a b c", "a y c", "a b c", "a y c"), ("a b c d", "A b c d", "a b c D", "A b c D"),
    ("a b c", "a c", "a b c", "a c"), ("a b c", "a b c e", "0 a b c", "0 a b c e"), ("a b", "a x b", "a x b", "a x b"),
    ("", "x", "", "x"), ("a b c d", "a d", "a b c d", "a d"),
    // Additions beside a change, and two at one place.
    ("a b", "a x", "a b c d", "a x c d"), ("a b", "x b", "0 a b", "0 x b"), ("a b", "a b x", "a y", "a y x"),
    ("a", "x", "0 a b", "0 x b"), ("a", "a x", "a y", "a x y"),
    // What both put in stood there twice, where one had put in more before it.
    ("a - b -", "x - y - a - b - z -", "a - b - z -", "x - y - a - b - z -"),
    // What both added that begins or ends alike stands once, but for the fences of code.
    ("a", "a s x", "a s y", "a s x y"), ("a", "a x s", "a y s", "a x y s"),
    ("a", "a ``` x ```", "a ``` y ```", "a ``` x ``` ``` y ```"),
  ])
  func mergesChangesOfDifferentPlaces(base: String, ours: String, theirs: String, expected: String) {
    let merge = Self.merge(base, ours, theirs)
    #expect(merge.lines.joined(separator: " ") == expected)
    #expect(merge.conflicts == 0)
  }

  @Test func marksPlacesThatBothChanged() {
    let merge = Self.merge("a b c", "a x c", "a y c")
    #expect(merge.conflicts == 1)
    #expect(
      merge.lines == [
        "a", Substring(ConflictMarkers.ours), "x", Substring(ConflictMarkers.divider), "y", Substring(ConflictMarkers.theirs), "c",
      ])
  }

  @Test func isTheOtherSideWhereOneSideDidNothing() {
    for (base, other) in [("a b c d e", "e d c b a"), ("a", ""), ("a a a", "a b a b a")] {
      #expect(Self.merge(base, base, other).lines.joined(separator: " ") == other)
      #expect(Self.merge(base, other, base).lines.joined(separator: " ") == other)
    }
  }
}
