extension Diagnostic {
  /// The form people read in a terminal: place, severity, summary, the line, a caret, what to do.
  ///
  ///     Content/terms/lora.zh.md:4:1: error: unknown key "relatd" [unknown-key]
  ///         relatd: [qlora]
  ///         ^~~~~~
  ///         suggestion: write "related"
  public var formatted: String {
    var lines = ["\(location.map { "\($0.path):\($0.line):\($0.character): " } ?? "")\(severity.rawValue): \(summary) [\(rule)]"]
    if let location { lines += location.excerpt }
    if let suggestion { lines.append("    suggestion: \(suggestion)") }
    for note in notes {
      lines.append("\(note.location.map { "\($0.path):\($0.line):\($0.character): " } ?? "")note: \(note.text)")
      if let location = note.location { lines += location.excerpt }
    }
    return lines.joined(separator: "\n")
  }
}

extension SourceLocation {
  /// The line and a caret under the place; wide characters take two columns of a terminal.
  public var excerpt: [String] {
    guard !lineText.isEmpty else { return [] }
    let bytes = Array(lineText.utf8)
    let start = min(column - 1, bytes.count)
    // A line of a megabyte (a minified file) is shown as the part around the caret, and so is a title of many lines.
    let end = Self.characterStart(in: bytes, at: min(start + min(length, 240), bytes.count))
    let shownStart = Self.characterStart(in: bytes, at: max(0, start - 120))
    let shownEnd = Self.characterStart(in: bytes, at: min(bytes.count, max(end, start + 1) + 120))
    let before = String(decoding: bytes[shownStart..<max(shownStart, start)], as: UTF8.self)
    let marked = String(decoding: bytes[start..<max(start, min(end, shownEnd))], as: UTF8.self)
    let shown = Self.printable(String(decoding: bytes[shownStart..<max(shownStart, shownEnd)], as: UTF8.self))
    let tail = String(repeating: "~", count: max(0, Self.columns(marked) - 1))
    let indent = before.unicodeScalars.map { $0 == "\t" ? "\t" : String(repeating: " ", count: Self.columns($0)) }.joined()
    return ["    \(shown)", "    \(indent)^\(tail)"]
  }

  /// Control characters of a scraped line would reach the terminal as commands.
  private static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
  }

  private static func characterStart(in bytes: [UInt8], at offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
