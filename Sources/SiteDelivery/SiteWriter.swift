public import ContentModel
internal import FileSystem
internal import Glibc

/// Writes a site into a folder: whole or not at all.
///
/// Files whose bytes did not change are not touched and keep their times. Files that we wrote before and that the new
/// site does not have are removed; files of others are never written over nor removed, hidden ones (`.gitkeep`)
/// never looked at. A kill leaves the former site, the new one, or one that the next `write` (or `recover`) brings to
/// its end; an error leaves the former site. What we wrote is listed in `.ciyuan-site/manifest` inside the folder.
///
/// The order is kind to those who read meanwhile: new pages come before the pages that link to them, and stale ones go
/// last. It is safe against a killed process, not against a power cut, after which a build compares every byte again.
public struct SiteWriter: Sendable {
  public let folder: String
  private var output: OutputFolder { OutputFolder(path: folder) }

  /// - Parameter folder: path of the output folder; it and its parents are made where they are missing.
  public init(folder: String) {
    self.folder = folder
  }

  /// Whether a change was begun and not ended; `write` and `recover` end it.
  public var isInterrupted: Bool { File.exists(output.record("journal")) }

  /// Brings the folder to hold these files.
  ///
  /// - Parameters:
  ///   - untouched: paths of files that the caller knows to stand there as they should: they are not compared.
  ///   - force: take over a folder with files that we did not write, and write over such files; those that
  ///     are not in the way stay even so.
  /// - Complexity: O(bytes) for the comparison, then O(what changed).
  public func write(
    _ files: [OutputFile], untouched: Set<String> = [], force: Bool = false
  ) throws(SiteWritingError) -> SiteChanges {
    let lock = try lock()
    defer { close(lock) }
    do throws(SiteWritingError) {
      let isNew = try claim(force: force)
      try finishInterrupted()
      let manifest = try asking { () throws(FileError) in try output.manifest() } ?? []
      let plan = try SitePlan(files, in: output, manifest: manifest, untouched: untouched, force: force)
      if isNew || !plan.written.isEmpty || !plan.removed.isEmpty || !plan.isListed {
        try asking { () throws(FileError) in
          var transaction = SiteTransaction(in: output)
          do throws(FileError) {
            try transaction.carryOut(try transaction.stage(plan))
          } catch {
            if !File.exists(output.record("journal")) { transaction.discard() }
            throw error
          }
        }
      }
      return SiteChanges(plan)
    } catch {
      // A folder that did not become ours keeps nothing of ours; and what is not ours stays.
      if !hasRecords {
        unlink(output.record("lock"))
        rmdir(output.record(""))
      }
      throw error
    }
  }

  /// What `write` would do, of which nothing is done. While another process writes, the answer may be between two states.
  public func changes(_ files: [OutputFile], force: Bool = false) throws(SiteWritingError) -> SiteChanges {
    _ = try claim(force: force)
    let manifest = try asking { () throws(FileError) in try output.manifest() } ?? []
    return SiteChanges(try SitePlan(files, in: output, manifest: manifest, force: force))
  }

  /// Ends a change that a kill interrupted. Returns whether there was one. Where the system refuses a step, the change
  /// stays half done and is ended by the next `recover` or `write` that the system lets.
  @discardableResult
  public func recover() throws(SiteWritingError) -> Bool {
    guard isInterrupted else { return false }
    let lock = try lock()
    defer { close(lock) }
    return try finishInterrupted()
  }

  /// Removes the files that we wrote, and our records. Returns the paths removed.
  @discardableResult
  public func clean() throws(SiteWritingError) -> [String] {
    guard Folder.exists(output.record("")) else { return [] }
    let removed = try write([]).removed
    try asking { () throws(FileError) in try Folder.remove(output.record("")) }
    return removed
  }

  // MARK: Steps

  /// Refuses a folder with files of others. Returns whether the folder is new to us.
  private func claim(force: Bool) throws(SiteWritingError) -> Bool {
    if hasRecords { return false }
    if !force, let example = output.firstVisibleEntry() { throw .notOurs(folder: folder, example: example) }
    return true
  }

  private var hasRecords: Bool { File.exists(output.record("manifest")) || File.exists(output.record("journal")) }

  /// One writer at a time; another waits. The system lets go of the lock when the process ends, however it ends.
  private func lock() throws(SiteWritingError) -> Int32 {
    try asking { () throws(FileError) in
      let path = output.record("lock")
      while true {
        try Folder.create(output.record(""))
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        if descriptor < 0, errno == ENOENT { continue }
        guard descriptor >= 0 else { throw FileError(path: path, operation: "write", code: errno) }
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
        // Whoever had it may have taken it away with the folder.
        var info = stat()
        if fstat(descriptor, &info) == 0, Occupant(of: path).inode == UInt64(info.st_ino) { return descriptor }
        close(descriptor)
      }
    }
  }

  @discardableResult
  private func finishInterrupted() throws(SiteWritingError) -> Bool {
    try asking { () throws(FileError) in
      var transaction = SiteTransaction(in: output)
      guard let lines = try output.lines(of: "journal"), let journal = SiteJournal(lines: lines) else {
        transaction.discard()
        return false
      }
      try transaction.resume(journal)
      return true
    }
  }

  private func asking<Result>(_ body: () throws(FileError) -> Result) throws(SiteWritingError) -> Result {
    do throws(FileError) { return try body() } catch { throw .file(error) }
  }
}
