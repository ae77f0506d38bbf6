internal import ContentModel
internal import Glibc

/// What stands where a file should go, compared to what the file should hold.
enum FileComparison {
  case same, different, missing, folder
  /// A link, a device, a socket.
  case other

  /// Four calls of the system for a file that is there; `buffer` is used again and again. What is not there is not
  /// compared, and its bytes are not asked for.
  init(of path: String, to file: OutputFile, buffer: inout [UInt8]) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: self = .missing
      case ELOOP, ENXIO: self = .other
      default: self = .different
      }
      return
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else {
      self = .different
      return
    }
    switch info.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      self = .folder
      return
    default:
      self = .other
      return
    }
    let bytes = file.bytes
    guard Int(info.st_size) == bytes.count else {
      self = .different
      return
    }
    if buffer.count < bytes.count { buffer = [UInt8](repeating: 0, count: bytes.count) }
    var count = 0
    while count < bytes.count {
      let read = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + count, bytes.count - count) }
      if read < 0, errno == EINTR { continue }
      if read <= 0 { break }
      count += read
    }
    let isSame =
      count == bytes.count
      && buffer.withUnsafeBytes { found in
        bytes.withUnsafeBytes { count == 0 || memcmp(found.baseAddress!, $0.baseAddress!, count) == 0 }
      }
    self = isSame ? .same : .different
  }
}
