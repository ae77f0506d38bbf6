internal import FileSystem
internal import Foundation

/// A file written piece by piece, for what is too large to be held.
struct AppendingFile: ~Copyable {
  let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Bytes written so far.
  private(set) var count = 0

  init(creating path: String) throws(FileError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(path: path, operation: "write", code: errno) }
  }

  deinit { close(descriptor) }

  mutating func append(_ bytes: some Collection<UInt8>) throws(FileError) {
    buffer += bytes
    count += bytes.count
    if buffer.count >= 1 << 20 { try flush() }
  }

  /// Writes what is buffered.
  mutating func flush() throws(FileError) {
    var failure: Int32 = 0
    buffer.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        let written = write(descriptor, bytes.baseAddress! + offset, bytes.count - offset)
        if written < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        offset += written
      }
    }
    guard failure == 0 else { throw FileError(path: path, operation: "write", code: failure) }
    buffer.removeAll(keepingCapacity: true)
  }
}
