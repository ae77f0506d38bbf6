/// A term's body cut into its definition, the first paragraph, and the explanation after it.
struct BodyParts: Equatable {
  var definition = ""
  var explanation = ""

  init(definition: String, explanation: String) {
    self.definition = definition
    self.explanation = explanation
  }

  /// A body that begins with anything but a paragraph (a heading, a list, a formula) has no definition.
  init(_ body: String) {
    let lines = body.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    guard let first = lines.firstIndex(where: { !Self.isBlank($0) }) else { return }
    let last = lines.lastIndex { !Self.isBlank($0) }!
    let text = lines[first...last]
    guard Self.beginsParagraph(lines[first]) else {
      explanation = text.joined(separator: "\n")
      return
    }
    let end = text.firstIndex(where: Self.isBlank) ?? text.endIndex
    definition = text[..<end].joined(separator: "\n")
    let rest = text[end...]
    explanation = rest[(rest.firstIndex { !Self.isBlank($0) } ?? rest.endIndex)...].joined(separator: "\n")
  }

  /// The body with line feeds, one at its end; empty where there is none.
  var body: String {
    let parts = [definition, explanation].filter { !$0.isEmpty }
    return parts.isEmpty ? "" : parts.joined(separator: "\n\n") + "\n"
  }

  private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }

  /// By the first line's beginning, as CommonMark tells a paragraph from other blocks.
  private static func beginsParagraph(_ line: Substring) -> Bool {
    if line.hasPrefix("    ") || line.hasPrefix("\t") { return false }
    let text = line.drop { $0 == " " }
    if ["#", ">", "```", "~~~", "|", "- ", "* ", "+ ", "$$", "<", "---", "***", "___"].contains(where: text.hasPrefix) { return false }
    let rest = text.drop { $0.isASCII && $0.isNumber }
    return rest.count == text.count || !(rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }
}
