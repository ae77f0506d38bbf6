internal import Glibc

/// What the file system says of a file without reading it. Contents that change leave another stamp: every write sets the
/// time of the change (ctime), which programs cannot set back, unlike that of the modification.
public struct FileStamp: Sendable, Hashable {
  public let size: Int64
  /// Nanoseconds since 1970.
  public let modified: Int64
  /// Nanoseconds since 1970, kept by the system.
  public let changed: Int64
  public let inode: UInt64

  public init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
    (self.size, self.modified, self.changed, self.inode) = (size, modified, changed, inode)
  }

  /// `nil` where nothing stands at the path. One call of the system.
  ///
  /// - Parameters:
  ///   - followingLinks: whether a symbolic link stands for what it leads to.
  ///   - folder: descriptor of the folder that a relative path begins at; that of the process where there is none.
  public init?(of path: UnsafePointer<CChar>, followingLinks: Bool = true, below folder: Int32? = nil) {
    var info = stat()
    guard fstatat(folder ?? AT_FDCWD, path, &info, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    self.init(info)
  }

  init(_ info: stat) {
    size = Int64(info.st_size)
    modified = Int64(info.st_mtim.tv_sec) * 1_000_000_000 + Int64(info.st_mtim.tv_nsec)
    changed = Int64(info.st_ctim.tv_sec) * 1_000_000_000 + Int64(info.st_ctim.tv_nsec)
    inode = UInt64(info.st_ino)
  }

  /// How far apart two times of a clock are at most, on most disks; in nanoseconds.
  public static let tick: Int64 = 20_000_000

  /// Whether a file with this stamp may still change without its stamp showing it: clocks of file systems tick every few
  /// milliseconds, on some disks every two seconds. Git calls such entries racily clean.
  public func isRacy(at time: Int64) -> Bool {
    changed >= time - (changed % 1_000_000_000 == 0 ? 2_000_000_000 : Self.tick)
  }

  /// Nanoseconds since 1970.
  public static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
