package import Diagnostics
package import FileSystem

extension ImportDecisions {
  /// Below the content folder.
  static let path = "import.yml"

  /// Reads what people settled for a content folder, which is called `displayFolder` in messages; none where there is no
  /// file.
  package static func load(folder: String, displayFolder: String) throws(FileError) -> (ImportDecisions, [Diagnostic]) {
    guard File.exists(Path.join(folder, path)) else { return (.none, []) }
    return parse(SourceFile(path: Path.join(displayFolder, path), bytes: try File.read(Path.join(folder, path))))
  }
}
