import Diagnostics
import Testing

@testable import Importing

@Suite struct ImportDecisionsTests {
  static func settled(_ text: String, _ kind: ImportDecisions.Settlement, _ lists: [String]...) throws -> String? {
    try ImportDecisions.settling(lists, as: kind, in: SourceFile(path: "import.yml", text: text))?.text
  }

  @Test(arguments: [
    ("", "different:\n  - [a, b]\n"), ("same:\n  - [a, b]\n", "different:\n  - [a, b]\n"),
    ("# why\nsame: # one\n  - [c, d]\n  - [b, a]\nkeep: []\n", "# why\nsame: # one\n  - [c, d]\nkeep: []\ndifferent:\n  - [a, b]\n"),
  ])
  func letsALaterDecisionReplaceAnEarlierOne(before: String, after: String) throws {
    #expect(try Self.settled(before, .different, ["a", "b"]) == after)
  }

  @Test func keepsWhatElseDiffersWhereTwoBecomeOne() throws {
    #expect(
      try Self.settled("different:\n  - [a, b, c]\n", .same, ["a", "b"])
        == "different:\n  - [a, c]\n  - [b, c]\nsame:\n  - [a, b]\n")
  }

  /// One of the other two decisions was dropped.
  @Test func refusesWhereItIsOpenWhatStaysOfAnEarlierDecision() throws {
    do {
      _ = try Self.settled("same:\n  - [a, b, d]\n", .different, ["a", "d"])
      Issue.record("settled")
    } catch ImportDecisions.SettlingFailure.contradiction(let faults) {
      #expect(faults.map(\.location?.line) == [2])
      #expect(faults.first?.suggestion == "write here [a, b] or [d, b], and settle this again")
    }
  }

  /// `a` and `b` are names of one page: it would have come apart.
  @Test func keepsOneWhatIsOnePage() throws {
    let settled = try ImportDecisions.settling(
      [["a", "d"]], as: .different, in: SourceFile(path: "import.yml", text: "same:\n  - [a, b, d]\n"), canonical: { $0 == "b" ? "a" : $0 })
    #expect(settled?.text == "same:\n  - [a, b]\ndifferent:\n  - [a, d]\n")
  }

  @Test func saysNothingTwice() throws {
    #expect(try Self.settled("same:\n  - [b, a, c]\n", .same, ["a", "b"]) == nil)
  }

  @Test func refusesWhatOtherDecisionsContradict() throws {
    #expect(throws: ImportDecisions.SettlingFailure.self) {
      try Self.settled("same:\n  - [a, b]\n  - [b, c]\n", .different, ["a", "c"])
    }
    #expect(throws: ImportDecisions.SettlingFailure.self) { try Self.settled("same: [[a, b]]\n", .different, ["a", "b"]) }
  }

  @Test func findsTheShortestWayToAContradiction() throws {
    let text = "same:\n  - [a, x]\n  - [x, y]\n  - [y, b]\n  - [a, b]\ndifferent:\n  - [b, a]\n"
    let (decisions, _) = ImportDecisions.parse(SourceFile(path: "import.yml", text: text))
    let found = try #require(decisions.contradictions().first)
    #expect(found.location?.line == 7)
    #expect(found.notes.map { $0.location?.line } == [5])
  }
}
