internal import ArgumentParser
internal import ContentModel
internal import Diagnostics
internal import Foundation
internal import SiteBuilding
internal import SiteDelivery

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Write the site.",
    discussion: """
      Reads Content/, Templates/ and ciyuan.yml and replaces the output folder whole or not at all: where the content has \
      errors, or the disk is full, the former site stays as it was. The same content gives the same bytes.

      Exit status: 0 written, 1 errors in content (or warnings with --strict), 2 could not run.
      """)

  @OptionGroup var options: BuildOptions

  @OptionGroup var output: OutputOption

  @Flag(name: .long, help: "Warnings count as errors.")
  var strict = false

  @Flag(name: .long, help: "Replace an output folder that ciyuan did not make.")
  var force = false

  func run() async throws {
    Interruption.endsBuild()
    let console = options.site.console
    let clock = ContinuousClock()
    let start = clock.now
    let configuration = try options.configuration()
    let folder = try output.folder(of: options.site, configuration)
    let site = try await options.build(configuration)
    console.report(site.diagnostics, isStrict: strict)
    let status = ExitStatus(site.diagnostics, strict: strict)
    guard status == .clean else {
      console.say("nothing written: mend the \(strict ? "problems" : "errors") above first")
      return try status.exit()
    }
    let changes = try SiteWriter(folder: folder).write(site.files, force: force)
    for path in changes.written { console.detail("written  \(path)") }
    for path in changes.removed { console.detail("removed  \(path)") }
    console.say(
      "\(site.pageCount) pages in \(folder): \(changes.written.count) files written, \(changes.unchanged.count) unchanged, "
        + "\(changes.removed.count) removed, \((clock.now - start).formattedSeconds)")
  }
}

extension Duration {
  /// `0.12 s`
  var formattedSeconds: String { formatted(.units(allowed: [.seconds], width: .narrow, fractionalPart: .show(length: 2))) }
}
