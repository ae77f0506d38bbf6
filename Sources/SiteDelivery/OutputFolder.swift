internal import FileSystem
internal import Glibc

/// The output folder and our records in it. All of them are in one hidden folder, which bears another name than the
/// importer's in the content folder, so that neither can be taken for the other:
///
///     .ciyuan-site/manifest   the files that we wrote, one path a line, sorted
///     .ciyuan-site/lock       held by whoever writes
///     .ciyuan-site/journal    a change that was decided on and may be half done
///     .ciyuan-site/staged/    the new files of that change
///     .ciyuan-site/removed/   what it takes away
struct OutputFolder {
  static let records = ".ciyuan-site"
  private static let heading = "ciyuan-site 1"

  let path: String

  func target(_ relative: String) -> String { "\(path)/\(relative)" }
  func staged(_ relative: String) -> String { Path.join(path, "\(Self.records)/staged/\(relative)") }
  func removed(_ index: Int) -> String { Path.join(path, "\(Self.records)/removed/\(index)") }
  func record(_ name: String) -> String { Path.join(path, "\(Self.records)/\(name)") }

  /// Whether a path is one of a file in the folder: relative, plainly written, and none of our records.
  static func accepts(_ path: String) -> Bool {
    let bytes = path.utf8
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return false }
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return !parts.contains { $0.isEmpty || $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }
      && !(parts[0].elementsEqual(records.utf8))
  }

  /// The files that we wrote; `nil` where the folder is not ours.
  func manifest() throws(FileError) -> Set<String>? {
    try lines(of: "manifest").flatMap(Self.paths(ofManifest:))
  }

  /// The files that a manifest names, wherever it was read; `nil` where it is none.
  static func paths(ofManifest lines: [String]) -> Set<String>? {
    guard lines.first == heading else { return nil }
    return Set(lines.dropFirst().filter(accepts))
  }

  /// - Parameter paths: sorted.
  func stage(manifest paths: [String]) throws(FileError) {
    let lines = [Self.heading] + paths
    try File.writeInPlace(Array((lines.joined(separator: "\n") + "\n").utf8), to: record("manifest.new"))
  }

  func lines(of name: String) throws(FileError) -> [String]? {
    do {
      return Self.lines(try File.read(record(name)))
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw error
    }
  }

  static func lines(_ bytes: [UInt8]) -> [String] { bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) } }

  /// A visible file or folder, the first by name; hidden ones may always be there.
  func firstVisibleEntry() -> String? {
    entryNames(of: path).filter { !$0.hasPrefix(".") }.min()
  }
}

/// The names in a folder, in no order; none where it cannot be read.
func entryNames(of folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

/// What stands at a path, without following a link.
enum Occupant: Equatable {
  case nothing
  case file(inode: UInt64, size: Int)
  case folder
  /// A link, a device, a socket.
  case other

  init(of path: String) {
    var info = stat()
    guard lstat(path, &info) == 0 else {
      self = .nothing
      return
    }
    switch info.st_mode & S_IFMT {
    case S_IFREG: self = .file(inode: UInt64(info.st_ino), size: Int(info.st_size))
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }

  var inode: UInt64? {
    if case .file(let inode, _) = self { inode } else { nil }
  }
}
