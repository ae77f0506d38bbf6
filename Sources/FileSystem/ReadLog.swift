internal import Synchronization

/// What the program asked of the disk, so that it can be told later, without reading, whether the answers are still the
/// same. Everything that is read through `File` and `Folder` is noted by itself: nobody has to list what a result depends on.
public struct ReadLog: Sendable, Hashable {
  /// Of each file that was read or looked for; `nil` where it was not there. Files that a listing tells the same of are left
  /// out.
  public internal(set) var files: [String: FileStamp?] = [:]
  /// Of each folder that was looked for, whether it was there.
  public internal(set) var folders: [String: Bool] = [:]
  /// Of each folder that was listed, a digest of all below it: paths and stamps.
  public internal(set) var listings: [String: UInt64] = [:]
  /// Whether an answer may change without its stamp showing it, because a file had only just been written.
  public internal(set) var isRacy = false

  init() {}

  // MARK: Taking notes

  private struct Running {
    var log = ReadLog()
    /// All files of all listings.
    var listed: [String: FileStamp] = [:]
    let start = FileStamp.now()
  }

  private static let running = Mutex<Running?>(nil)

  /// Begins to note what the whole process reads. One log at a time.
  public static func begin() { running.withLock { $0 = Running() } }

  /// Ends, and gives what was noted since `begin`.
  public static func end() -> ReadLog {
    guard let ended = running.withLock({ $0.take() }) else { return ReadLog() }
    var log = ended.log
    log.files = log.files.filter { path, stamp in stamp == nil || ended.listed[path] != stamp }
    return log
  }

  static func note(file path: String, _ stamp: FileStamp?) {
    running.withLock { running in
      guard running != nil else { return }
      running!.log.files[path] = .some(stamp)
      if let stamp, stamp.isRacy(at: running!.start) { running!.log.isRacy = true }
    }
  }

  static func note(folder path: String, exists: Bool) {
    running.withLock { $0?.log.folders[path] = exists }
  }

  static func note(listing: Folder.Listing, of path: String) {
    running.withLock { running in
      guard running != nil else { return }
      running!.log.listings[path] = listing.digest
      for file in listing.files { running!.listed[Path.join(path, file.path)] = file.stamp }
      if listing.files.contains(where: { $0.stamp.isRacy(at: running!.start) }) { running!.log.isRacy = true }
    }
  }
}

extension Folder.Listing {
  /// Paths and stamps as one number (FNV-1a over words).
  public var digest: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 ^ hash >> 29 }
    for file in files {
      for byte in file.path.utf8 { add(UInt64(byte)) }
      for value in [file.stamp.size, file.stamp.modified, file.stamp.changed] { add(UInt64(bitPattern: value)) }
      add(file.stamp.inode)
    }
    for loop in loops { for byte in loop.utf8 { add(UInt64(byte)) } }
    return hash
  }
}
