/// What one line of plain text shows of being code, without its neighbours. O(bytes of the line).
struct CodeLine {
  enum Kind {
    case blank
    /// Code wherever it stands.
    case code
    /// Code where neighbours are: a closing bracket, an assignment, a call.
    case part
    /// `# …`, `// …`, `-- …` and the lines of a block comment.
    case comment
    /// Latin text that tells nothing.
    case plain
    case prose
  }

  private(set) var kind: Kind = .prose
  /// Columns of white space before it; a tab counts four.
  private(set) var indent = 0
  /// Brackets opened and not closed.
  private(set) var depth = 0
  /// Begins with this many `#`; 0: with something else.
  private(set) var hashes = 0
  /// `key: value`, `key:` or `- value`, as in YAML.
  private(set) var isPair = false
  /// Whether an odd number of `"""` or `'''` stands on it.
  private(set) var togglesText = false
  /// Whether a deeper block follows: the line ends in `:`, `{`, `(`, `[`.
  private(set) var opensBlock = false
  /// Whether it ends as sentences do.
  private(set) var isSentence = false

  /// Longer lines are prose or data.
  static let longest = 400

  init(_ line: String) {
    var line = line
    self = line.withUTF8 { CodeLine($0) }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0, columns = 0
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 {
      columns += bytes[start] == 0x09 ? 4 : 1
      start += 1
    }
    var end = bytes.count
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end > start else {
      kind = .blank
      return
    }
    guard end - start <= Self.longest else { return }
    var text = CodeText(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    indent = columns
    isSentence = text.isSentence
    // Most lines of a Chinese page begin so.
    if bytes[start] >= 0x80 { return }
    text.read()
    hashes = text.hashes
    depth = text.depth
    togglesText = text.togglesText
    opensBlock = text.bare.last.map { $0 == 0x3A || $0 == 0x7B || $0 == 0x28 || $0 == 0x5B } ?? false
    isPair = text.isPair
    kind = text.kind
  }
}
