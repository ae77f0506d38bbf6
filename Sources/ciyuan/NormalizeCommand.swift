internal import ArgumentParser
internal import FileSystem
internal import Glibc
internal import Importing

/// Shows what the importer makes of pages, without writing anything.
struct NormalizeCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl, text
  }

  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Print the verdict on each line of scraped pages, and the items found.")

  @Argument(help: "Files or folders.") var paths: [String]
  @Option(help: "jsonl: one object a page; text: one line a line.") var format = Format.jsonl

  func run() async throws {
    var documents: [ScrapedDocument] = []
    for path in paths {
      let files = Folder.exists(path) ? try Folder.files(below: path).map { Path.join(path, $0.path) } : [path]
      for file in files {
        documents.append(ScrapedDocument(path: file, text: String(decoding: try File.read(file), as: UTF8.self)))
      }
    }
    for document in await normalize(documents) {
      switch format {
      case .jsonl: print(document.jsonLine)
      case .text: print(document.report, terminator: "")
      }
    }
  }
}
