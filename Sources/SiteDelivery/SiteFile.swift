internal import FileSystem
internal import Glibc

/// Reads a file of a site on the disk, and nothing else.
enum SiteFile {
  /// - Parameter path: relative, without `..`.
  /// - Returns: `nil` for what is not there, is hidden, is no regular file, or lies outside the folder once links are
  ///   followed.
  static func read(_ path: String, in folder: String) -> [UInt8]? {
    guard Path.isContained(path),
      !path.split(separator: "/").contains(where: { $0.hasPrefix(".") && $0 != ".well-known" }),
      let root = resolve(folder), let file = resolve(Path.join(folder, path)), file.hasPrefix(root + "/"),
      Occupant(of: file).inode != nil
    else { return nil }
    return try? File.read(file)
  }

  private static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
