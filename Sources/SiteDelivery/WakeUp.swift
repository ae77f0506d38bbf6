internal import FileSystem
internal import Glibc

/// A pipe by which one thread ends another's wait.
final class WakeUp: Sendable {
  let readEnd: Int32
  private let writeEnd: Int32

  init() throws(FileError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw FileError(path: "pipe", operation: "open", code: errno) }
    (readEnd, writeEnd) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// From now on every wait ends at once.
  func ring() {
    var byte: UInt8 = 1
    write(writeEnd, &byte, 1)
  }
}
