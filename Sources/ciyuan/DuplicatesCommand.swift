internal import ArgumentParser
internal import FileSystem
internal import Importing

struct DuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates", abstract: "Find questions that ask the same in other words or another language.",
    discussion: """
      With --titles: one title a line; groups are printed with line numbers from 1. As JSON: {"groups": [[3, 17], …]}.
      Each group comes with its score (0 to 1, of its two least similar members) and its reason.
      """)

  @Option(name: .long, help: "A file with one title a line.", completion: .file())
  var titles: String

  @Option(name: .long, help: "text for people, json for programs.")
  var format = OutputFormat.text

  @Flag(name: .long, help: "List the pairs that people should settle instead of the groups.")
  var review = false

  func run() throws {
    let text = try DecodedText.decode(File.read(titles), path: titles)
    let lines = ScrapedDocument(path: titles, text: String(decoding: text.bytes, as: UTF8.self)).lines.map(\.text)
    let candidates = lines.enumerated().map { QuestionCandidate(id: String($0 + 1), title: $1) }
    let result = DuplicateRecognizer().groups(of: candidates)
    let title = { (id: String) in Int(id).map { lines[$0 - 1] } ?? id }
    Console.output(DuplicateListing(result, review: review, title: title).text(format))
  }
}
