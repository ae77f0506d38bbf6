import Foundation
import PackagePlugin

/// Puts text files inside the executable: `Data/` of a target, for `SiteBuilding` the package's `Templates/`, and for
/// `Typesetting` the libraries for formulas and code that Debian packages.
///
/// The generated `EmbeddedFiles.all` maps a path relative to that folder to the file's text.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let (folder, files) = try Self.files(of: target, in: context.package.directoryURL)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) files of \(folder.lastPathComponent)/",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path, folder.path] + files,
        inputFiles: files.map { folder.appending(path: $0) },
        outputFiles: [output])
    ]
  }

  private static func files(of target: any Target, in package: URL) throws -> (folder: URL, files: [String]) {
    switch target.name {
    case "SiteBuilding": return list(package.appending(path: "Templates"))
    case "Typesetting":
      let folder = URL(filePath: "/usr/share/javascript")
      let files = ["highlight.js/highlight.min.js", "katex/katex.js"]
      for file in files where !FileManager.default.fileExists(atPath: folder.appending(path: file).path) {
        throw MissingPackage(description: "\(file) is missing: install libjs-katex and libjs-highlight.js, or run make")
      }
      return (folder, files)
    default: return list(target.directoryURL.appending(path: "Data"))
    }
  }

  private struct MissingPackage: Error, CustomStringConvertible {
    let description: String
  }

  private static func list(_ folder: URL) -> (folder: URL, files: [String]) {
    let files = ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [])
      .filter { path in
        !path.split(separator: "/").contains { $0.hasPrefix(".") } && path != "DESIGN.md" && path != "CONTEXT.md"
          && (try? folder.appending(path: path).resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
      }
      .sorted()
    return (folder, files)
  }
}
