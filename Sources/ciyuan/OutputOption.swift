internal import ArgumentParser
internal import ContentModel
internal import FileSystem

/// Where the site is written: the option of the commands that write it or take it away.
struct OutputOption: ParsableArguments {
  @Option(name: .shortAndLong, help: "Output folder (default: output of ciyuan.yml, else site).", completion: .directory)
  var output: String?

  /// The output folder. Refused, even with `--force`, is one in which people's own files stand: it would be the
  /// site's to replace.
  func folder(of site: SiteOptions, _ configuration: SiteConfiguration) throws -> String {
    let folder = output ?? site.path(configuration.output)
    try site.checkIsApart(folder, name: "output folder", configuration)
    return folder
  }
}

extension SiteOptions {
  /// Refuses a folder that holds, or is, one of the folders that the site is made from.
  func checkIsApart(_ folder: String, name: String, _ configuration: SiteConfiguration) throws {
    let resolved = Folder.resolved(folder)
    let sources = [
      ("content folder", path(configuration.content)), ("templates folder", path(configuration.templates)), ("site's folder", root),
    ]
    for (source, path) in sources {
      let path = Folder.resolved(path)
      guard path == resolved || path.hasPrefix(resolved == "/" ? "/" : resolved + "/") else { continue }
      throw CommandFailure(
        "\(name) \(folder) \(path == resolved ? "is" : "holds") the \(source)", "name a folder of its own, as \(configuration.output)")
    }
  }
}
