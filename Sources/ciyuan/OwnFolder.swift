internal import FileSystem

/// The program's own folder in a site, `.ciyuan/`, which git is told to ignore: all in it can be made again.
enum OwnFolder {
  static func path(_ relative: String, root: String) -> String { Path.join(root, ".ciyuan/\(relative)") }

  /// Tells git, before the first file is written.
  static func hide(root: String) {
    let ignored = path(".gitignore", root: root)
    if !File.exists(ignored) { try? File.write(Array("*\n".utf8), to: ignored) }
  }
}
