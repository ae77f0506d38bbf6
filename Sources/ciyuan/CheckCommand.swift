internal import ArgumentParser
internal import ContentModel
internal import Diagnostics
internal import FileSystem
internal import Importing
internal import SiteBuilding

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find faults in content, templates and configuration; write nothing.",
    discussion: """
      Builds the site in memory and lists everything that is wrong: broken front matter, links and anchors that lead \
      nowhere, unknown tags and pages; names to avoid, names that several concepts claim, translations that contradict the \
      terms, concepts that one language or every other page lacks, abbreviations that nothing explains; and what is left to \
      do: questions without an answer, questions that another page asks already, sources whose licence is unknown or \
      forbids adaptation. Notes tell, among others, which Markdown was repaired. A page silences a rule on terms with a line \
      in its front matter: allow: [deprecated-term].

      Exit status: 0 nothing to mend, 1 errors or warnings, 2 the check could not run.
      """)

  @OptionGroup var options: BuildOptions

  @Option(name: .long, help: "text for people, json for programs (one array of diagnostics).")
  var format = OutputFormat.text

  @Flag(name: .long, help: "Notes count as faults as well.")
  var strict = false

  func run() async throws {
    let configuration = try options.configuration()
    let input = try await options.input(configuration)
    let output = await buildSite(input)
    let diagnostics = try await options.faults(of: output, from: input)
    switch format {
    case .text: options.site.console.report(diagnostics, isStrict: true, showsNotes: true)
    case .json: Console.output(try DiagnosticJSON.encode(diagnostics))
    }
    if diagnostics.allSatisfy({ $0.severity == .note }) { options.site.console.say("\(output.pageCount) pages, nothing to mend") }
    if strict, !diagnostics.isEmpty { return try ExitStatus.problems.exit() }
    try ExitStatus(diagnostics, strict: true).exit()
  }
}

extension BuildOptions {
  /// All that is wrong with a site, sorted: what its build found, what an editor has to do, questions that several pages ask,
  /// the use of terms.
  func faults(of output: SiteOutput, from input: SiteInput) async throws -> [Diagnostic] {
    let folder = site.path(input.configuration.content)
    let (decisions, faults) = try ImportDecisions.load(folder: folder, displayFolder: folder)
    let questions = ContentQuestions(input.corpus, decisions: decisions).diagnostics()
    // Where the site will stand is no fault of the content: `build` speaks of it, and `publish` asks for it.
    let built = output.diagnostics.filter { $0.rule != "no-base-url" }
    return (built + output.review + faults + questions + (await checkTerms(input))).sorted()
  }
}
