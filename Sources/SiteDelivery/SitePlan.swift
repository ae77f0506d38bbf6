internal import ContentModel
internal import FileSystem
internal import Glibc
internal import Synchronization

/// The difference between the site that is wanted and the folder as it is.
struct SitePlan {
  /// Of all files, sorted.
  let paths: [String]
  /// Whether the manifest names all of these and no others.
  let isListed: Bool
  /// Files to write, sorted by path.
  private(set) var written: [OutputFile] = []
  /// Those of them that replace nothing.
  private(set) var added: Set<String> = []
  private(set) var unchanged: [String] = []
  private(set) var removed: [String] = []

  /// - Parameters:
  ///   - manifest: what we wrote before; empty if the folder is new to us.
  ///   - untouched: files that are known to be as they should.
  init(
    _ files: [OutputFile], in folder: OutputFolder, manifest: Set<String>, untouched: Set<String> = [], force: Bool
  ) throws(SiteWritingError) {
    let precedes = { (one: OutputFile, other: OutputFile) in one.path.utf8.lexicographicallyPrecedes(other.path.utf8) }
    let isSorted = !zip(files, files.dropFirst()).contains { precedes($1, $0) }
    let sorted = isSorted ? files : files.sorted(by: precedes)
    paths = sorted.map(\.path)
    let wanted = Set(paths)
    let files = untouched.isEmpty ? sorted : sorted.filter { !untouched.contains($0.path) }
    try Self.checkPaths(files, among: paths, wanted: wanted)
    let gone = manifest.subtracting(wanted)
    isListed = gone.isEmpty && manifest.count == wanted.count
    removed = gone.filter { Occupant(of: folder.target($0)).inode != nil }.sorted()
    try Self.checkFolders(of: files.map(\.path) + removed, in: folder, removed: Set(removed))
    let states = Self.compare(files, in: folder)
    var same: Set<String> = []
    for (file, state) in zip(files, states) {
      switch state {
      case .same: same.insert(file.path)
      case .missing:
        written.append(file)
        added.insert(file.path)
      case .different:
        guard force || manifest.contains(file.path) else { throw .occupied(path: folder.target(file.path)) }
        written.append(file)
      case .folder:
        guard removed.contains(where: { $0.hasPrefix(file.path + "/") }) else {
          throw .occupied(path: folder.target(file.path))
        }
        written.append(file)
        added.insert(file.path)
      case .other: throw .occupied(path: folder.target(file.path))
      }
    }
    unchanged = untouched.isEmpty && written.isEmpty ? paths : paths.filter { untouched.contains($0) || same.contains($0) }
  }

  /// - Parameter paths: of all files, those that are known to stand there among them.
  private static func checkPaths(
    _ files: [OutputFile], among paths: [String], wanted: Set<String>
  ) throws(SiteWritingError) {
    for file in files where !OutputFolder.accepts(file.path) { throw .outside(path: file.path) }
    if wanted.count != paths.count, let twice = zip(paths, paths.dropFirst()).first(where: { $0 == $1 })?.0 {
      throw .collision(path: twice, other: twice)
    }
    var known: Set<String> = []
    for file in files {
      if let below = first(of: paths, below: file.path) { throw .collision(path: file.path, other: below) }
      for parent in parents(of: file.path) {
        guard known.insert(parent).inserted else { break }
        if wanted.contains(parent) { throw .collision(path: parent, other: file.path) }
      }
    }
  }

  /// The first of some sorted paths that would stand below a folder. By halving.
  private static func first(of paths: [String], below folder: String) -> String? {
    let prefix = folder + "/"
    var low = 0, high = paths.count
    while low < high {
      let middle = (low + high) / 2
      if paths[middle].utf8.lexicographicallyPrecedes(prefix.utf8) { low = middle + 1 } else { high = middle }
    }
    return low < paths.count && paths[low].hasPrefix(prefix) ? paths[low] : nil
  }

  /// A link in the place of a folder would lead out of the site, a file would be in the way.
  private static func checkFolders(
    of paths: [String], in folder: OutputFolder, removed: Set<String>
  ) throws(SiteWritingError) {
    var known: Set<String> = []
    for path in paths {
      for parent in parents(of: path) {
        guard known.insert(parent).inserted else { break }
        switch Occupant(of: folder.target(parent)) {
        case .nothing, .folder: break
        case .other: throw .outside(path: folder.target(parent))
        case .file where removed.contains(parent): break
        case .file: throw .occupied(path: folder.target(parent))
        }
      }
    }
  }

  /// `a/b`, `a` of `a/b/c`: whoever knows one of them knows the rest.
  static func parents(of path: String) -> [String] {
    var parents: [String] = []
    var rest = path.utf8[...]
    while let slash = rest.lastIndex(of: UInt8(ascii: "/")) {
      rest = rest[..<slash]
      parents.append(String(rest) ?? "")
    }
    return parents
  }

  /// Reads what is there; a site that did not change is neither written nor touched.
  private static func compare(_ files: [OutputFile], in folder: OutputFolder) -> [FileComparison] {
    let states = Mutex([FileComparison](repeating: .missing, count: files.count))
    forEachBlock(of: files.count) { block in
      var buffer: [UInt8] = []
      let found = block.map { index in
        FileComparison(of: folder.target(files[index].path), to: files[index], buffer: &buffer)
      }
      states.withLock { $0.replaceSubrange(block, with: found) }
    }
    return states.withLock { $0 }
  }
}
