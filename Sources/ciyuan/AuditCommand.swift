internal import ArgumentParser
internal import Importing

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Show what an import makes of each line, without importing.",
    discussion: """
      Writes a web page for each document with every line, whether it is kept, the rule that decided, what the rule saw, \
      and the file that the line would go to. Each line says what to write into Content/import.yml to overrule it.

        ciyuan audit scrapes/ --report audit/

      The content folder is read and not changed. Exit status: 0 all is well, 1 some documents could not be read, 2 the \
      audit could not run.
      """)

  @Argument(help: "Files or folders to audit.", completion: .file())
  var paths: [String]

  @OptionGroup var site: SiteOptions

  @Option(name: .long, help: "Folder for the pages.", completion: .directory)
  var report = "audit"

  func run() async throws {
    try await ImportCommand.run(paths: paths, site: site, report: report, isDryRun: true)
  }
}
