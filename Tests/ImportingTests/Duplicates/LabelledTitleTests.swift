import Foundation
import Testing

@testable import Importing

/// Measures the recognizer on labelled titles of many fields.
@Suite struct LabelledTitleTests {
  @Test(arguments: [
    (file: "many-fields.txt", recall: 0.96), (file: "interviews.txt", recall: 0.9), (file: "further-fields.txt", recall: 0.86),
    (file: "directions.txt", recall: 0.88), (file: "neighbours.txt", recall: 0.86), (file: "held-out.txt", recall: 0.82),
    (file: "held-out-interviews.txt", recall: 0.83), (file: "spoken.txt", recall: 0.7),
    (file: "lists-systems.txt", recall: 0.74), (file: "lists-methods.txt", recall: 0.7), (file: "lists-classics.txt", recall: 0.62),
  ])
  func groupsTheLabelledTitles(file: String, recall: Double) throws {
    let rows = try LabelledTitles.read(file)
    let candidates = rows.enumerated().map { QuestionCandidate(id: String($0), title: $1.title) }
    var groupOf: [Int: Int] = [:]
    for (number, group) in DuplicateRecognizerTests.recognizer.groups(of: candidates).groups.enumerated() {
      for member in group.members { groupOf[Int(member)!] = number }
    }
    var right = 0, missed = 0, wrong: [String] = []
    for first in rows.indices {
      for second in rows.indices.dropFirst(first + 1) {
        let isSame = rows[first].group == rows[second].group
        let isFound = groupOf[first] != nil && groupOf[first] == groupOf[second]
        if isSame, isFound { right += 1 }
        if isSame, !isFound { missed += 1 }
        if !isSame, isFound { wrong.append("\(rows[first].title) || \(rows[second].title)") }
      }
    }
    // Titles that tuning never looks at are not shown either.
    let shown = file.hasPrefix("held-out") ? "" : "\(wrong)"
    #expect(Double(right) / Double(right + wrong.count) >= 0.98, "merged wrongly: \(wrong.count) \(shown)")
    #expect(Double(right) / Double(right + missed) >= recall, "missed \(missed) of \(right + missed)")
  }
}

extension LabelledTitleTests {
  @Test func keepsNearPairsApart() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Titles/near-pairs.txt")
    let pairs = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(pairs.count > 100)
    for pair in pairs {
      let titles = pair.split(separator: "\t").map(String.init)
      #expect(titles.count == 2 && DuplicateRecognizerTests.groups(titles).isEmpty, "\(pair)")
    }
  }
}

enum LabelledTitles {
  static func read(_ name: String) throws -> [(group: String, title: String)] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Titles/\(name)")
    var group = ""
    var rows: [(String, String)] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("=== ") { group = String(line.dropFirst(4)) } else { rows.append((group, String(line))) }
    }
    return rows
  }
}
