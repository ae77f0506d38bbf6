internal import Glibc

/// A file that is written piece by piece: one too large to be held in memory as a whole.
public struct FileStream: ~Copyable {
  private let descriptor: Int32
  private let path: String
  /// How long the file is.
  public private(set) var count: Int

  /// Opens a file, made with its folder where it is missing.
  ///
  /// - Parameter appending: whether to write behind what the file holds; else it is emptied first.
  public init(_ path: String, appending: Bool = false) throws(FileError) {
    try Folder.create(Path.parent(of: path))
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (appending ? O_APPEND : O_TRUNC), 0o644)
    guard descriptor >= 0 else { throw FileError(path: path, operation: "write", code: errno) }
    var info = stat()
    let count = fstat(descriptor, &info) == 0 ? Int(info.st_size) : 0
    (self.descriptor, self.path, self.count) = (descriptor, path, count)
  }

  deinit { close(descriptor) }

  public mutating func write(_ bytes: [UInt8]) throws(FileError) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + offset, bytes.count - offset) }
      if written < 0, errno == EINTR { continue }
      guard written >= 0 else { throw FileError(path: path, operation: "write", code: errno) }
      offset += written
    }
    count += bytes.count
  }
}
