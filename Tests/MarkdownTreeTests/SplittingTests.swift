import MarkdownTree
import SyntheticCorpus
import Testing

@Suite struct SplittingTests {
  @Test func cutsAtHeadingsThatStandAlone() {
    let tree = MarkdownTree.parse("a[^1]\n\n## B\n\n> # in a quotation\n\n### C\n\n- # in a list\n\n[^1]: d").tree
    let parts = tree.splitAtHeadings()
    #expect(parts.map { $0.headings.first?.text } == [nil, "B", "C"])
    #expect(MarkdownTree.parse("## A").tree.splitAtHeadings().count == 1)
    #expect(MarkdownTree.parse("").tree.splitAtHeadings().isEmpty)
  }

  @Test func losesNothingBetweenTheParts() {
    var generator = SplitMix64(seed: 11)
    let pieces = ["a", "[^1]", "\n\n", "\n", "## b", "# c", "> ", "- ", "1. ", "```\n", "$$x$$", "| a |\n|---|\n| b |", "[^1]: ", "**"]
    var cuts = 0
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 1...30, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }.joined()
      let tree = MarkdownTree.parse(text + "\n\n[^1]: note").tree
      let parts = tree.splitAtHeadings()
      cuts += parts.count - 1
      #expect(parts.flatMap { $0.html() } == tree.html(), "\(text)")
    }
    #expect(cuts > 400)
  }
}
