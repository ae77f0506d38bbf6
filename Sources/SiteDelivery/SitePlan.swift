internal import ContentModel
internal import FileSystem
internal import Glibc
internal import Synchronization

/// The difference between the site that is wanted and the folder as it is.
struct SitePlan {
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
    let files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let wanted = Set(files.map(\.path))
    try Self.checkPaths(files, wanted: wanted)
    removed = manifest.subtracting(wanted).filter { Occupant(of: folder.target($0)).inode != nil }.sorted()
    try Self.checkFolders(of: files.map(\.path) + removed, in: folder, removed: Set(removed))
    let states = Self.compare(files, in: folder, untouched: untouched)
    for (file, state) in zip(files, states) {
      switch state {
      case .same: unchanged.append(file.path)
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
  }

  private static func checkPaths(_ files: [OutputFile], wanted: Set<String>) throws(SiteWritingError) {
    var last: String?
    var known: Set<String> = []
    for file in files {
      guard OutputFolder.accepts(file.path) else { throw .outside(path: file.path) }
      if file.path == last { throw .collision(path: file.path, other: file.path) }
      last = file.path
      for parent in parents(of: file.path) {
        guard known.insert(parent).inserted else { break }
        if wanted.contains(parent) { throw .collision(path: parent, other: file.path) }
      }
    }
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
  private static func compare(_ files: [OutputFile], in folder: OutputFolder, untouched: Set<String>) -> [FileComparison] {
    let states = Mutex([FileComparison](repeating: .missing, count: files.count))
    forEachBlock(of: files.count) { block in
      var buffer: [UInt8] = []
      let found = block.map { index in
        let file = files[index]
        return untouched.contains(file.path) ? .same : FileComparison(of: folder.target(file.path), to: file, buffer: &buffer)
      }
      states.withLock { $0.replaceSubrange(block, with: found) }
    }
    return states.withLock { $0 }
  }
}
