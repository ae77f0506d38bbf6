internal import FileSystem
internal import Foundation

/// A content folder as it will be: with changes that are staged, and not there yet (``ContentTransaction``).
struct ContentView: Sendable {
  let folder: String
  /// By path below the folder, where the file lies that will stand there; `nil` for one that goes.
  var staged: [String: String?] = [:]

  /// Where the file of a path is to be read; `nil` where there is none.
  func place(of path: String) -> String? {
    if let staged = staged[path] { return staged }
    let place = Path.join(folder, path)
    return File.exists(place) ? place : nil
  }

  func read(_ path: String) throws(FileError) -> [UInt8] {
    guard let place = place(of: path) else { throw FileError(path: Path.join(folder, path), operation: "read", code: ENOENT) }
    return try File.read(place)
  }

  /// Paths of the files in a folder below this one; sorted.
  func files(in section: String) throws(FileError) -> [String] {
    let path = Path.join(folder, section), prefix = section + "/"
    let present = Folder.exists(path) ? try Folder.files(below: path).map { prefix + $0.path } : []
    let coming = staged.filter { $0.key.hasPrefix(prefix) }
    guard !coming.isEmpty else { return present }
    return (present.filter { coming[$0] == nil } + coming.filter { $0.value != nil }.keys).sorted()
  }
}
