internal import ArgumentParser
internal import Diagnostics
internal import SiteBuilding

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find faults in content, templates and configuration; write nothing.",
    discussion: """
      Builds the site in memory and lists everything that is wrong: broken front matter, links and anchors that lead \
      nowhere, unknown tags and pages, questions without an answer. Notes are shown with --verbose.

      Exit status: 0 nothing to mend, 1 errors or warnings, 2 the check could not run.
      """)

  @OptionGroup var options: BuildOptions

  @Option(name: .long, help: "text for people, json for programs (one array of diagnostics).")
  var format = OutputFormat.text

  @Flag(name: .long, help: "Notes count as faults as well.")
  var strict = false

  func run() async throws {
    let configuration = try options.configuration()
    let output = try await options.build(configuration)
    switch format {
    case .text: options.site.console.report(output.diagnostics, isStrict: true)
    case .json: Console.output(try DiagnosticJSON.encode(output.diagnostics))
    }
    if output.diagnostics.allSatisfy({ $0.severity == .note }) { options.site.console.say("\(output.pageCount) pages, nothing to mend") }
    if strict, !output.diagnostics.isEmpty { return try ExitStatus.problems.exit() }
    try ExitStatus(output.diagnostics, strict: true).exit()
  }
}
