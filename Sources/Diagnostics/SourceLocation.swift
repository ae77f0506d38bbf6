/// A place in a file, ready to be shown: computed only when a message is made.
public struct SourceLocation: Sendable, Hashable {
  public let path: String
  /// Line, from 1.
  public let line: Int
  /// Column in UTF-8 bytes, from 1; people are told `character`.
  public let column: Int
  /// Length of what is pointed at, in UTF-8 bytes, within the line; at least 1.
  public let length: Int
  /// The line itself, without its line break.
  public let lineText: String

  public init(path: String, line: Int, column: Int, length: Int = 1, lineText: String = "") {
    self.path = path
    self.line = line
    self.column = column
    self.length = max(1, length)
    self.lineText = lineText
  }

  /// Column in characters (Unicode scalars), from 1, as editors count.
  public var character: Int { lineText.isEmpty ? column : Self.characters(in: lineText.utf8.prefix(column - 1)) + 1 }

  /// Length of what is pointed at in characters, at least 1.
  public var characterCount: Int {
    lineText.isEmpty ? length : max(1, Self.characters(in: lineText.utf8.dropFirst(column - 1).prefix(length)))
  }

  private static func characters(in bytes: some Sequence<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}

extension SourceFile {
  /// Where a range of UTF-8 offsets stands. O(offset).
  public func location(of range: Range<Int>) -> SourceLocation {
    let start = min(max(range.lowerBound, 0), bytes.count)
    var line = 1
    var lineStart = 0
    var index = 0
    while index < start {
      if bytes[index] == 0x0A {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
    var lineEnd = start
    while lineEnd < bytes.count, bytes[lineEnd] != 0x0A { lineEnd += 1 }
    let length = max(1, min(range.upperBound, lineEnd) - start)
    var text = bytes[lineStart..<lineEnd]
    if text.last == 0x0D { text = text.dropLast() }
    return SourceLocation(
      path: path, line: line, column: start - lineStart + 1, length: length,
      lineText: String(decoding: text, as: UTF8.self))
  }

  /// Where a line (from 1) and a column in bytes (from 1) stand.
  public func location(line: Int, column: Int = 1, length: Int = 1) -> SourceLocation {
    var current = 1
    var offset = 0
    while current < line, offset < bytes.count {
      if bytes[offset] == 0x0A { current += 1 }
      offset += 1
    }
    let start = min(offset + column - 1, bytes.count)
    return location(of: start..<(start + length))
  }
}
