/// A file of the site before it is written.
public struct OutputFile: Sendable, Hashable {
  /// Path relative to the output folder.
  public let path: String
  private let content: Content

  private enum Content: Sendable {
    case bytes([UInt8])
    case made(@Sendable () -> [UInt8])
  }

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    content = .bytes(bytes)
  }

  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// A file that is made when it is asked for, each time anew: a large site need not be in memory as a whole.
  ///
  /// - Parameter make: gives the same bytes whenever and on whatever thread it is called.
  public init(path: String, making make: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    content = .made(make)
  }

  public var bytes: [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .made(let make): make()
    }
  }

  /// The same file with its bytes at hand.
  public var made: OutputFile {
    switch content {
    case .bytes: self
    case .made(let make): OutputFile(path: path, bytes: make())
    }
  }

  public static func == (lhs: OutputFile, rhs: OutputFile) -> Bool { lhs.path == rhs.path && lhs.bytes == rhs.bytes }

  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
