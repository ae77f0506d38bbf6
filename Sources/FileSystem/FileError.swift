internal import Glibc

/// A file operation that failed, with the path and the system's reason.
public struct FileError: Error, Hashable, CustomStringConvertible {
  public let path: String
  public let operation: String
  /// The system's error number.
  public let code: Int32

  public init(path: String, operation: String, code: Int32) {
    self.path = path
    self.operation = operation
    self.code = code
  }

  /// `cannot read Content/x.md: Permission denied`.
  public var description: String { "cannot \(operation) \(path): \(String(cString: strerror(code)))" }
}
