import Diagnostics
import FileSystem
import Foundation
import SyntheticCorpus
import Testing

@testable import Importing

/// Pages of imports and of people, joined, parted and edited at random: a second import changes nothing, neither a page nor what the
/// import remembers, the ledger names the pages that are there, and no line of a person is lost.
@Suite struct RandomJoiningTests {
  /// The seed that `CIYUAN_SEED` asks for, or a few.
  static let seeds: [UInt64] = ProcessInfo.processInfo.environment["CIYUAN_SEED"].flatMap { UInt64($0) }.map { [$0] } ?? [1, 29, 57, 117]

  private static let documents = [
    "a.txt": "1. 什么是词表扩充？\n在已有词表里加入新的词元，再训练它们的向量。\n", "b.txt": "1. 束搜索怎么保留候选？\n逐步保留几个最好的序列。\n",
    "c.md": "# 为什么要做梯度裁剪？\n\n1. 避免发散。\n1. 步子不会太大。\n\n梯度很大的时候把它缩小[^1]。\n\n[^1]: 按范数。\n",
    "d.md": "# 温度怎样影响采样？\n\n## 高温\n\n分布变得更平。\n",
  ]

  @Test(arguments: seeds) func loseNothing(seed: UInt64) async throws {
    let folder = try ImportFolder(Self.documents)
    try await folder.importAll()
    var person = Person(seed: seed, folder: folder)
    for name in ["mine", "yours"] {
      let head = "title: 我的问题\(name)？\nsummary: \(person.mark())摘要。\nredirects: [questions/\(person.mark())]\nrelated: [mine, yours]\n"
      try folder.write(
        "---\n\(head.replacing("[mine, yours]", with: name == "mine" ? "[yours]" : "[mine]"))---\n\n\(person.mark())话[^1]。\n\n1. \(person.mark())项\n1. 又\n\n[^1]: \(person.mark())注。\n",
        to: "Content/questions/\(name).zh.md")
    }
    let pages = try folder.questions().map { String($0.dropLast(".zh.md".count)) }
    var classes = pages.map { [$0] }, different: Set<[String]> = [], log: [String] = []
    for step in 0..<12 {
      for _ in 0..<2 { log.append(try person.edit()) }
      let own = classes.filter { $0.contains("mine") || $0.contains("yours") }
      // Of several pages at one of somebody's own, each comes apart in tests of its own.
      if person.random(2) == 0, own.allSatisfy({ $0.count == 1 }) {
        classes.sort { $0[0] < $1[0] }
        let first = classes.remove(at: person.random(classes.count)), second = classes.remove(at: person.random(classes.count))
        different = different.filter { !(Set($0).isSubset(of: first + second)) }
        classes.append(first + second)
        log.append("same \(first + second)")
      } else if let index = classes.firstIndex(where: { $0.count > 1 }) {
        let leaving = classes[index].remove(at: person.random(classes[index].count))
        for other in classes[index] { different.insert([other, leaving]) }
        classes.append([leaving])
        log.append("different \(leaving)")
      }
      let same = classes.filter { $0.count > 1 }.map { "  - [\($0.joined(separator: ", "))]\n" }.joined()
      let parted = different.map { "  - [\($0.joined(separator: ", "))]\n" }.sorted().joined()
      try folder.write(
        "same:\(same.isEmpty ? " []" : "")\n\(same)different:\(parted.isEmpty ? " []" : "")\n\(parted)", to: "Content/import.yml")
      let foretold = try await folder.importAll(isDryRun: true).diagnostics
      let told = try await folder.importAll().diagnostics
      let after = try folder.snapshot(), name = "seed \(seed), step \(step):\n\(log.joined(separator: "\n"))"
      try #require(told.allSatisfy { $0.severity == .note }, "\(name)\n\(told.map(\.formatted))")
      let files = try folder.questions(), text = try files.map { try folder.read("Content/questions/" + $0) }.joined()
      try #require(person.marks.filter { !text.contains($0) } == [], "\(name)\n\(text)")
      try #require(Set(files.map { $0.prefix { $0 != "." } }).count == classes.count, "\(name)\n\(files)\n\(text)")
      for row in try folder.read("Content/.ciyuan/ledger.jsonl").split(separator: "\n") {
        guard let page = row.components(separatedBy: ",\"to\":\"").dropFirst().first?.prefix(while: { $0 != "\"" }) else { continue }
        try #require(after.keys.contains(String(page)), "\(name)\n\(row)")
      }
      try #require(foretold.map(\.location) == told.map(\.location), "\(name)\n\((foretold + told).map(\.formatted))")
      // Of all documents, and of none.
      let again = try await folder.importAll().diagnostics + folder.importAll([]).diagnostics
      try #require(again.isEmpty, "\(name)\n\(again.map(\.formatted))")
      let last = try folder.snapshot()
      let changed = last.keys.filter { last[$0] != after[$0] }.sorted()
      try #require(
        Set(last.keys) == Set(after.keys) && changed == [],
        "\(name)\n\(changed.flatMap { [after[$0], last[$0]] }.map { String(decoding: $0 ?? [], as: UTF8.self) }.joined())")
    }
  }

  /// Somebody who edits pages, each time in words that nobody has used.
  private struct Person {
    private var generator: SplitMix64
    let folder: ImportFolder
    private(set) var marks: [String] = []

    init(seed: UInt64, folder: ImportFolder) { (generator, self.folder) = (SplitMix64(seed: seed), folder) }

    /// A number below another one.
    mutating func random(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

    mutating func mark() -> String {
      marks.append("m\(marks.count + 100)x")
      return marks[marks.count - 1]
    }

    /// Adds something to a page, and says what.
    mutating func edit() throws -> String {
      let files = try folder.questions(), file = files[random(files.count)], path = "Content/questions/" + file, mark = mark()
      let text = try folder.read(path), other = path.replacing(".zh.", with: ".en.")
      switch random(6) {
      case 0 where !files.contains(file.replacing(".zh.", with: ".en.")):
        try folder.write("---\ntitle: Question \(mark)?\n---\n\nText \(mark)[^1].\n\n[^1]: Note \(mark).\n", to: other)
        return "\(other): \(mark)"
      case 0...2:
        let key = ["tags", "aliases", "redirects"][random(3)], value = key == "redirects" ? "questions/\(mark)" : mark
        let list = "\n\(key):\n"
        let edited =
          text.contains(list)
          ? text.replacing(list, with: list + "  - \(value)\n") : text.replacing("\ntitle:", with: "\n\(key):\n  - \(value)\ntitle:")
        // A list in one line is left to the person.
        try folder.write(text.contains("\n\(key): [") ? text + "\n\(mark)末尾。\n" : edited, to: path)
        return "\(file): \(key) \(mark)"
      case 3:
        let body = text.ranges(of: "---\n").dropFirst().first?.upperBound ?? text.startIndex
        let place = text[body...].ranges(of: "。\n").first?.upperBound ?? text.endIndex
        try folder.write(text[..<place] + "\n\(mark)中间。\n" + text[place...], to: path)
        return "\(file): middle \(mark)"
      default:
        try folder.write(text + "\n\(mark)末尾。\n", to: path)
        return "\(file): end \(mark)"
      }
    }
  }
}
