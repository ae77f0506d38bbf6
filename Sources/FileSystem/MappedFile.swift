internal import Glibc

/// A file whose bytes are read where they are asked for, without a copy of the whole in memory.
public final class MappedFile: Sendable {
  nonisolated(unsafe) private let start: UnsafeMutableRawPointer
  public let count: Int
  /// Of the file that was mapped: not of another that stands at its path meanwhile.
  public let stamp: FileStamp

  /// `nil` where there is no regular file that holds anything.
  public init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size > 0,
      let start = mmap(nil, Int(info.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return nil }
    (self.start, count, stamp) = (start, Int(info.st_size), FileStamp(info))
  }

  deinit { munmap(start, count) }

  public var bytes: [UInt8] { self[0..<count] }

  /// A copy of some of the bytes. Must be within the file.
  public subscript(range: Range<Int>) -> [UInt8] {
    precondition(0 <= range.lowerBound && range.upperBound <= count)
    return Array(UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count))
  }
}
