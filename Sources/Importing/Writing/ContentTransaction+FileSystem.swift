package import FileSystem
internal import Foundation

/// Changes of a content folder that happen all or not at all.
///
/// New files are written to `.ciyuan/staging/new`; only when all are there is a journal written, and the files are
/// renamed into place, what they replace kept in `.ciyuan/staging/old`. Removing the journal is the moment at which
/// the import has happened. Whatever stops the program before, ``recover(folder:)`` puts the folder back as it was.
package struct ContentTransaction {
  /// The folder with the changes so far, for steps that go on from there.
  private(set) var view: ContentView
  private let staging: String
  private let isDryRun: Bool
  /// `nil` for one that a later change of the same file took the place of.
  private var changes: [Change?] = []
  private var placeOf: [String: Int] = [:]

  private struct Change {
    /// Below the content folder.
    let path: String
    /// Of the folder, whatever changes of the file came before.
    var former: Former
    /// The file only goes.
    var isRemoval = false
    /// Of what comes to stand there, where people may edit it.
    var hash: String?
  }

  /// What must stand at a path when its change comes; else a person was there meanwhile.
  private enum Former: Equatable {
    case nothing
    case text(hash: String)
    /// The importer's own file, which nobody edits.
    case own
  }

  static func stagingFolder(of folder: String) -> String { Path.join(folder, ContentStore.stateFolder + "/staging") }

  /// - Parameter isDryRun: Whether the changes are made elsewhere, and never of the folder.
  package init(folder: String, isDryRun: Bool = false) throws(FileError) {
    self.isDryRun = isDryRun
    view = ContentView(folder: folder)
    staging = isDryRun ? NSTemporaryDirectory() + "ciyuan-" + UUID().uuidString : Self.stagingFolder(of: folder)
    try Folder.remove(staging)
    try Folder.create(Path.join(staging, "new"))
    try Folder.create(Path.join(staging, "old"))
  }

  /// Where a file of the importer's own is to be written that will stand at `path`.
  mutating func stage(_ path: String) -> String { stage(Change(path: path, former: .own)) }

  /// A file that people read. `former` is the hash of the one that it replaces, `nil` where there is none.
  package mutating func stage(_ bytes: [UInt8], as path: String, over former: String?) throws(FileError) {
    // Names that were remembered may have been changed by hand.
    guard Path.isContained(path) else { throw FileError(path: path, operation: "write", code: EPERM) }
    let former: Former = former.map { .text(hash: $0) } ?? .nothing
    try File.writeInPlace(bytes, to: stage(Change(path: path, former: former, hash: ContentHash.of(bytes))))
  }

  /// - Returns: where what comes to stand there is to be written.
  private mutating func stage(_ change: Change) -> String {
    var change = change
    if let place = placeOf[change.path], let known = changes[place] {
      change.former = known.former
      changes[place] = nil
    }
    let file = Path.join(staging, "new/\(changes.count)")
    placeOf[change.path] = changes.count
    // What was new and goes again, or is as it was again, leaves no trace.
    let isNothing = change.isRemoval ? change.former == .nothing : change.hash.map { change.former == .text(hash: $0) } ?? false
    changes.append(isNothing ? nil : change)
    view.staged[change.path] = .some(change.isRemoval ? nil : file)
    return file
  }

  /// Removes the file with this hash.
  mutating func remove(_ path: String, hash: String) {
    _ = stage(Change(path: path, former: .text(hash: hash), isRemoval: true))
  }

  /// Leaves the folder as it was.
  package func abandon() throws(FileError) {
    if isDryRun { try Folder.remove(staging) } else { try Self.recover(folder: view.folder) }
  }

  /// Moves everything into place. `isCancelled` is asked between files; what was moved then goes back, and so it does
  /// where a person changed one of the files since it was read. A dry run ends here.
  package func commit(isCancelled: () -> Bool) throws {
    if isDryRun { return try abandon() }
    let folder = view.folder
    var created: Set<String> = []
    for change in changes.compactMap(\.self) where !change.isRemoval {
      let parent = Path.parent(of: Path.join(folder, change.path))
      if created.insert(parent).inserted { try Folder.create(parent) }
    }
    let replaced = changes.map { $0.map { File.exists(Path.join(folder, $0.path)) } ?? false }
    let lines = zip(changes, replaced).map { change, isReplaced in
      change.map { JournalLine(isReplacement: isReplaced || $0.isRemoval, path: $0.path, hash: $0.hash).bytes } ?? [0]
    }
    try File.write(Array(lines.joined()), to: Path.join(staging, "journal"))
    do {
      for (index, change) in changes.enumerated() {
        guard let change else { continue }
        if isCancelled() { throw ImportFailure.interrupted }
        let target = Path.join(folder, change.path), old = Path.join(staging, "old/\(index)")
        if replaced[index] { try Self.move(target, to: old) }
        let isAsRead =
          switch change.former {
          case .nothing: !replaced[index] && !File.exists(target)
          case .text(let hash): try replaced[index] && ContentHash.of(File.read(old)) == hash
          case .own: true
          }
        guard isAsRead else { throw ImportFailure.changed(path: target) }
        if !change.isRemoval { try Self.move(Path.join(staging, "new/\(index)"), to: target) }
      }
    } catch {
      try Self.recover(folder: folder)
      throw error
    }
    try File.remove(Path.join(staging, "journal"))
    try Folder.remove(staging)
  }

  /// A change as the journal tells of it: its path and, where there is one, `#` and the hash of the new file, each ended by a
  /// NUL byte, which no path holds. Files are numbered by their lines; one that another line took the place of is an empty line.
  private struct JournalLine {
    /// Whether a file stood there before: what stands there afterwards must then never be taken away.
    let isReplacement: Bool
    let path: String
    var hash: String?

    var bytes: [UInt8] { Array("\(isReplacement ? "=" : "+")\(path)\0\(hash.map { "#\($0)\0" } ?? "")".utf8) }

    static func all(in bytes: [UInt8]) -> [JournalLine] {
      bytes.split(separator: 0, omittingEmptySubsequences: false).reduce(into: []) { lines, field in
        let text = String(decoding: field.dropFirst(), as: UTF8.self)
        if field.first == 0x23 {
          if !lines.isEmpty { lines[lines.count - 1].hash = text }
        } else {
          lines.append(JournalLine(isReplacement: field.first != 0x2B, path: text))
        }
      }
    }

    /// Whether a person wrote to the file after it was moved in: it is theirs then, and stays.
    func isEdited(_ target: String) throws(FileError) -> Bool {
      guard let hash, File.exists(target) else { return false }
      return try ContentHash.of(File.read(target)) != hash
    }
  }

  /// Puts back what an interrupted commit moved, and removes what was staged; a file that a person edited since then stays
  /// as it is. It may itself be interrupted anywhere and
  /// begun again: it only moves files back to where they came from, and what is back stays.
  package static func recover(folder: String) throws(FileError) {
    let staging = stagingFolder(of: folder)
    guard Folder.exists(staging) else { return }
    let journal = Path.join(staging, "journal")
    if File.exists(journal) {
      for (index, line) in JournalLine.all(in: try File.read(journal)).enumerated() {
        guard !line.path.isEmpty, Path.isContained(line.path) else { continue }
        let target = Path.join(folder, line.path)
        let old = Path.join(staging, "old/\(index)"), new = Path.join(staging, "new/\(index)")
        if line.isReplacement {
          if File.exists(old), try !line.isEdited(target) { try move(old, to: target) }
        } else if !File.exists(new), File.exists(target), try !line.isEdited(target) {
          try move(target, to: new)
        }
      }
      // From here on nothing is left to put back.
      try File.remove(journal)
    }
    try Folder.remove(staging)
  }

  /// What every command does before it reads the folder: undoes an import that was killed while it moved files. One that
  /// is at work now is left alone. Nothing but a look for one file where there is none.
  ///
  /// - Returns: whether there was one.
  package static func recoverIfInterrupted(folder: String) throws -> Bool {
    guard File.exists(Path.join(stagingFolder(of: folder), "journal")) else { return false }
    guard let lock = try? ContentLock(folder: folder) else { return false }
    defer { lock.release() }
    try recover(folder: folder)
    return true
  }

  private static func move(_ path: String, to target: String) throws(FileError) {
    guard rename(path, target) == 0 else { throw FileError(path: target, operation: "write", code: errno) }
  }
}
