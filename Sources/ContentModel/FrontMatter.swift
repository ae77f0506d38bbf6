public import Diagnostics

/// The YAML at the head of a content file: flat keys with a text or a list of texts, and where each stands.
public struct FrontMatter: Sendable, Hashable {
  /// A text with its place in the file, in UTF-8 offsets.
  public struct Text: Sendable, Hashable {
    public let value: String
    public let range: Range<Int>

    public init(_ value: String, range: Range<Int>) {
      self.value = value
      self.range = range
    }
  }

  public enum Value: Sendable, Hashable {
    /// Every scalar is kept as it was written: `no` is "no" and `12:30` is "12:30".
    case text(Text)
    case list([Text])
  }

  public struct Entry: Sendable, Hashable {
    public let key: Text
    public let value: Value

    public init(key: Text, value: Value) {
      self.key = key
      self.value = value
    }
  }

  public let entries: [Entry]

  public init(entries: [Entry]) {
    self.entries = entries
  }

  public subscript(key: String) -> Value? {
    entries.first { $0.key.value == key }?.value
  }

  /// The text of a key; the first of a list.
  public func text(_ key: String) -> Text? {
    switch self[key] {
    case .text(let text): text.value.isEmpty ? nil : text
    case .list(let list): list.first
    case nil: nil
    }
  }

  /// The texts of a key; one for a scalar.
  public func list(_ key: String) -> [Text] {
    switch self[key] {
    case .text(let text): text.value.isEmpty ? [] : [text]
    case .list(let list): list
    case nil: []
    }
  }
}

extension FrontMatter {
  /// A content file's front matter and where its body begins.
  public struct Split: Sendable {
    public let frontMatter: FrontMatter
    /// Offsets of the body in the file.
    public let body: Range<Int>
    public let diagnostics: [Diagnostic]
  }

  /// Reads the front matter of a file: a strict fast path for flat keys, Yams for all else.
  public static func split(_ file: SourceFile) -> Split {
    let bytes = file.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let open = fence(in: bytes, at: start) else {
      return Split(frontMatter: FrontMatter(entries: []), body: start..<bytes.count, diagnostics: [])
    }
    var line = open
    while line < bytes.count {
      if let end = fence(in: bytes, at: line) {
        let range = open..<line
        if let fast = FastFrontMatter.parse(bytes, range) {
          return Split(frontMatter: fast, body: end..<bytes.count, diagnostics: [])
        }
        let (frontMatter, diagnostics) = parseYAML(file, range)
        return Split(frontMatter: frontMatter, body: end..<bytes.count, diagnostics: diagnostics)
      }
      line = lineEnd(in: bytes, from: line)
    }
    let diagnostic = Diagnostic(
      .error, rule: "front-matter", "front matter that is opened here is never closed",
      at: file.location(of: start..<start + 3), suggestion: "close it with a line of three hyphens")
    return Split(frontMatter: FrontMatter(entries: []), body: bytes.count..<bytes.count, diagnostics: [diagnostic])
  }

  /// The offset after a line that is `---` alone.
  private static func fence(in bytes: [UInt8], at start: Int) -> Int? {
    guard start + 3 <= bytes.count, bytes[start] == 0x2D, bytes[start + 1] == 0x2D, bytes[start + 2] == 0x2D else {
      return nil
    }
    var index = start + 3
    while index < bytes.count, bytes[index] != 0x0A {
      guard bytes[index] == 0x20 || bytes[index] == 0x0D || bytes[index] == 0x09 else { return nil }
      index += 1
    }
    return min(index + 1, bytes.count)
  }

  private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return min(index + 1, bytes.count)
  }
}
