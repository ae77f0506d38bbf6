internal import Synchronization

/// What the program asked of the disk, so that it can be told later, without reading, whether the answers are still the
/// same. Everything that is read through `File` and `Folder` is noted by itself: nobody has to list what a result depends on.
public struct ReadLog: Sendable, Hashable {
  /// Of each file that was read or looked for; `nil` where it was not there. Files that a listing tells the same of are left
  /// out.
  public internal(set) var files: [String: FileStamp?] = [:]
  /// Of each folder that was looked for, whether it was there.
  public internal(set) var folders: [String: Bool] = [:]
  /// Of each folder that was listed, what stood below it.
  public internal(set) var listings: [String: Folder.Listing] = [:]
  /// Whether an answer may change without its stamp showing it, because a file had only just been written.
  public internal(set) var isRacy = false

  init() {}

  /// A log that was kept.
  public init(files: [String: FileStamp?], folders: [String: Bool], listings: [String: Folder.Listing]) {
    (self.files, self.folders, self.listings) = (files, folders, listings)
  }

  /// The files of listed folders that were written since an earlier log; `nil` where anything else is not as it was then, or
  /// files have come or gone.
  public func filesWritten(since former: ReadLog) -> [String]? {
    guard files == former.files, folders == former.folders, listings.count == former.listings.count else { return nil }
    var written: [String] = []
    for (folder, listing) in listings {
      guard let before = former.listings[folder], listing.loops == before.loops, listing.files.count == before.files.count
      else { return nil }
      for (file, old) in zip(listing.files, before.files) where file != old {
        guard file.path == old.path else { return nil }
        written.append(Path.join(folder, file.path))
      }
    }
    return written
  }

  // MARK: Taking notes

  private struct Running {
    var log = ReadLog()
    /// All files of all listings.
    var listed: [String: FileStamp] = [:]
    let start = FileStamp.now()

    var whole: ReadLog {
      var whole = log
      whole.files = log.files.filter { path, stamp in stamp == nil || listed[path] != stamp }
      return whole
    }
  }

  private static let running = Mutex<Running?>(nil)

  /// Begins to note what the whole process reads. One log at a time.
  public static func begin() { running.withLock { $0 = Running() } }

  /// Ends, and gives what was noted since `begin`.
  public static func end() -> ReadLog { running.withLock { $0.take() }?.whole ?? ReadLog() }

  /// What was noted since `begin`, and goes on being noted.
  public static var soFar: ReadLog { running.withLock { $0 }?.whole ?? ReadLog() }

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
      running!.log.listings[path] = listing
      for file in listing.files { running!.listed[Path.join(path, file.path)] = file.stamp }
      if listing.files.contains(where: { $0.stamp.isRacy(at: running!.start) }) { running!.log.isRacy = true }
    }
  }
}
