import Diagnostics
import MarkdownTree
import Testing

@Suite struct WikiLinkFaultTests {
  func faults(_ markdown: String) -> [Diagnostic] { MarkdownTree.parse(markdown).diagnostics.filter { $0.rule == "wiki-link" } }

  @Test(arguments: [
    ("见 [[own|]]。", 5, "write [[own]] or [[own|words]]"), ("见 [[|x]]。", 5, "write [[term|x]]"),
    ("[[ ]]", 1, "write [[term]] or [[term|words]], or \\[[ for brackets"),
    ("[[]]", 1, "write [[term]] or [[term|words]], or \\[[ for brackets"),
    ("[[a[[b]]", 1, "write [[term]], with no brackets inside"),
    ("[[a]b]]", 1, "write [[term]] or [[term|words]], and brackets inside as \\["),
    ("一\n二 [[词*元*]]", 5, "write [[term]] or [[term|words]] without marks inside, or \\[[ for brackets"),
    ("[[a]] [[a|b *c*]]", 7, "write [[term]] or [[term|words]] without marks inside, or \\[[ for brackets"),
    ("[[token\n|词元]]", 1, "write [[term]] or [[term|words]] without marks inside, or \\[[ for brackets"),
  ])
  func pointsAtALinkThatIsNone(markdown: String, column: Int, suggestion: String) {
    let found = faults(markdown)
    #expect(found.map(\.suggestion) == [suggestion] && found.first?.location?.column == column, "\(markdown)")
  }

  @Test(arguments: [
    "[[a]]", "[[a|b]]", "| x |\n|---|\n| [[a\\|b]] |", "a[[]]", "x = [[1, 2], [3, 4]]", "`[[x|]]`", "\\[[ ]]", "[\\[x|]]", "if [[ -f x ]]",
    "[[x](y)]",
    "```\n[[x|]]\n```", "f(x)[[a[[b", "[a][b]",
  ])
  func leavesOtherBracketsAlone(markdown: String) {
    #expect(faults(markdown).isEmpty, "\(markdown)")
  }
}
