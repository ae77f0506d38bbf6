internal import ArgumentParser
internal import ContentModel
internal import SiteDelivery

struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Remove the built site; Content/ and Templates/ stay.",
    discussion: "Files that ciyuan did not write are left where they are.")

  @OptionGroup var site: SiteOptions

  @OptionGroup var output: OutputOption

  func run() throws {
    let configuration = try site.configuration()
    let folder = try output.folder(of: site, configuration)
    let removed = try SiteWriter(folder: folder).clean()
    site.console.say("\(removed.count) files removed from \(folder)")
  }
}
