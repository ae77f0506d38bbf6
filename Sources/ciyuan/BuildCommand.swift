internal import ArgumentParser
internal import ContentModel
internal import Diagnostics
internal import FileSystem
internal import Foundation
internal import SiteBuilding
internal import SiteDelivery
internal import SitePictures

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Write the site.",
    discussion: """
      Reads Content/, Templates/ and ciyuan.yml and replaces the output folder whole or not at all: where the content has \
      errors, or the disk is full, the former site stays as it was. The same content gives the same bytes. Rules on the use of \
      terms, and lists of what is left to do, are those of ciyuan check; of them only ambiguous-term is told here as well.

      Exit status: 0 written, 1 errors in content (or warnings with --strict), 2 could not run.
      """)

  @OptionGroup var options: BuildOptions

  @OptionGroup var output: OutputOption

  @Flag(name: .long, help: "Draw a picture for every page, shown where its address is shared (needs a base URL).")
  var cards = false

  @Flag(name: .long, help: "Warnings count as errors.")
  var strict = false

  @Flag(name: .long, help: "Replace an output folder that ciyuan did not make.")
  var force = false

  func run() async throws {
    Interruption.endsBuild()
    let console = options.site.console
    let clock = ContinuousClock()
    let start = clock.now
    let folder = try output.folder(of: options.site, try options.configuration())
    let recordPath = recordPath(folder)
    let writer = SiteWriter(folder: folder)
    let record = force ? nil : BuildRecord.valid(at: recordPath, writer: writer)
    if let record, record.isUnchanged {
      console.detail("nothing has changed since the last build")
      console.report(record.diagnostics, isStrict: strict)
      return console.say(summary(record.pageCount, folder, unchanged: record.fileCount, took: clock.now - start))
    }
    ReadLog.begin()
    let store = cards ? options.pictureStore() : nil
    async let former = record?.keptBodies(at: recordPath, site: folder)
    let input = try await options.input(try options.configuration())
    // Pictures that could not be drawn may be this time: pages that nobody edited name them then.
    let isKept = !cards && record?.knowsAllBut(input.corpus.documents, ReadLog.soFar) == true
    let kept = await former
    let site = await buildSite(input, keeping: isKept ? kept : nil, drawing: store?.file(for:))
    let reads = ReadLog.end()
    console.report(site.diagnostics, isStrict: strict)
    let status = ExitStatus(site.diagnostics, strict: strict)
    guard status == .clean else {
      console.say("nothing written: mend the \(strict ? "problems" : "errors") above first")
      return try status.exit()
    }
    let changes = try writer.write(site.files, untouched: site.untouched, force: force)
    store?.keep(site.files)
    // Pictures that could not be drawn may be the next time: no file of the site tells.
    let isWhole = !cards || store != nil && !site.diagnostics.contains { $0.rule == DrawnPictures.missingFont }
    if isWhole {
      await BuildRecord.save(
        site, reads, after: record, as: changes, by: writer, root: options.site.root, at: recordPath)
    }
    for path in changes.written { console.detail("written  \(path)") }
    for path in changes.removed { console.detail("removed  \(path)") }
    console.say(
      summary(
        site.pageCount, folder, written: changes.written.count, unchanged: changes.unchanged.count,
        removed: changes.removed.count, took: clock.now - start))
    // The system takes back the memory of a large site in less time than the program.
    Foundation.exit(EXIT_SUCCESS)
  }

  /// A build's record depends on what the command line says, and on the folder that it writes.
  private func recordPath(_ folder: String) -> String {
    BuildRecord.path(
      root: options.site.root,
      options: [
        options.site.root, options.site.config ?? "", options.baseURL ?? "", "\(options.drafts)", "\(strict)", "\(cards)",
        Folder.resolved(folder),
      ])
  }

  private func summary(
    _ pages: Int, _ folder: String, written: Int = 0, unchanged: Int, removed: Int = 0, took: Duration
  ) -> String {
    "\(pages) pages in \(folder): \(written) files written, \(unchanged) unchanged, \(removed) removed, \(took.formattedSeconds)"
  }
}

extension Duration {
  /// `0.12 s`
  var formattedSeconds: String { formatted(.units(allowed: [.seconds], width: .narrow, fractionalPart: .show(length: 2))) }
}
