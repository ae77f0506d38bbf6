import Foundation
import SyntheticCorpus

/// What `make bench` needs beside the program itself:
///
///     ciyuan-bench corpus PAGES FOLDER [--named-code]   writes a site for measuring
///     ciyuan-bench parts FOLDER                         says what the parts of a build of that site take
///     ciyuan-bench matcher                              says how fast the names of concepts are found
///     ciyuan-bench scrapes PAGES FOLDER                 writes pages as they are scraped
///     ciyuan-bench import PAGES                         imports such pages, and says what that takes
@main
struct Benchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst().filter { $0 != "--named-code" }
    switch arguments.first {
    case "corpus" where arguments.count == 3:
      guard let pages = Int(arguments[1]), pages >= 4 else { fail("a site has at least 4 pages") }
      try SyntheticSite(pages: pages, namesLanguages: CommandLine.arguments.contains("--named-code")).write(to: arguments[2])
    case "parts" where arguments.count == 2:
      try await BuildParts(folder: arguments[1]).measure()
    case "matcher" where arguments.count == 1:
      MatcherBenchmark.run()
    case "scrapes" where arguments.count == 3:
      guard let pages = Int(arguments[1]), pages > 0 else { fail("a number of pages is expected") }
      _ = try SyntheticScrapes().write(pages, to: arguments[2])
    case "import" where arguments.count == 2:
      guard let pages = Int(arguments[1]), pages > 0 else { fail("a number of pages is expected") }
      try await ImportBenchmark.run(pages: pages)
    default:
      fail("usage: ciyuan-bench corpus PAGES FOLDER [--named-code] | parts FOLDER | matcher | scrapes PAGES FOLDER | import PAGES")
    }
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("ciyuan-bench: \(message)\n".utf8))
    exit(2)
  }
}
