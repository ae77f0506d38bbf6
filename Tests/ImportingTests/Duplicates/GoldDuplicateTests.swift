import Foundation
import Testing

@testable import Importing

/// Scores the recognizer on the hand-made gold standards, where they are present beside the repository.
@Suite(.enabled(if: GoldStandard.folder != nil, "no gold standard beside the repository"))
struct GoldDuplicateTests {
  @Test func groupsTheQuestionsOfTheGoldPages() throws {
    let folder = try #require(GoldStandard.folder)
    let questions = try GoldStandard.rows(folder.appending(path: "gold/questions.tsv"))
    let candidates = try questions.map { row in
      let lines = try GoldStandard.lines(of: row[1], in: folder)
      let answer = lines[Int(row[2])!..<Int(row[3])!].joined(separator: "\n")
      return QuestionCandidate(id: row[0], title: row[4], answerText: row[6] == "yes" ? answer : nil)
    }
    let result = DuplicateRecognizer().groups(of: candidates)
    var wanted: Set<Set<String>> = []
    let groups = Dictionary(grouping: try GoldStandard.rows(folder.appending(path: "gold/duplicates.tsv")), by: { $0[0] })
    for group in groups.values { wanted.formUnion(GoldStandard.pairs(group.map { $0[1] })) }
    let neutral = Set(try GoldStandard.rows(folder.appending(path: "gold/duplicates_either.tsv")).map { Set([$0[0], $0[2]]) })
    let hard = Set(try GoldStandard.rows(folder.appending(path: "gold/related.tsv")).map { Set([$0[0], $0[2]]) })
    let found = Set(result.groups.flatMap { GoldStandard.pairs($0.members) })
    let titles = Dictionary(uniqueKeysWithValues: questions.map { ($0[0], $0[4]) })
    func text(_ pair: Set<String>) -> String { pair.sorted().map { "\($0) \(titles[$0] ?? "")" }.joined(separator: " || ") }
    let wrong = found.subtracting(neutral).subtracting(wanted), missed = wanted.subtracting(found)
    #expect(found.isDisjoint(with: hard))
    #expect(wrong.isEmpty, "merged wrongly: \(wrong.map(text))")
    let recall = 1 - Double(missed.count) / Double(wanted.count)
    #expect(2 * recall / (1 + recall) >= 0.93, "missed: \(missed.map(text).sorted())")
    if ProcessInfo.processInfo.environment["CIYUAN_SHOW_MISSES"] != nil {
      print("recall \(recall)")
      for pair in missed { print("missed", text(pair)) }
      for pair in wrong { print("wrong", text(pair)) }
      for pair in result.undecided { print("undecided", pair.score, text([pair.first, pair.second]), pair.reason) }
    }
  }
}

enum GoldStandard {
  /// The folder that holds `gold/` and `scrapes/`, searched from the repository upwards.
  static let folder: URL? = {
    var place = URL(filePath: #filePath)
    while place.path.count > 1 {
      place = place.deletingLastPathComponent()
      let shared = place.appending(path: "shared")
      if FileManager.default.fileExists(atPath: shared.appending(path: "gold/duplicates.tsv").path) { return shared }
    }
    return nil
  }()

  static func rows(_ file: URL) throws -> [[String]] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  static func lines(of document: String, in folder: URL) throws -> [Substring] {
    let scrapes = folder.appending(path: "scrapes")
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: scrapes.path).first { $0.hasPrefix(document + "_") })
    return try String(contentsOf: scrapes.appending(path: file), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  static func pairs(_ members: [String]) -> Set<Set<String>> {
    var result: Set<Set<String>> = []
    for (place, first) in members.enumerated() { for second in members[(place + 1)...] { result.insert([first, second]) } }
    return result
  }
}
