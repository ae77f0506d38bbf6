internal import ArgumentParser
internal import ContentModel
internal import Diagnostics
internal import FileSystem

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "List what is not translated, and what has changed since it was.",
    discussion: """
      A translation names the text that it translates by a hash, in the key translated-from. Once you have translated a page, \
      or brought its translation up to date, let it be written:

        ciyuan status --mark Content/terms/lora.en.md

      When the original changes after that, its translation counts as stale, here and on its page. White space, tags and the \
      order of keys do not count as changes.

      Exit status: 0 listed, 1 with --strict where a page is missing, stale or a draft, 2 could not run.
      """)

  @OptionGroup var site: SiteOptions

  @Option(name: .long, help: "text for people, json for programs.")
  var format = OutputFormat.text

  @Flag(name: .long, help: "Missing and stale pages, and drafts, are problems.")
  var strict = false

  @Option(
    name: .long, parsing: .upToNextOption, help: "Write into these translations that they are up to date.",
    completion: .file(extensions: ["md"]))
  var mark: [String] = []

  func run() async throws {
    let configuration = try site.configuration()
    let content = site.path(configuration.content)
    let (corpus, diagnostics) = try await Corpus.load(folder: content, displayPath: content, languages: configuration.languages)
    guard mark.isEmpty else { return try write(marks: corpus, configuration.languages) }
    let report = TranslationReport(corpus, languages: configuration.languages)
    switch format {
    case .text: Console.output(TranslationReportText.text(report))
    case .json: Console.output(try TranslationReportText.json(report))
    }
    let unreadable = diagnostics.count { $0.severity == .error }
    if unreadable > 0 { site.console.say("\(unreadable) errors in the content: ciyuan check lists them") }
    if strict, !report.isComplete { try ExitStatus.problems.exit() }
  }

  private func write(marks corpus: Corpus, _ languages: [LanguageTag]) throws {
    let files = Dictionary(uniqueKeysWithValues: corpus.documents.map { (Folder.resolved($0.file.path), $0) })
    let marks = try mark.map { path in
      guard let document = files[Folder.resolved(path)] else {
        throw CommandFailure("\(path) is no page of the site", "name files of the content folder, as Content/terms/lora.en.md")
      }
      guard let source = corpus.otherVersions(of: document, languages: languages).first else {
        throw CommandFailure("\(path) translates nothing", "there is no version of it in another language")
      }
      return (document, source)
    }
    for (document, source) in marks {
      let bytes = TranslationMark.writing(source.translationHash, into: document)
      guard bytes != document.file.bytes else { continue }
      try File.write(bytes, to: document.file.path)
      site.console.detail("marked  \(document.file.path), from \(source.file.path)")
    }
    site.console.say("\(marks.count) \(marks.count == 1 ? "translation" : "translations") marked as up to date")
  }
}
