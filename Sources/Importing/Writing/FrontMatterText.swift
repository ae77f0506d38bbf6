internal import HanText

/// Writes the YAML front matter of a content file: plain scalars where they are safe, quoted ones where not.
package struct FrontMatterText {
  private(set) var lines: [String] = []

  mutating func add(_ key: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    lines.append("\(key): \(Self.scalar(value))")
  }

  /// One item a line: a change of one then touches one line.
  mutating func add(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    lines.append("\(key):")
    lines += values.map { "  - \(Self.scalar($0))" }
  }

  /// The file: front matter, a blank line, the body, one line feed at the end.
  func file(body: String) -> String {
    "---\n" + lines.joined(separator: "\n") + "\n---\n" + (body.isEmpty ? "" : "\n\(body)\n")
  }

  /// Text without control characters and line breaks, quoted unless every YAML reader takes it for the same text.
  package static func scalar(_ value: String) -> String {
    let text = String(
      scalars: value.unicodeScalars.compactMap {
        switch $0.value {
        case 0xFEFF: nil
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: " "
        default: $0
        }
      }
    ).trimmingSpace()
    if isPlain(text) { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, last != 0x3A, last != 0x20 else { return false }
    if "-?:,[]{}#&*!|>'\"%@`~=<.+".utf8.contains(first) || (0x30...0x39).contains(first) && !isDate(text) && !hasLetters(text) {
      return false
    }
    if ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased()) { return false }
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x23, previous == 0x20 { return false }
      if byte == 0x20, previous == 0x3A { return false }
      previous = byte
    }
    return true
  }

  /// Letters beyond those that numbers and times are written with.
  private static func hasLetters(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic && !$0.isOne(of: "eExXoObBaAcCdDfFtTzZ") }
  }

  private static func isDate(_ text: String) -> Bool {
    text.utf8.count == 10 && text.utf8.enumerated().allSatisfy { $0 == 4 || $0 == 7 ? $1 == 0x2D : (0x30...0x39).contains($1) }
  }
}
