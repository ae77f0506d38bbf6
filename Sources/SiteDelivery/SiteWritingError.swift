public import FileSystem

/// Why a site was not written. The former site is as it was; only a change that a kill interrupted, and that could not
/// be ended either, is still half done.
public enum SiteWritingError: Error, Hashable, CustomStringConvertible {
  /// The folder holds files and was not written by us: its path, and one of the files.
  case notOurs(folder: String, example: String)
  /// Where a page should go stands something that we did not write.
  case occupied(path: String)
  /// A path leads out of the output folder, by `..`, an absolute path or a symbolic link, or into our own records.
  case outside(path: String)
  /// Two files for one place, or a file where another needs a folder.
  case collision(path: String, other: String)
  /// The system refused: no space, no permission.
  case file(FileError)

  public var description: String {
    switch self {
    case .notOurs(let folder, let example):
      "\(folder) was not written by ciyuan (it holds \(example)): choose an empty folder, or force it"
    case .occupied(let path): "\(path) was not written by ciyuan: move it away, or force it"
    case .outside(let path): "\(path) would be written outside the output folder"
    case .collision(let path, let other): "\(path) and \(other) cannot both be written"
    case .file(let error): error.description
    }
  }
}
