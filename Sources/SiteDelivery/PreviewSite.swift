internal import ContentModel
internal import FileSystem

/// One state of the site: what is served, and since which version each file is what it is.
struct PreviewSite: Sendable {
  private(set) var version = 0
  private var content = PreviewContent.files([])
  private var files: [String: [UInt8]] = [:]
  /// The version in which a file changed, came or went, for those that did.
  private var changes: [String: Int] = [:]
  /// The version in which everything may have changed.
  private var lastUnknownChange = 0

  init(_ content: PreviewContent) {
    replace(with: content)
    changes = [:]
    lastUnknownChange = 0
  }

  mutating func replace(with content: PreviewContent) {
    version += 1
    self.content = content
    switch content {
    case .folder:
      files = [:]
      lastUnknownChange = version
    case .files(let new):
      let former = files
      files = Dictionary(new.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
      for (path, bytes) in files where former[path] != bytes { changes[path] = version }
      for path in former.keys where files[path] == nil { changes[path] = version }
    }
  }

  /// Puts files in the place of their namesakes; for a site in memory.
  mutating func replace(_ some: [OutputFile]) {
    version += 1
    for file in some {
      let bytes = file.bytes
      guard files[file.path] != bytes else { continue }
      files[file.path] = bytes
      changes[file.path] = version
    }
  }

  /// The bytes of a file, by its path in the site.
  func bytes(of path: String) -> [UInt8]? {
    switch content {
    case .files: files[path]
    case .folder(let folder): SiteFile.read(path, in: folder)
    }
  }

  /// Whether a page, or something it shows and names, is another than at some version. Feeds and the like are named by
  /// pages as well, but not shown.
  func didChange(_ page: String, since version: Int) -> Bool {
    if lastUnknownChange > version || changes[page] ?? 0 > version { return true }
    guard let bytes = files[page] else { return false }
    let names = changes.filter { $0.value > version && MediaType.isShown($0.key) }
      .map { Array(Path.name(of: $0.key).utf8) }
    return names.contains { bytes.firstRange(of: $0) != nil }
  }
}

extension [UInt8] {
  /// Where a pattern first stands. O(n·m) at worst; patterns are names of files.
  func firstRange(of pattern: [UInt8], from start: Int = 0) -> Range<Int>? {
    guard let first = pattern.first else { return nil }
    var index = start
    while index + pattern.count <= count {
      if self[index] == first, self[index..<index + pattern.count].elementsEqual(pattern) {
        return index..<index + pattern.count
      }
      index += 1
    }
    return nil
  }
}
