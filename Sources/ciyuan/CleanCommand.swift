internal import ArgumentParser
internal import ContentModel
internal import SiteDelivery

struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Remove the built site; Content/ and Templates/ stay.",
    discussion: "Files that ciyuan did not write are left where they are.")

  @OptionGroup var site: SiteOptions

  @Option(name: .shortAndLong, help: "Output folder (default: output of ciyuan.yml, else site).", completion: .directory)
  var output: String?

  func run() throws {
    let configuration = try site.configuration()
    let folder = output ?? site.path(configuration.output)
    let removed = try SiteWriter(folder: folder).clean()
    site.console.say("\(removed.count) files removed from \(folder)")
  }
}
