internal import ArgumentParser
internal import ContentModel
internal import Diagnostics
internal import FileSystem
internal import Foundation
internal import SiteBuilding
internal import SiteDelivery
internal import SitePictures

struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Build the site and bring it to its readers.",
    discussion: """
      Builds, checks, and brings the site to a target of ciyuan.yml, the first where none is named:

        base-url: https://example.org/llm/
        publish:
          pages: {git: origin, branch: gh-pages}       # history: false for one commit, domain: for CNAME
          server: {rsync: "me@example.org:/srv/www/llm", with: [gz, br]}
          folder: {directory: ../public, with: [_headers, _redirects]}

      What was published before and is no longer part of the site is removed; files of others stay, and a place that holds \
      nothing but those is refused. git pushes a commit and touches neither the work tree nor the index nor any other branch.

      --print writes what a host must be told: headers and redirects (for Netlify and Cloudflare Pages), nginx (for its \
      server block), workflow (GitHub Actions that publish every push to GitHub Pages).

      Exit status: 0 published, 1 the content has errors, 2 could not run.
      """)

  enum HostFile: String, ExpressibleByArgument, CaseIterable {
    case headers, redirects, nginx, workflow
  }

  @Argument(help: "Name of a target (default: the first).")
  var target: String?

  @Flag(name: [.customShort("n"), .long], help: "List what would change, and change nothing there.")
  var dryRun = false

  @Flag(name: .long, help: "Take over a place that ciyuan did not publish to.")
  var force = false

  @Flag(inversion: .prefixedNo, help: "Draw a picture for every page, shown where its address is shared.")
  var cards = true

  @Option(name: .long, help: "Print a file for the host instead: headers, redirects, nginx, workflow.")
  var print: HostFile?

  @OptionGroup var options: BuildOptions

  func run() async throws {
    let console = options.site.console
    let configuration = try options.configuration()
    if print == .workflow { return Console.output(Array(HostFiles.workflow.utf8)) }
    let target = print == nil ? try chosenTarget(configuration) : nil
    guard configuration.baseURL != nil else {
      throw CommandFailure(
        "the site has no base-url: its feeds and canonical addresses would lead nowhere",
        "write base-url: https://example.org/ in ciyuan.yml, or give --base-url")
    }
    let input = try await options.input(configuration)
    let store = cards && print == nil ? options.pictureStore() : nil
    let site = await buildSite(input, drawing: store?.file(for:))
    let hostFiles = HostFiles(basePath: configuration.basePath, moved: site.redirects)
    guard let target else { return Console.output(Array(text(of: hostFiles).utf8)) }
    let faults = try await options.faults(of: site, from: input)
    console.report(faults.filter { $0.severity == .error })
    guard ExitStatus(faults, strict: false) == .clean else {
      console.say("nothing published: mend the errors above first")
      return try ExitStatus.problems.exit()
    }
    console.report(site.diagnostics.filter { $0.rule == DrawnPictures.missingFont })
    store?.keep(site.files)
    let warnings = faults.count { $0.severity == .warning }
    if warnings > 0 { console.say("ciyuan check lists \(warnings) warning\(warnings == 1 ? "" : "s")") }
    let extras = [("_headers", hostFiles.headers), ("_redirects", hostFiles.redirects)].filter { name, _ in
      target.extras.contains { $0.rawValue == name }
    }
    OwnFolder.hide(root: options.site.root)
    let publication = Publication(
      of: site.files + extras.map { OutputFile(path: $0.0, text: $0.1) }, to: target, root: options.site.root,
      stage: OwnFolder.path("publish/\(target.name)", root: options.site.root))
    do {
      report(try publication.run(isDryRun: dryRun, force: force))
    } catch let error as PublishingError {
      throw CommandFailure("\(error)", error.remedy)
    }
  }

  private func chosenTarget(_ configuration: SiteConfiguration) throws -> PublishTarget {
    let targets = configuration.publish
    guard let first = targets.first else {
      throw CommandFailure(
        "ciyuan.yml names no place to publish to", "add, for example, publish: {pages: {git: origin, branch: gh-pages}}")
    }
    guard let target = self.target == nil ? first : targets.first(where: { $0.name == self.target }) else {
      throw CommandFailure(
        "publish has no target \"\(self.target ?? "")\"", "name one of: \(targets.map(\.name).joined(separator: ", "))")
    }
    if case .directory(let path) = target.place {
      try options.site.checkIsApart(options.site.path(path), name: "target", configuration)
    }
    return target
  }

  private func text(of files: HostFiles) -> String {
    switch print {
    case .headers: files.headers
    case .redirects: files.redirects
    case .nginx: files.nginx
    default: HostFiles.workflow
    }
  }

  /// A line for each change (with `--verbose`, or in a dry run, whose result they are), and their numbers.
  private func report(_ changes: SiteChanges) {
    let console = options.site.console
    let lines =
      changes.written.map { (changes.added.contains($0) ? "added    " : "changed  ") + $0 } + changes.removed.map { "removed  " + $0 }
    for line in lines { dryRun ? Console.output(line) : console.detail(line) }
    let gone = changes.removed.filter { Path.name(of: $0) == "index.html" }
    if let first = gone.first {
      let address = "/" + first.dropLast("index.html".count)
      console.say(
        "\(gone.count) address\(gone.count == 1 ? "" : "es") of pages lead nowhere now. Where a page was renamed, keep its former"
          + " address: redirects: [\(address)] in its front matter")
    }
    console.say(
      changes.isEmpty ? "nothing has changed" : "\(dryRun ? "would publish: " : "")\(changes.counts), \(changes.unchanged.count) unchanged")
  }
}
