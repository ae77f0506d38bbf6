internal import ArgumentParser
internal import ContentModel
internal import Diagnostics
internal import FileSystem
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

      With - alone, pages come as JSON Lines on standard input, {"path": …, "text": …} or {"path": …, "html": …}, and \
      each line is answered with one line, in order, judged by itself. A line that is no page is answered with \
      {"error": …, "suggestion": …, "line": …}; the others go on, and the exit status is 1. ciyuan duplicates --items reads the answers.
      """)

  @Argument(help: "Files or folders of scraped pages; - for standard input.", completion: .file()) var paths: [String]
  @Option(help: "jsonl: one object a page. text: one line a line. markdown: the items.") var format = Format.jsonl
  @OptionGroup var site: SiteOptions

  func validate() throws {
    if paths.contains("-"), paths.count > 1 || format != .jsonl {
      throw ValidationError("- reads JSON Lines and answers with JSON Lines: it stands alone, without --format")
    }
  }

  func run() async throws {
    let configuration = try site.configuration()
    let (decisions, faults) = try ImportDecisions.load(
      folder: site.path(configuration.content), displayFolder: configuration.content)
    if paths == ["-"] { return try await answer(rules: try configuration.importRules(), decisions: decisions, faults: faults) }
    let places = DocumentPlaces(root: site.root)
    let (inputs, notes) = try ImportInput.find(paths, places: places)
    let (pages, diagnostics) = await ImportInput.normalize(
      inputs, rules: try configuration.importRules(), decisions: decisions, places: places)
    let miner = TermMiner.standard
    for page in pages {
      switch format {
      case .jsonl: Console.output(page.jsonLine(terms: page.terms(miner)))
      case .text: Console.output(page.report)
      case .markdown: Console.output(page.markdown)
      }
    }
    if format == .jsonl { Console.output(DuplicateItems.jsonLine(pages.map(DuplicateItems.init))) }
    site.console.report(faults + notes + diagnostics)
    try ExitStatus(faults + notes + diagnostics, strict: false).exit()
  }

  /// Answers standard input line for line, some lines at a time on all cores.
  private func answer(rules: ImportRules, decisions: ImportDecisions, faults: [Diagnostic]) async throws {
    let miner = TermMiner.standard
    var reader = LineReader.standardInput()
    var number = 0
    var errors = 0
    while true {
      var batch: [(line: [UInt8], number: Int)] = []
      var size = 0
      while size < 4 << 20, batch.count < 256, let line = try reader.next() {
        number += 1
        size += line.count
        batch.append((line, number))
      }
      guard !batch.isEmpty else { break }
      let answers = await ParallelMap.run(batch) {
        PageRequest.answer($0.line, number: $0.number, rules: rules, decisions: decisions, miner: miner)
      }
      Console.output(answers.map(\.json).joined(separator: "\n"))
      errors += answers.count(where: \.isError)
    }
    site.console.report(faults)
    if errors > 0 {
      Console.error(
        "error: \(errors) of \(number) lines are no pages\n    suggestion: their answers say what is wrong with each (\"error\")")
      try ExitStatus.problems.exit()
    }
    try ExitStatus(faults, strict: false).exit()
  }
}
