import Diagnostics

/// Names of a concept that its file both proposes and advises against, or states twice.
enum ContradictingNames {
  private static let proposing = ["title", "admitted", "abbreviation", "full-form"]

  static func diagnostics(in frontMatter: FrontMatter, of file: SourceFile) -> [Diagnostic] {
    let proposed = Dictionary(
      proposing.flatMap { key in frontMatter.list(key).map { ($0.value, (key: key, text: $0)) } }, uniquingKeysWith: { first, _ in first })
    let contradictions = frontMatter.list("deprecated").compactMap { name -> Diagnostic? in
      guard let other = proposed[name.value] else { return nil }
      return Diagnostic(
        .error, rule: "contradicting-names", "\"\(name.value)\" is a name to avoid and to use", at: file.location(of: name.range),
        suggestion: "remove it here or from \"\(other.key)\"",
        notes: [Diagnostic.Note("\"\(other.key)\" is here", at: file.location(of: other.text.range))])
    }
    // An abbreviation may well be the title or the full form's own name: only lists repeat.
    let repeated = ["admitted", "deprecated", "abbreviation"].flatMap { key in
      var seen: Set<String> = key == "admitted" ? Set(frontMatter.list("title").map(\.value)) : []
      return frontMatter.list(key).filter { !seen.insert($0.value).inserted }.map { name in
        Diagnostic(
          .warning, rule: "repeated-name", "name \"\(name.value)\" is stated already", at: file.location(of: name.range),
          suggestion: "remove it")
      }
    }
    return contradictions + repeated
  }
}
