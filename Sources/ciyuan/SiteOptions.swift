internal import ArgumentParser
internal import ContentModel
internal import Diagnostics
internal import FileSystem
internal import Importing

/// The options of every command that works on a site.
struct SiteOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Folder of the site.", completion: .directory)
  var root = "."

  @Option(
    name: .shortAndLong, help: "Configuration file (default: ciyuan.yml of the site).", completion: .file(extensions: ["yml", "yaml"]))
  var config: String?

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say more: notes, and what was written.")
  var verbose = false

  var console: Console { Console(isQuiet: quiet, isVerbose: verbose) }

  /// A path as given, seen from the site's folder.
  func path(_ relative: String) -> String { root == "." ? relative : Path.join(root, relative) }

  /// Reads the configuration. A site without `ciyuan.yml` has every default; a named file must exist.
  /// `isNew` where the command makes the site's folder; every other finds the content whole, also after a killed import.
  func configuration(isNew: Bool = false) throws -> SiteConfiguration {
    guard isNew || Folder.exists(root) else {
      throw CommandFailure("no folder \(root)", "name the site's folder with --root, or make one with ciyuan init")
    }
    let path = config ?? path("ciyuan.yml")
    guard config != nil || File.exists(path) else { return try withWholeContent(SiteConfiguration(), isNew: isNew) }
    let file = SourceFile(path: path, bytes: try File.read(path))
    let (configuration, diagnostics) = SiteConfiguration.parse(file)
    guard diagnostics.isEmpty else { throw CommandFailure(diagnostics.map(\.formatted).joined(separator: "\n")) }
    return try withWholeContent(configuration, isNew: isNew)
  }

  private func withWholeContent(_ configuration: SiteConfiguration, isNew: Bool) throws -> SiteConfiguration {
    if !isNew, try ContentTransaction.recoverIfInterrupted(folder: self.path(configuration.content)) {
      console.say("an import was interrupted: \(configuration.content) is as it was before it; import again")
    }
    return configuration
  }
}

extension SiteOptions {
  /// The pages of the content folder, which must be there.
  func corpus(_ configuration: SiteConfiguration) async throws -> Corpus {
    let folder = path(configuration.content)
    guard Folder.exists(folder) else {
      throw CommandFailure("no folder \(folder)", "run this in the folder of a site, name that with --root, or make one with ciyuan init")
    }
    return try await Corpus.load(folder: folder, displayPath: configuration.content, languages: configuration.languages).0
  }
}

/// Why a command could not run, in words for people; exit status 2.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String

  init(_ problem: String, _ remedy: String? = nil) {
    description = problem + (remedy.map { "\n    suggestion: \($0)" } ?? "")
  }
}

extension File {
  /// A file that a person named on the command line.
  static func readNamed(_ path: String) throws -> [UInt8] {
    do {
      return try read(path)
    } catch {
      throw CommandFailure("\(error)", "name a file that is there and may be read")
    }
  }
}
