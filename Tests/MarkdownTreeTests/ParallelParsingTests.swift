import MarkdownTree
import SyntheticCorpus
import Testing

@Suite struct ParallelParsingTests {
  /// Documents with everything that depends on cmark's process-wide tables.
  static let documents: [String] = {
    var generator = SplitMix64(seed: 11)
    let pieces = [
      "~~删~~", "~a~", "见 https://a.b/c。", "www.a.com ", "a@b.cc ", "| a | b |\n|---|---|\n| c | ~~d~~ |\n", "$a_b_c$", "$$x$$",
      "**词：**文", "- [x] a\n", "[^1]", "\n\n", "`code`", "[[a|b]]", "*a*", "_b_", "\n\n# h\n\n", "> q\n", "```\n~~x~~\n```\n",
      "文字文字文字", "plain words here ", "<br>", "![i](j)", "\n\n[^1]: n\n\n",
    ]
    return (0..<150).map { _ in
      (0..<Int.random(in: 5...80, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }.joined()
    }
  }()

  @Test func parsesInParallel() {
    #expect(MarkdownTree.parsesInParallel)
  }

  @Test func givesTheSameFromManyThreadsAsFromOne() async {
    let expected = Self.documents.map { MarkdownTree.parse($0).tree.html() }
    await withTaskGroup(of: Int.self) { group in
      for task in 0..<4 {
        group.addTask {
          var wrong = 0
          for _ in 0..<3 {
            for index in Self.documents.indices.map({ ($0 + task * 40) % Self.documents.count }) {
              if MarkdownTree.parse(Self.documents[index]).tree.html() != expected[index] { wrong += 1 }
            }
          }
          return wrong
        }
      }
      for await wrong in group { #expect(wrong == 0) }
    }
  }
}
