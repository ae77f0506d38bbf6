import SyntheticCorpus
import Testing

@Suite struct ThreadTests {
  @Test func writesTheSameBytesOnOneThreadAndOnTwo() throws {
    let program = try Program()
    try SyntheticSite(pages: 60, namesLanguages: true).write(to: program.workspace.path)
    for threads in ["1", "2"] {
      #expect(try program.run("build", "-q", "-o", "site-\(threads)", environment: ["CIYUAN_THREADS": threads]).status == 0)
    }
    #expect(try program.workspace.snapshot("site-1") == program.workspace.snapshot("site-2"))
  }
}
