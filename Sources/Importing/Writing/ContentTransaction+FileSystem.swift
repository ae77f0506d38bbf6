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

  /// Leaves the folder as it was.
  func abandon() throws(FileError) { try Self.recover(folder: folder) }

  /// Moves everything into place. `isCancelled` is asked between files; what was moved then goes back.
  func commit(isCancelled: () -> Bool) throws {
    var created: Set<String> = []
    for change in changes where !change.isRemoval {
      let parent = Path.parent(of: Path.join(folder, change.path))
      if created.insert(parent).inserted { try Folder.create(parent) }
    }
    let replaced = changes.map { File.exists(Path.join(folder, $0.path)) }
    let lines = zip(changes, replaced).map { JournalLine(isReplacement: $1 || $0.isRemoval, path: $0.path).bytes }
    try File.write(Array(lines.joined()), to: Path.join(staging, "journal"))
    do {
      for (index, change) in changes.enumerated() {
        if isCancelled() { throw CancellationError() }
        let target = Path.join(folder, change.path)
        if replaced[index] { try Self.move(target, to: Path.join(staging, "old/\(index)")) }
        if !change.isRemoval { try Self.move(Path.join(staging, "new/\(index)"), to: target) }
      }
    } catch {
      try Self.recover(folder: folder)
      throw error
    }
    try File.remove(Path.join(staging, "journal"))
    try Folder.remove(staging)
  }

  /// A change as the journal tells of it, ended by a NUL byte, which no path holds.
  private struct JournalLine {
    /// Whether a file stood there before: what stands there afterwards must then never be taken away.
    let isReplacement: Bool
    let path: String

    var bytes: [UInt8] { Array("\(isReplacement ? "=" : "+")\(path)\0".utf8) }

    static func all(in bytes: [UInt8]) -> [JournalLine] {
      bytes.split(separator: 0).map {
        JournalLine(isReplacement: $0.first != 0x2B, path: String(decoding: $0.dropFirst(), as: UTF8.self))
      }
    }
  }

  /// Puts back what an interrupted commit moved, and removes what was staged. It may itself be interrupted anywhere and
  /// begun again: it only moves files back to where they came from, and what is back stays.
  static func recover(folder: String) throws(FileError) {
    let staging = stagingFolder(of: folder)
    guard Folder.exists(staging) else { return }
    let journal = Path.join(staging, "journal")
    if File.exists(journal) {
      for (index, line) in JournalLine.all(in: try File.read(journal)).enumerated() where Path.isContained(line.path) {
        let target = Path.join(folder, line.path)
        let old = Path.join(staging, "old/\(index)"), new = Path.join(staging, "new/\(index)")
        if line.isReplacement {
          if File.exists(old) { try move(old, to: target) }
        } else if !File.exists(new), File.exists(target) {
          try move(target, to: new)
        }
      }
      // From here on nothing is left to put back.
      try File.remove(journal)
    }
    try Folder.remove(staging)
  }

  private static func move(_ path: String, to target: String) throws(FileError) {
    guard rename(path, target) == 0 else { throw FileError(path: target, operation: "write", code: errno) }
  }
}
