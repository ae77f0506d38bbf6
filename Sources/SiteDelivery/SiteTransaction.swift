internal import CFileExchange
internal import ContentModel
internal import FileSystem
internal import Glibc
internal import Synchronization

/// Carries out a plan so that a kill at any moment leaves the former site, the new one, or one that `recover` brings
/// to its end.
///
/// New files are written beside, in full; that is where a disk runs full, and then nothing has happened yet. The
/// journal is the decision. Each step is one rename. A step that fails undoes those before it.
///
/// Exchanging the whole folder for a new one would be one rename for all, but costs a folder and a link for each
/// page, changed or not (0.6 s for 10,000 pages on ext4, and 1.2 s for taking the former tree away), and would take
/// along files of others. This costs what changed.
struct SiteTransaction {
  let folder: OutputFolder
  /// Makes two paths change places in one step of the file system; `false`, with `errno`, where it cannot.
  private let exchange: @Sendable (String, String) -> Bool
  private var done: [UndoStep] = []
  private var removedCount = 0

  private enum UndoStep {
    case exchanged(String)
    case placed(String)
    case removed(String, index: Int)
  }

  init(
    in folder: OutputFolder, exchange: @escaping @Sendable (String, String) -> Bool = { ciyuan_exchange($0, $1) == 0 }
  ) {
    self.folder = folder
    self.exchange = exchange
  }

  /// Writes the new files beside and decides on the change.
  func stage(_ plan: SitePlan) throws(FileError) -> SiteJournal {
    try Folder.create(folder.record("removed"))
    try createFolders(for: plan.written)
    let failure = Mutex<FileError?>(nil)
    let inodes = Mutex([UInt64](repeating: 0, count: plan.written.count))
    forEachBlock(of: plan.written.count) { block in
      if failure.withLock({ $0 != nil }) { return }
      let found: [UInt64] = block.map { index in
        let path = folder.staged(plan.written[index].path)
        do throws(FileError) {
          return try File.writeInPlace(plan.written[index].bytes, to: path)
        } catch {
          let error = FileError(path: folder.target(plan.written[index].path), operation: "write", code: error.code)
          failure.withLock { $0 = $0 ?? error }
          return 0
        }
      }
      inodes.withLock { $0.replaceSubrange(block, with: found) }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    let placed = zip(plan.written, inodes.withLock { $0 }).map { file, inode in
      (path: file.path, inode: inode, isNew: plan.added.contains(file.path))
    }
    let journal = SiteJournal(placing: placed, removing: plan.removed)
    try folder.stage(manifest: plan.paths)
    try File.write(journal.bytes, to: folder.record("journal"))
    return journal
  }

  private func createFolders(for files: [OutputFile]) throws(FileError) {
    var known: Set<String> = []
    for file in files {
      let parent = Path.parent(of: file.path)
      guard known.insert(parent).inserted else { continue }
      do throws(FileError) {
        try Folder.create(parent == "." ? folder.record("staged") : folder.staged(parent))
      } catch {
        throw FileError(path: folder.target(file.path), operation: "write", code: error.code)
      }
    }
  }

  /// Carries a journal out, or undoes what it did of it.
  mutating func carryOut(_ journal: SiteJournal) throws(FileError) {
    do throws(FileError) {
      for step in journal.steps { try perform(step) }
    } catch {
      undo()
      throw error
    }
    finish(journal)
  }

  /// Brings a journal to its end that another run began. What that run did of it is not known, so nothing can be
  /// undone: where a step fails, the journal stays and the next try goes on from there.
  mutating func resume(_ journal: SiteJournal) throws(FileError) {
    for step in journal.steps { try perform(step) }
    finish(journal)
  }

  /// One step; does nothing if it was done before.
  mutating func perform(_ step: SiteJournal.Step) throws(FileError) {
    switch step {
    case .remove(let path):
      guard Occupant(of: folder.target(path)).inode != nil else { return }
      while Occupant(of: folder.removed(removedCount)) != .nothing { removedCount += 1 }
      try move(folder.target(path), to: folder.removed(removedCount), naming: path)
      done.append(.removed(path, index: removedCount))
    case .place(let path, let inode):
      guard Occupant(of: folder.staged(path)).inode == inode else { return }
      try place(path)
    }
  }

  private mutating func place(_ path: String) throws(FileError) {
    switch Occupant(of: folder.target(path)) {
    case .nothing:
      // A folder that is new as a whole is moved as a whole.
      let new = SitePlan.parents(of: path).last { Occupant(of: folder.target($0)) == .nothing } ?? path
      try move(folder.staged(new), to: folder.target(new), naming: path)
      done.append(.placed(new))
    case .folder:
      // Its files have been taken away by earlier steps.
      removeEmptyFolders(below: folder.target(path))
      try move(folder.staged(path), to: folder.target(path), naming: path)
      done.append(.placed(path))
    case .file, .other:
      if exchange(folder.staged(path), folder.target(path)) {
        done.append(.exchanged(path))
      } else if [EINVAL, ENOSYS, ENOTSUP].contains(errno) {
        // A file system that cannot exchange: for an instant the page is missing.
        while Occupant(of: folder.removed(removedCount)) != .nothing { removedCount += 1 }
        try move(folder.target(path), to: folder.removed(removedCount), naming: path)
        done.append(.removed(path, index: removedCount))
        try move(folder.staged(path), to: folder.target(path), naming: path)
        done.append(.placed(path))
      } else {
        throw FileError(path: folder.target(path), operation: "replace", code: errno)
      }
    }
  }

  private func move(_ from: String, to: String, naming path: String) throws(FileError) {
    guard rename(from, to) == 0 else {
      throw FileError(path: folder.target(path), operation: "replace", code: errno)
    }
  }

  /// Backwards; what cannot be undone is left to the journal, which stays.
  private mutating func undo() {
    var isWhole = true
    for step in done.reversed() {
      switch step {
      case .exchanged(let path): isWhole = exchange(folder.staged(path), folder.target(path)) && isWhole
      case .placed(let path): isWhole = rename(folder.target(path), folder.staged(path)) == 0 && isWhole
      case .removed(let path, let index):
        try? Folder.create(Path.parent(of: folder.target(path)))
        isWhole = rename(folder.removed(index), folder.target(path)) == 0 && isWhole
      }
    }
    done = []
    if isWhole { discard() }
  }

  /// The new site is in its place: records it, and takes away what is left of the former.
  private func finish(_ journal: SiteJournal) {
    rename(folder.record("manifest.new"), folder.record("manifest"))
    for case .remove(let path) in journal.steps {
      for parent in SitePlan.parents(of: path) where rmdir(folder.target(parent)) != 0 { break }
    }
    discard()
  }

  /// Ends a change; without a journal what is staged means nothing.
  func discard() {
    unlink(folder.record("journal"))
    unlink(folder.record("manifest.new"))
    try? Folder.remove(folder.record("staged"))
    try? Folder.remove(folder.record("removed"))
  }
}

/// Leaves a folder in which anything stands.
private func removeEmptyFolders(below path: String) {
  if rmdir(path) == 0 { return }
  for name in entryNames(of: path) where Occupant(of: Path.join(path, name)) == .folder {
    removeEmptyFolders(below: Path.join(path, name))
  }
  rmdir(path)
}
