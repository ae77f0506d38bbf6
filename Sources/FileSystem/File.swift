internal import Glibc

/// Reading and writing whole files with POSIX calls. Foundation's `write` flushes every file to disk.
public enum File {
  /// The bytes of a regular file.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      ReadLog.note(file: path, FileStamp(of: path))
      throw FileError(path: path, operation: "read", code: code)
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw FileError(path: path, operation: "read", code: errno) }
    ReadLog.note(file: path, FileStamp(info))
    guard info.st_mode & S_IFMT != S_IFDIR else { throw FileError(path: path, operation: "read", code: EISDIR) }
    var failure: Int32 = 0
    var bytes = [UInt8](unsafeUninitializedCapacity: max(0, Int(info.st_size))) { buffer, count in
      while count < buffer.count {
        let n = Glibc.read(descriptor, buffer.baseAddress! + count, buffer.count - count)
        if n < 0 {
          if errno == EINTR { continue }
          failure = errno
          break
        }
        if n == 0 { break }
        count += n
      }
    }
    guard failure == 0 else { throw FileError(path: path, operation: "read", code: failure) }
    guard bytes.count >= Int(info.st_size) else { return bytes }
    // Pipes and files of /proc tell no size, and others may have grown.
    failure = withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { block in
      while true {
        let n = Glibc.read(descriptor, block.baseAddress!, block.count)
        if n < 0, errno == EINTR { continue }
        if n <= 0 { return n < 0 ? errno : 0 }
        bytes += block[..<n]
      }
    }
    guard failure == 0 else { throw FileError(path: path, operation: "read", code: failure) }
    return bytes
  }

  /// Writes a file beside its place and renames it, so that a reader sees the old or the new whole. Folders are made.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try Folder.create(Path.parent(of: path))
    let temporary = path + ".ciyuan-\(getpid())"
    do {
      try writeInPlace(bytes, to: temporary)
    } catch {
      unlink(temporary)
      throw FileError(path: path, operation: "write", code: error.code)
    }
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw FileError(path: path, operation: "write", code: code)
    }
  }

  /// Writes a file directly: for files that nobody reads yet, in a folder that is not yet in its place.
  ///
  /// - Returns: the file's inode.
  @discardableResult
  public static func writeInPlace(_ bytes: [UInt8], to path: String) throws(FileError) -> UInt64 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(path: path, operation: "write", code: errno) }
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let n = Glibc.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
        if n < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        offset += n
      }
    }
    var info = stat()
    if fstat(descriptor, &info) != 0, failure == 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    guard failure == 0 else { throw FileError(path: path, operation: "write", code: failure) }
    return UInt64(info.st_ino)
  }

  public static func exists(_ path: String) -> Bool {
    ReadLog.note(file: path, FileStamp(of: path))
    return access(path, F_OK) == 0
  }

  /// Gives a file another name; what stood there is replaced.
  public static func move(_ path: String, to target: String) throws(FileError) {
    guard rename(path, target) == 0 else { throw FileError(path: target, operation: "replace", code: errno) }
  }

  public static func remove(_ path: String) throws(FileError) {
    guard unlink(path) == 0 else { throw FileError(path: path, operation: "remove", code: errno) }
  }
}
