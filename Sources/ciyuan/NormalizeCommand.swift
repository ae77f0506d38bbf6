internal import ArgumentParser
internal import ContentModel
internal import Diagnostics
internal import Importing
internal import Terminology

struct NormalizeCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl, text, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "normalize", abstract: "Print the verdict on each line of scraped pages, and the items found.",
    discussion: """
      Reads and judges pages as import does, with the rules of ciyuan.yml and the decisions of Content/import.yml. \
      Nothing is written. Files that cannot be read are reported; the exit status is then 1.
      """)

  @Argument(help: "Files or folders of scraped pages; - for standard input.", completion: .file()) var paths: [String]
  @Option(help: "jsonl: one object a page. text: one line a line. markdown: the items.") var format = Format.jsonl
  @OptionGroup var site: SiteOptions

  func run() async throws {
    let configuration = try site.configuration()
    let (decisions, faults) = try ImportDecisions.load(
      folder: site.path(configuration.content), displayFolder: configuration.content)
    let (inputs, notes) = try ImportInput.find(paths.map { $0 == "-" ? "/dev/stdin" : $0 })
    let (pages, diagnostics) = await ImportInput.normalize(inputs, rules: try configuration.importRules(), decisions: decisions)
    let miner = TermMiner()
    for page in pages {
      switch format {
      case .jsonl: Console.output(page.jsonLine(terms: page.terms(miner)))
      case .text: Console.output(page.report)
      case .markdown: Console.output(page.markdown)
      }
    }
    if format == .jsonl { Console.output(DuplicateItems.jsonLine(pages.map(DuplicateItems.init))) }
    site.console.report(faults + notes + diagnostics)
    try ExitStatus(faults + diagnostics, strict: false).exit()
  }
}
