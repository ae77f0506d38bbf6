import Foundation
import Testing

@testable import Terminology

/// Scores the miner on the hand-made gold standard of five pages, where it is present beside the repository.
@Suite(.enabled(if: GoldPages.folder != nil, "no gold standard beside the repository"))
struct GoldTermTests {
  @Test func minesTheTermsOfTheGoldPages() throws {
    let gold = try #require(GoldPages.folder)
    let wanted = try GoldPages.rows(gold.appending(path: "gold/terms.tsv"))
    let neutral = try GoldPages.rows(gold.appending(path: "gold/terms_secondary.tsv"))
    let mined = try GoldPages.pages(gold).flatMap { TermMiner.standard.mine(lines: $0.lines) }.map(Self.names)
    let goldNames = wanted.map(Self.names)
    let missed = zip(wanted, goldNames).filter { pair in !mined.contains { $0.intersection(pair.1).count >= 2 } }
    let known = goldNames + neutral.map(Self.names)
    let wrong = mined.filter { names in names.count >= 2 && !known.contains { $0.intersection(names).count >= 2 } }
    let recall = 1 - Double(missed.count) / Double(wanted.count)
    let precision = 1 - Double(wrong.count) / Double(max(mined.count, 1))
    #expect(recall >= 0.9, "missed: \(missed.map { $0.0.prefix(3).joined(separator: " ") })")
    #expect(precision >= 0.95, "wrong: \(wrong.map { $0.sorted() })")
    if ProcessInfo.processInfo.environment["CIYUAN_SHOW_MISSES"] != nil {
      print("recall \(recall) precision \(precision) of \(mined.count)")
      for row in missed { print("missed", row.0) }
      for names in wrong { print("wrong", names.sorted()) }
    }
  }

  private static func names(_ row: [String]) -> Set<String> {
    Set((row.prefix(3) + row[3].split(separator: "|").map(String.init)).map(squash).filter { !$0.isEmpty })
  }

  private static func names(_ term: MinedTerm) -> Set<String> {
    Set(([term.chinese, term.english, term.abbreviation].compactMap { $0 } + term.aliases).map(squash))
  }

  private static func squash(_ text: String) -> String {
    String(text.lowercased().filter { !" \t??。.!!::,,()()“”\"'`*".contains($0) })
  }
}

enum GoldPages {
  /// The folder that holds `gold/` and `scrapes/`, searched from the repository upwards.
  static let folder: URL? = {
    var place = URL(filePath: #filePath)
    while place.path.count > 1 {
      place = place.deletingLastPathComponent()
      let shared = place.appending(path: "shared")
      if FileManager.default.fileExists(atPath: shared.appending(path: "gold/terms.tsv").path) { return shared }
    }
    return nil
  }()

  static func rows(_ file: URL) throws -> [[String]] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The kept lines of each page.
  static func pages(_ folder: URL) throws -> [(name: String, lines: [(number: Int, text: String)])] {
    let scrapes = folder.appending(path: "scrapes")
    let files = try FileManager.default.contentsOfDirectory(atPath: scrapes.path).filter { $0.hasSuffix(".txt") }.sorted()
    return try files.map { file in
      let key = String(file.prefix { $0 != "_" })
      let classes = try rows(folder.appending(path: "gold/lines/\(key).tsv"))
      let kept = Set(classes.filter { $0[1] == "keep" || $0[1] == "either" }.compactMap { Int($0[0]) })
      let lines = try String(contentsOf: scrapes.appending(path: file), encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
      return (key, lines.enumerated().map { (number: $0 + 1, text: String($1)) }.filter { kept.contains($0.number) })
    }
  }
}
