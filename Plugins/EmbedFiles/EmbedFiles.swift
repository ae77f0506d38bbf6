import Foundation
import PackagePlugin

/// Puts text files inside the executable: `Data/` of a target, and for `SiteBuilding` the package's `Templates/`.
///
/// The generated `EmbeddedFiles.all` maps a path relative to that folder to the file's text.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder =
      target.name == "SiteBuilding"
      ? context.package.directoryURL.appending(path: "Templates")
      : target.directoryURL.appending(path: "Data")
    let files = ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [])
      .filter { path in
        !path.split(separator: "/").contains { $0.hasPrefix(".") } && !path.hasSuffix("DESIGN.md")
          && (try? folder.appending(path: path).resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
      }
      .sorted()
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
}
