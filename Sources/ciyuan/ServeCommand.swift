internal import ArgumentParser
internal import ContentModel
internal import Diagnostics
internal import FileSystem
internal import Foundation
internal import SiteBuilding
internal import SiteDelivery
internal import Synchronization

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the site on this machine and follow every edit.",
    discussion: """
      Builds in memory, serves on 127.0.0.1 alone, and builds again when Content/, Templates/ or ciyuan.yml change; the \
      pages in the browser follow. Faults appear over the page with file, line and a caret. While there are errors the \
      last whole site is shown. Ctrl-C ends it.
      """)

  @OptionGroup var options: BuildOptions

  @Option(name: .shortAndLong, help: "Port; the next free one where it is taken, 0 for any.")
  var port: UInt16 = 4321

  @Flag(name: .long, help: "Open the site in the browser.")
  var open = false

  func run() async throws {
    Interruption.endsPreview()
    let console = options.site.console
    let configuration = try options.configuration()
    let preview = Preview(content: options.site.path(configuration.content))
    let shown = Mutex<PreviewServer?>(nil)
    let watcher = try FileWatcher(watchedPaths(configuration)) { paths in
      preview.edit(paths) { files in shown.withLock { $0 }?.publish(changing: files) }
    }
    var first: [OutputFile] = []
    let faults = await rebuild(console, preview) { first = $0 }
    let server = try PreviewServer(.files(first), port: port, basePath: configuration.basePath)
    first = []
    shown.withLock { $0 = server }
    server.show(faults)
    if server.portWasTaken { console.say("port \(port) is taken") }
    console.say("\(server.address) shows the site; Ctrl-C ends it")
    if open { Self.openBrowser(server.address) }
    for await paths in watcher.changes {
      console.detail("changed  \(paths.joined(separator: ", "))")
      server.show(await rebuild(console, preview) { server.publish(.files($0)) })
    }
  }

  /// Folders that do not exist yet are seen when they are made: their parent is watched.
  private func watchedPaths(_ configuration: SiteConfiguration) -> [String] {
    let file = options.site.config ?? options.site.path("ciyuan.yml")
    return [options.site.path(configuration.content), options.site.path(configuration.templates), file]
  }

  /// Builds, and shows the files of a site without errors. Whatever goes wrong becomes something to show as well.
  private func rebuild(_ console: Console, _ preview: Preview, show: ([OutputFile]) -> Void) async -> [Diagnostic] {
    let clock = ContinuousClock()
    let start = clock.now
    do {
      preview.begin()
      let output = try await options.build(try options.configuration(), after: preview.last)
      console.report(output.diagnostics)
      if !output.hasErrors {
        preview.end(output.built, files: await ParallelMap.run(output.files) { $0.made }, show: show)
        console.say("\(output.pageCount) pages, \((clock.now - start).formattedSeconds)")
      }
      return output.diagnostics.filter { $0.severity != .note }
    } catch {
      Console.error("\(error)")
      return [Diagnostic(.error, rule: "cannot-build", "\(error)")]
    }
  }

  private static func openBrowser(_ address: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xdg-open", address]
    try? process.run()
  }
}
