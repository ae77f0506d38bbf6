internal import FileSystem

/// Names documents by where they lie: the path from the site's folder, as git names files, with every link followed.
///
/// However a user names a file (itself, its folder, the folder above, an absolute path), it is the same document, and two
/// files are never one. Where nothing but the root of the file system is shared, the name is the absolute path.
package struct DocumentPlaces: Sendable {
  /// The site's folder.
  private let root: String
  private let components: [Substring]

  package init(root: String) {
    self.root = root
    components = Folder.resolved(root).split(separator: "/")
  }

  /// - Parameter path: as the program would open it.
  func name(of path: String) -> String { name(ofPlace: Folder.resolved(path)) }

  /// - Parameter place: absolute, with every link followed.
  func name(ofPlace place: String) -> String {
    let parts = place.split(separator: "/")
    let shared = zip(parts, components).prefix { $0 == $1 }.count
    if shared == 0, !components.isEmpty { return place }
    return (Array(repeating: "..", count: components.count - shared) + parts[shared...]).joined(separator: "/")
  }

  /// Those of some documents that lie outside of the given folders.
  package func documents(_ inputs: [ImportInput], outside folders: [String]) -> [ImportInput] {
    let own = folders.map { name(of: $0) + "/" }
    return inputs.filter { input in !own.contains { input.name.hasPrefix($0) } }
  }

  /// The path to open.
  func path(of name: String) -> String { root == "." ? name : Path.join(root, name) }

  /// Whether a document of this name is there.
  func isThere(_ name: String) -> Bool {
    let path = path(of: name)
    return File.exists(path) && !Folder.exists(path)
  }
}
