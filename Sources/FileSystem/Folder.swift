internal import Glibc

/// Listing, making and removing folders.
public enum Folder {
  /// A regular file below a folder.
  public struct Entry: Sendable, Hashable {
    /// Path relative to the listed folder.
    public let path: String
    public let stamp: FileStamp

    public init(path: String, stamp: FileStamp) { (self.path, self.stamp) = (path, stamp) }

    public var size: Int { Int(stamp.size) }
    /// Time of the last change, in nanoseconds since 1970.
    public var modified: Int64 { stamp.modified }
  }

  /// What stands below a folder.
  public struct Listing: Sendable, Hashable {
    /// Sorted by path.
    public internal(set) var files: [Entry] = []
    /// Symbolic links that lead back to where the listing has been, or in a circle: relative paths, sorted.
    public internal(set) var loops: [String] = []

    /// What is neither file nor folder: pipes, sockets, devices, links to nothing; relative paths, sorted.
    public internal(set) var others: [String] = []

    /// What has a name that is no UTF-8, so that no path of ours leads to it: relative paths with the bytes that are none as `\xE4`,
    /// sorted. They are no part of what was read.
    public internal(set) var unnameable: [String] = []

    /// Hidden files and folders, whose inside was not looked at: relative paths, sorted. They are no part of what was read.
    public internal(set) var hidden: [String] = []

    public init(files: [Entry] = [], loops: [String] = [], others: [String] = []) {
      (self.files, self.loops, self.others) = (files, loops, others)
    }
  }

  /// All regular files below a folder, sorted by path. See `listing(below:)`.
  public static func files(below folder: String) throws(FileError) -> [Entry] { try listing(below: folder).files }

  /// All regular files below a folder. Symbolic links are followed once each: a loop ends there, and is named.
  /// A folder that is reached by several paths is listed under the first of them in the order of names, on any disk.
  /// Hidden files and folders (a leading dot) are left out, and named. O(files · log files).
  public static func listing(below folder: String) throws(FileError) -> Listing {
    var listing = Listing()
    var visited: Set<FileIdentity> = []
    try list(folder, prefix: "", into: &listing, visited: &visited)
    // Folders were read in the order of their names, and nearly always that is the order of all paths.
    let isSorted = zip(listing.files, listing.files.dropFirst()).allSatisfy { !precedes($1.path, $0.path) }
    if !isSorted { listing.files.sort { precedes($0.path, $1.path) } }
    listing.loops.sort()
    listing.others.sort()
    listing.unnameable.sort()
    listing.hidden.sort()
    ReadLog.note(listing: Listing(files: listing.files, loops: listing.loops, others: listing.others), of: folder)
    return listing
  }

  /// By bytes, as the C library compares them: a comparison of the standard library's takes ten times as long.
  private static func precedes(_ left: String, _ right: String) -> Bool { strcmp(left, right) < 0 }

  private struct FileIdentity: Hashable {
    let device: UInt
    let inode: UInt
  }

  private static func list(
    _ folder: String, prefix: String, into listing: inout Listing, visited: inout Set<FileIdentity>
  ) throws(FileError) {
    guard let stream = opendir(folder) else { throw FileError(path: folder, operation: "list", code: errno) }
    defer { closedir(stream) }
    let descriptor = dirfd(stream)
    var own = stat()
    guard fstat(descriptor, &own) == 0 else { throw FileError(path: folder, operation: "list", code: errno) }
    guard visited.insert(FileIdentity(device: UInt(own.st_dev), inode: UInt(own.st_ino))).inserted else {
      listing.loops.append(String(prefix.dropLast()))
      return
    }
    let (names, unnameable) = Self.names(in: stream)
    listing.unnameable += unnameable.map { prefix + $0 }
    for name in names.sorted(by: precedes) {
      if name.hasPrefix(".") {
        listing.hidden.append(prefix + name)
        continue
      }
      var info = stat()
      guard fstatat(descriptor, name, &info, 0) == 0 else {
        // A dangling link is nothing to read; a file that vanished meanwhile neither.
        if errno == ELOOP { listing.loops.append(prefix + name) } else if errno == ENOENT { listing.others.append(prefix + name) }
        if errno == ENOENT || errno == ELOOP { continue }
        throw FileError(path: Path.join(folder, name), operation: "read", code: errno)
      }
      let path = prefix + name
      switch info.st_mode & S_IFMT {
      case S_IFDIR: try list(Path.join(folder, name), prefix: path + "/", into: &listing, visited: &visited)
      case S_IFREG:
        listing.files.append(Entry(path: path, stamp: FileStamp(info)))
      default: listing.others.append(path)
      }
    }
  }

  /// The names that stand in an open folder, in the disk's order, and how those are written that are no UTF-8.
  private static func names(in stream: OpaquePointer) -> (names: [String], unnameable: [String]) {
    var names: [String] = [], unnameable: [String] = []
    while let entry = readdir(stream) {
      withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { bytes in
          guard let name = String(validatingCString: bytes) else { return unnameable.append(escaped(bytes)) }
          if name != ".", name != ".." { names.append(name) }
        }
      }
    }
    return (names, unnameable)
  }

  /// ASCII as it is, every other byte as `\xE4`.
  private static func escaped(_ name: UnsafePointer<CChar>) -> String {
    UnsafeBufferPointer(start: name, count: strlen(name)).map { byte in
      let byte = UInt8(bitPattern: byte)
      return byte < 0x80 ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  public static func exists(_ path: String) -> Bool {
    var info = stat()
    let exists = stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    ReadLog.note(folder: path, exists: exists)
    return exists
  }

  /// Makes a folder and its parents.
  public static func create(_ path: String) throws(FileError) {
    if path.isEmpty || mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    let parent = Path.parent(of: path)
    if errno == ENOENT, parent != path {
      try create(parent)
      if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    }
    throw FileError(path: path, operation: "make folder", code: errno)
  }

  /// Removes a folder and all below it; links are removed, not followed.
  public static func remove(_ path: String) throws(FileError) {
    guard let stream = opendir(path) else {
      if errno == ENOENT { return }
      throw FileError(path: path, operation: "remove", code: errno)
    }
    let names = names(in: stream).names
    closedir(stream)
    for name in names {
      let child = Path.join(path, name)
      var info = stat()
      guard lstat(child, &info) == 0 else { continue }
      if info.st_mode & S_IFMT == S_IFDIR { try remove(child) } else { try File.remove(child) }
    }
    guard rmdir(path) == 0 else { throw FileError(path: path, operation: "remove", code: errno) }
  }
}
