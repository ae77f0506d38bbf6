internal import Glibc

extension Folder {
  /// The absolute path of a folder, with every link followed. What does not exist yet is resolved as far as it does, and
  /// the rest taken as written. For comparing folders that are named in different ways.
  public static func resolved(_ path: String) -> String {
    if let resolved = realpath(path.isEmpty ? "." : path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    var parts = path.split(separator: "/").map(String.init)
    guard let name = parts.popLast() else { return "/" }
    let parent = resolved((path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/"))
    switch name {
    case ".": return parent
    case "..": return Path.parent(of: parent)
    default: return Path.join(parent, name)
    }
  }
}
