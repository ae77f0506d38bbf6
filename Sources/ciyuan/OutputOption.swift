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
    let resolved = Folder.resolved(folder)
    let sources = [
      ("content folder", site.path(configuration.content)), ("templates folder", site.path(configuration.templates)),
      ("site's folder", site.root),
    ]
    for (name, path) in sources {
      let source = Folder.resolved(path)
      guard source == resolved || source.hasPrefix(resolved == "/" ? "/" : resolved + "/") else { continue }
      throw CommandFailure(
        "output folder \(folder) \(source == resolved ? "is" : "holds") the \(name)", "name a folder of its own, as --output site")
    }
    return folder
  }
}
