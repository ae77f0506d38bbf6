internal import ArgumentParser
internal import ContentModel
internal import Diagnostics
internal import FileSystem
internal import TermExchange

struct ImportTermsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-terms", abstract: "Bring terms from a TBX or CSV file into Content/terms.",
    discussion: """
      Concepts are found by their id, else by their names; new ones get a file, proposed until you have read it. A file \
      that ciyuan exported knows what each page stated then: a page that still states it takes what you changed in the \
      file; of a page that was edited meanwhile nothing is replaced: what it lacks is added, and what differs is \
      reported. With --base, the file as it was exported, both sides' changes are merged value by value.

        ciyuan export csv --output terms.csv     # edit it in a spreadsheet
        ciyuan import-terms terms.csv --dry-run

      Exit status: 0 all is well, 1 the file has faults or values conflict, 2 the import could not run.
      """)

  @Argument(help: "A .tbx or .csv file (also .xml, .tsv).", completion: .file(extensions: ["tbx", "csv"]))
  var file: String

  @Option(name: .long, help: "The file as it was exported, before it was edited.", completion: .file())
  var base: String?

  @Flag(name: [.customShort("n"), .long], help: "Say what would be done and write nothing.")
  var dryRun = false

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let configuration = try site.configuration()
    let console = site.console
    let (terms, faults) = try read(file, configuration)
    let former = try base.map { try read($0, configuration) }
    var diagnostics = faults + (former?.diagnostics ?? [])
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      console.report(diagnostics)
      console.say("nothing imported: mend the errors above first")
      return try ExitStatus.problems.exit()
    }
    let folder = site.path(configuration.content)
    var corpus = Corpus([])
    if Folder.exists(folder) {
      let (loaded, problems) = try await Corpus.load(folder: folder, displayPath: folder, languages: configuration.languages)
      corpus = loaded
      diagnostics += problems.filter { $0.severity == .error && $0.location?.path.contains("/terms/") == true }
    }
    let plan = TermImport(terms, base: former?.terms, into: corpus, languages: configuration.languages)
    diagnostics += plan.diagnostics
    if !dryRun, !plan.changes.isEmpty { diagnostics += try plan.write(to: folder, displayFolder: configuration.content) }
    console.report(diagnostics)
    for change in plan.changes {
      console.detail(
        "\(change.former == nil ? "new" : "changed")  \(Path.join(configuration.content, change.path)): \(change.keys.joined(separator: ", "))"
      )
    }
    let new = plan.changes.count { $0.former == nil }
    console.say(
      "\(terms.concepts.count) concept\(terms.concepts.count == 1 ? "" : "s"): \(new) page\(new == 1 ? "" : "s") new, \(plan.changes.count - new) changed, \(plan.unchanged) unchanged"
        + (dryRun ? " (dry run: nothing was written)" : ""))
    try ExitStatus(diagnostics, strict: false).exit()
  }

  private func read(_ path: String, _ configuration: SiteConfiguration) throws -> (terms: ImportedTerms, diagnostics: [Diagnostic]) {
    let source = SourceFile(path: path, bytes: try File.read(path))
    if let offset = UTF8Validation.firstFault(in: source.bytes) {
      return (
        ImportedTerms(),
        [
          Diagnostic(
            .error, rule: "invalid-utf8", "text is not UTF-8 from here on", at: source.location(of: offset..<offset + 1),
            suggestion: "save the file as UTF-8 (in spreadsheets: CSV UTF-8)")
        ]
      )
    }
    let kind = Path.extension(of: path).lowercased()
    switch kind {
    case "tbx", "xml": return TBXReader.read(source, languages: configuration.languages)
    case "csv", "tsv", "txt": return TermTable.read(source, languages: configuration.languages)
    default: throw CommandFailure("\(path) is neither TBX nor CSV by its name", "name it .tbx or .csv")
    }
  }
}
