import Diagnostics
import MarkdownTree
import Testing

@Suite struct NoLinkFaultTests {
  func faults(_ markdown: String) -> [Diagnostic] { MarkdownTree.parse(markdown).diagnostics.filter { $0.rule == "no-link" } }

  @Test(arguments: ["{nolink}", "{no_link}", "{no link}", "{no-lnik}", "{no-links}", "{ no-link }", "{NO-LINK}", "｛no-link｝"])
  func pointsAtARefusalThatIsNone(written: String) {
    let found = faults("一段话\n注意力\(written)不链接")
    #expect(found.map(\.suggestion) == ["write {no-link}"], "\(written)")
    #expect(found.first?.location?.line == 2 && found.first?.location?.column == 10, "\(written)")
  }

  @Test(arguments: [
    "a{no-link}", "{link}", "{no}", "{nofollow}", "{n, o}", "`{nolink}`", "{nolink", "${nolink_count}", "｛图｝", "\\{nolinking things}",
  ])
  func leavesOtherBracesAlone(markdown: String) {
    #expect(faults(markdown).isEmpty, "\(markdown)")
  }
}
