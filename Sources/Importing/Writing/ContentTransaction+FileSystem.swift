internal import FileSystem
internal import Foundation

/// Changes of a content folder that happen all or not at all.
///
/// New files are written to `.ciyuan/staging/new`; only when all are there is a journal written, and the files are
/// renamed into place, what they replace kept in `.ciyuan/staging/old`. Removing the journal is the moment at which
/// the import has happened. Whatever stops the program before, ``recover(folder:)`` puts the folder back as it was.
struct ContentTransaction {
  private let folder: String
  private let staging: String
  /// Paths below the content folder; `isRemoval` for those that only go.
  private var changes: [(path: String, isRemoval: Bool)] = []

  static func stagingFolder(of folder: String) -> String { Path.join(folder, ContentStore.stateFolder + "/staging") }

  init(folder: String) throws(FileError) {
    self.folder = folder
    staging = Self.stagingFolder(of: folder)
    try Folder.remove(staging)
    try Folder.create(Path.join(staging, "new"))
    try Folder.create(Path.join(staging, "old"))
  }

  /// Where a file is to be written that will stand at `path`.
  mutating func stage(_ path: String) -> String {
    changes.append((path, false))
    return Path.join(staging, "new/\(changes.count - 1)")
  }

  mutating func stage(_ bytes: [UInt8], as path: String) throws(FileError) {
    try File.writeInPlace(bytes, to: stage(path))
  }

  mutating func remove(_ path: String) {
    changes.append((path, true))
  }

  /// Nothing happens to the folder.
  func abandon() throws(FileError) {
    try Folder.remove(staging)
  }

  /// Moves everything into place. `isCancelled` is asked between files; what was moved then goes back.
  func commit(isCancelled: () -> Bool) throws {
    var created: Set<String> = []
    for change in changes where !change.isRemoval {
      let parent = Path.parent(of: Path.join(folder, change.path))
      if created.insert(parent).inserted { try Folder.create(parent) }
    }
    let journal = changes.map { ($0.isRemoval ? "-" : "+") + $0.path }.joined(separator: "\n")
    try File.write(Array(journal.utf8), to: Path.join(staging, "journal"))
    do {
      for (index, change) in changes.enumerated() {
        if isCancelled() { throw CancellationError() }
        let target = Path.join(folder, change.path)
        if File.exists(target) { try move(target, to: Path.join(staging, "old/\(index)")) }
        if !change.isRemoval { try move(Path.join(staging, "new/\(index)"), to: target) }
      }
      try File.remove(Path.join(staging, "journal"))
    } catch {
      try Self.recover(folder: folder)
      throw error
    }
    try Folder.remove(staging)
  }

  /// Puts back what an interrupted commit moved, and removes what was staged.
  static func recover(folder: String) throws(FileError) {
    let staging = stagingFolder(of: folder)
    guard Folder.exists(staging) else { return }
    let journal = Path.join(staging, "journal")
    if File.exists(journal) {
      let lines = String(decoding: try File.read(journal), as: UTF8.self).split(separator: "\n")
      for (index, line) in lines.enumerated() where Path.isContained(String(line.dropFirst())) {
        let target = Path.join(folder, String(line.dropFirst()))
        let old = Path.join(staging, "old/\(index)")
        let isMovedIn = line.hasPrefix("+") && !File.exists(Path.join(staging, "new/\(index)"))
        if File.exists(old) {
          guard rename(old, target) == 0 else { throw FileError(path: target, operation: "restore", code: errno) }
        } else if isMovedIn, File.exists(target) {
          try File.remove(target)
        }
      }
    }
    try Folder.remove(staging)
  }

  private func move(_ path: String, to target: String) throws(FileError) {
    guard rename(path, target) == 0 else { throw FileError(path: target, operation: "write", code: errno) }
  }
}
