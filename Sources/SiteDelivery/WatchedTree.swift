internal import FileSystem
internal import Glibc

/// The watched folders, and the files in them as they were last seen.
///
/// Events only say where to look; what changed is found by looking. So nothing depends on the order of events, and
/// after an overflow it is enough to look everywhere.
struct WatchedTree: Sendable {
  let descriptor: Int32
  private let roots: [String]
  /// Folders by watch and watches by folder. Those that hold a root are watched as well: roots come and go.
  private var folders: [Int32: String] = [:]
  private var watches: [String: Int32] = [:]
  private var files: [String: Stamp] = [:]
  /// Where to look. True where a file changed even if its stamp did not.
  private var suspects: [String: Bool] = [:]

  private struct Stamp: Hashable {
    let inode: UInt64
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  init(_ paths: [String]) throws(FileError) {
    roots = paths.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { throw FileError(path: paths.first ?? "", operation: "watch", code: errno) }
    for root in roots {
      let parent = Path.parent(of: root)
      guard watch(parent) || errno == EACCES else {
        let error = FileError(path: parent, operation: "watch", code: errno)
        close()
        throw error
      }
      suspects[root] = false
    }
    _ = takeChanges()
  }

  func close() { Glibc.close(descriptor) }

  // MARK: Events

  /// Takes what the kernel has to tell.
  mutating func readEvents() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return }
      var offset = 0
      while offset < count {
        let event = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self) }
        let start = offset + MemoryLayout<inotify_event>.size
        let name = String(decoding: buffer[start..<start + Int(event.len)].prefix { $0 != 0 }, as: UTF8.self)
        note(event.wd, Int(event.mask), name)
        offset = start + Int(event.len)
      }
    }
  }

  private mutating func note(_ watch: Int32, _ mask: Int, _ name: String) {
    if mask & Int(IN_Q_OVERFLOW) != 0 {
      for root in roots { suspects[root] = suspects[root] ?? false }
      return
    }
    guard let folder = folders[watch] else { return }
    if mask & Int(IN_IGNORED) != 0 {
      folders[watch] = nil
      if watches[folder] == watch { watches[folder] = nil }
      return
    }
    if name.isEmpty { return }
    let path = folder == "." && !roots.contains(".") ? name : Path.join(folder, name)
    guard roots.contains(path) || (!name.hasPrefix(".") && isBelowRoot(path)) else { return }
    // A file that was just made is empty; it is looked at when it is closed.
    let isCertain = mask & Int(IN_CLOSE_WRITE | IN_MOVED_TO | IN_ATTRIB) != 0 && mask & Int(IN_ISDIR) == 0
    suspects[path] = (suspects[path] ?? false) || isCertain
  }

  private func isBelowRoot(_ path: String) -> Bool {
    roots.contains { path.hasPrefix($0 == "/" ? $0 : $0 + "/") }
  }

  // MARK: Looking

  /// Looks where something happened. Returns the files that changed, sorted.
  mutating func takeChanges() -> [String] {
    var changed: Set<String> = []
    var listed: [String] = []
    for (path, isCertain) in suspects.sorted(by: { $0.key < $1.key }) {
      if listed.contains(where: { path.hasPrefix($0 + "/") }), !isCertain { continue }
      switch Sight(of: path) {
      case .nothing: lose(path, into: &changed)
      case .file(let stamp):
        if isCertain || files[path] != stamp { changed.insert(path) }
        files[path] = stamp
      case .folder:
        list(path, into: &changed)
        listed.append(path)
      }
    }
    suspects = [:]
    return changed.sorted()
  }

  /// Compares a folder, and all below it, to what was seen before.
  private mutating func list(_ folder: String, into changed: inout Set<String>) {
    var seen: [String: Stamp] = [:]
    var visited: Set<UInt64> = []
    walk(folder, seen: &seen, visited: &visited)
    if files.removeValue(forKey: folder) != nil { changed.insert(folder) }
    for (file, stamp) in seen where files[file] != stamp {
      changed.insert(file)
      files[file] = stamp
    }
    for file in files.keys where file.hasPrefix(folder + "/") && seen[file] == nil {
      files[file] = nil
      changed.insert(file)
    }
  }

  private mutating func walk(_ folder: String, seen: inout [String: Stamp], visited: inout Set<UInt64>) {
    // Watched first and listed then: what comes between is seen twice, never missed.
    guard case .folder(let inode) = Sight(of: folder), visited.insert(inode).inserted else { return }
    _ = watch(folder)
    for name in entryNames(of: folder) where !name.hasPrefix(".") {
      let path = Path.join(folder, name)
      switch Sight(of: path) {
      case .nothing: break
      case .file(let stamp): seen[path] = stamp
      case .folder: walk(path, seen: &seen, visited: &visited)
      }
    }
  }

  /// What stands at a path; links are followed.
  private enum Sight {
    case nothing, file(Stamp), folder(inode: UInt64)

    init(of path: String) {
      var info = stat()
      guard stat(path, &info) == 0 else {
        self = .nothing
        return
      }
      switch info.st_mode & S_IFMT {
      case S_IFDIR: self = .folder(inode: UInt64(info.st_ino))
      case S_IFREG:
        self = .file(
          Stamp(
            inode: UInt64(info.st_ino), size: Int(info.st_size), seconds: info.st_mtim.tv_sec,
            nanoseconds: info.st_mtim.tv_nsec))
      default: self = .nothing
      }
    }
  }

  /// A file, or a folder with all that was in it, is gone.
  private mutating func lose(_ path: String, into changed: inout Set<String>) {
    if files.removeValue(forKey: path) != nil { changed.insert(path) }
    guard watches[path] != nil else { return }
    for file in files.keys where file.hasPrefix(path + "/") {
      files[file] = nil
      changed.insert(file)
    }
    for (folder, watch) in watches where folder == path || folder.hasPrefix(path + "/") {
      // A folder that was renamed is watched under its new name by the same watch.
      if folders[watch] == folder, !roots.contains(where: { Path.parent(of: $0) == folder }) {
        inotify_rm_watch(descriptor, watch)
        folders[watch] = nil
      }
      watches[folder] = nil
    }
  }

  /// Watches a folder; the same again is no harm.
  private mutating func watch(_ folder: String) -> Bool {
    let mask = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | Int32(IN_ONLYDIR)
    let watch = inotify_add_watch(descriptor, folder, UInt32(bitPattern: Int32(mask)))
    guard watch >= 0 else { return false }
    folders[watch] = folder
    watches[folder] = watch
    return true
  }
}
