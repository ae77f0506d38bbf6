import ContentModel
import Diagnostics
import Glibc
import MarkdownTree
import Terminology

/// Measures what a build does to every page, on one core. `make bench`
@main
struct Benchmark {
  static func main() {
    let site = SyntheticSite(pages: 2000, concepts: 5000)
    let bytes = site.pages.reduce(0) { $0 + $1.bytes.count }
    print("\(site.pages.count) pages, \(bytes / 1_000_000) MB, \(site.concepts.count) concepts; CPU time of one core")

    measure("build the term matcher", nil) { _ = Termbase(site.concepts) }
    let termbase = Termbase(site.concepts)
    let linker = TermLinker(termbase)
    let trees = site.pages.map { MarkdownTree.parse($0, body: 0..<$0.bytes.count).tree }
    let texts = site.pages.map(\.text)

    measure("parse", bytes) { for page in site.pages { _ = MarkdownTree.parse(page, body: 0..<page.bytes.count) } }
    measure("match terms", bytes) { for text in texts { _ = termbase.matches(in: text) } }
    measure("link terms", bytes) { for tree in trees { _ = link(tree, linker) } }
    measure("render", bytes) { for tree in trees { _ = tree.html() } }
    measure("read for search", bytes) { for tree in trees { _ = (tree.headings, tree.sections(), tree.links) } }
    measure("parse, link and render", bytes) {
      for page in site.pages { _ = link(MarkdownTree.parse(page, body: 0..<page.bytes.count).tree, linker).html() }
    }
  }

  static func link(_ tree: MarkdownTree, _ linker: TermLinker) -> MarkdownTree {
    var tree = tree
    _ = linker.link(&tree, language: .chinese) { LinkTarget(url: "../../terms/\($0.slug)/") }
    return tree
  }

  /// The best of five runs.
  static func measure(_ name: String, _ bytes: Int?, _ body: () -> Void) {
    let seconds = (0..<5).map { _ in
      let start = processorTime()
      body()
      return processorTime() - start
    }.min()!
    let speed = bytes.map { ", \(Int(Double($0) / seconds / 1e6)) MB/s" } ?? ""
    print("\(name): \(Int((seconds * 1000).rounded())) ms\(speed)")
  }

  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
