internal import ArgumentParser
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
    discussion: "Nothing is written. Files that cannot be read are reported; the exit status is then 1.")

  @Argument(help: "Files or folders of scraped pages.", completion: .file()) var paths: [String]
  @Option(help: "jsonl: one object a page. text: one line a line. markdown: the items.") var format = Format.jsonl

  func run() async throws {
    var documents: [ScrapedDocument] = []
    var faults: [Diagnostic] = []
    for path in paths {
      let files = Folder.exists(path) ? try Folder.files(below: path).map { Path.join(path, $0.path) } : [path]
      for file in files {
        let bytes = try File.read(file)
        do throws(UnreadableDocument) {
          let (document, diagnostics) = try ScrapedDocument.read(path: file, bytes: bytes)
          documents.append(document)
          faults += diagnostics
        } catch {
          faults.append(error.diagnostic)
        }
      }
    }
    let miner = TermMiner()
    let pages = await normalize(documents)
    for page in pages {
      switch format {
      case .jsonl: Console.output(page.jsonLine(terms: page.terms(miner)))
      case .text: Console.output(page.report)
      case .markdown: Console.output(page.markdown)
      }
    }
    if format == .jsonl { Console.output(DuplicateItems.jsonLine(pages.map(DuplicateItems.init))) }
    Console().report(faults)
    try ExitStatus(faults, strict: false).exit()
  }
}
