/// A text that diagnostics can point into: its path as people know it, and its bytes.
public struct SourceFile: Sendable, Hashable {
  /// Path relative to the site's root, with `/` as separator, so that output does not depend on the machine.
  public let path: String
  /// The text, valid UTF-8.
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text of a range of UTF-8 offsets.
  public func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
