internal import ArgumentParser
internal import ContentModel
internal import Diagnostics
internal import FileSystem
internal import Importing

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Turn scraped pages into Markdown in the content folder.",
    discussion: """
      Reads text, HTML and Markdown files, and folders of them; strips advertisements and what belongs to the site they \
      come from; finds questions, recognizes those that several documents ask, and writes a file for each question, \
      term and source:

        ciyuan import scrapes/
        ciyuan import page.html --dry-run --report audit/

      What you edit in Content/ survives the next import: changes on both sides are merged, and where both changed the \
      same place it is marked and reported. Files that you delete stay deleted. To overrule what the rules decide, write \
      it in Content/import.yml; the pages of --report say how for each line.

      Exit status: 0 all is well, 1 some documents could not be read or changes conflict, 2 the import could not run.
      """)

  @Argument(
    help: "Files or folders to import; none: all documents of earlier imports, from where they lie, with what import.yml settles.",
    completion: .file())
  var paths: [String] = []

  @OptionGroup var site: SiteOptions

  @Option(name: .long, help: "Folder for audit pages: every line with its verdict and where it went.", completion: .directory)
  var report: String?

  @Flag(name: [.customShort("n"), .long], help: "Say what would be done and write nothing to the content.")
  var dryRun = false

  func run() async throws {
    try await Self.run(paths: paths, site: site, report: report, isDryRun: dryRun)
  }

  static func run(paths: [String], site: SiteOptions, report: String?, isDryRun: Bool) async throws {
    let configuration = try site.configuration(isNew: true)
    let rules = try configuration.importRules()
    let places = DocumentPlaces(root: site.root)
    let (found, notes) = try ImportInput.find(paths, places: places)
    // `ciyuan import .` means the scrapes below, and not the site's own pages.
    let inputs = places.documents(found, outside: [configuration.content, configuration.output].map(site.path))
    guard !inputs.isEmpty || paths.isEmpty && Folder.exists(site.path(configuration.content)) else {
      throw CommandFailure(
        "\(paths.isEmpty ? "nothing to import" : "no documents in \(paths.joined(separator: ", "))")",
        "name files or folders with .txt, .html or .md files")
    }
    let console = site.console
    let bar = ProgressBar(isShown: !site.quiet)
    let interruption = Interruption()
    let importing = ImportRun(
      places: places, folder: site.path(configuration.content), displayFolder: configuration.content,
      languages: configuration.languages, rules: rules, isDryRun: isDryRun, report: report,
      progress: { done, total in bar.show(done, of: total) }, isCancelled: { interruption.hasHappened })
    let summary: ImportSummary
    do {
      defer { bar.clear() }
      summary = try await importing.run(paths.isEmpty ? nil : inputs)
    } catch ImportFailure.unreadableDecisions(let faults) {
      console.report(faults)
      throw CommandFailure("nothing was imported", "mend \(configuration.content)/import.yml first")
    } catch is CancellationError {
      throw CommandFailure("import interrupted: the content folder is as it was")
    }
    console.report(notes + summary.diagnostics, told: [PageChange.joined, PageChange.parted])
    for line in summary.sentences(isDryRun: isDryRun) { console.say(line) }
    if let report { console.say("audit: \(Path.join(report, "index.html"))") }
    try ExitStatus(notes + summary.diagnostics, strict: false).exit()
  }
}

extension ImportSummary {
  fileprivate func sentences(isDryRun: Bool) -> [String] {
    let lines = keptLines + strippedLines + metaLines + blankLines
    let outside = outsideLines == 0 ? "" : " (\(outsideLines) of them, of no question or term, on the pages of sources)"
    var result = [
      "\(documents) documents, \(lines) lines: \(keptLines) kept\(outside), \(strippedLines) stripped, \(metaLines) captured as provenance, \(blankLines) blank",
      "\(questions) questions (\(duplicates) duplicates merged\(copies > 0 ? ", \(copies) of them copies" : "")), \(terms) terms",
    ]
    let files = [
      ("new", created), ("updated", updated), ("merged with your changes", merged), ("left as you edited them", kept),
      ("unchanged", unchanged), ("removed", removed), ("left deleted", deleted), ("joined to pages of yours", joined),
      ("parted from them", parted),
    ].filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
    if let first = absent.first {
      let others = absent.count > 1 ? " and \(absent.count - 1) more are" : " is"
      result.append("\(first)\(others) not where the import read it, and stay\(absent.count > 1 ? "" : "s") as imported")
    }
    if !files.isEmpty { result.append((isDryRun ? "files, had this not been a dry run: " : "files: ") + files.joined(separator: ", ")) }
    return result
  }
}
