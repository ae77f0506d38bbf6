public import ContentModel
public import Diagnostics
public import FileSystem

extension Theme {
  /// The program's theme with the files of a folder in front; a folder that does not exist replaces nothing.
  public static func load(
    folder: String, languages: [LanguageTag]
  ) throws(FileError) -> (Theme, [Diagnostic]) {
    var overrides: [String: [UInt8]] = [:]
    if Folder.exists(folder) {
      for entry in try Folder.files(below: folder) { overrides[entry.path] = try File.read(Path.join(folder, entry.path)) }
    }
    return make(overrides: overrides, displayFolder: folder, languages: languages)
  }
}
