/// Labels of footnotes (`[^1]`) of a text that comes to stand below another one: those that both use get other names, since a label means
/// one note in a page.
struct FootnoteLabels {
  /// New labels by the former ones.
  private let renamed: [String: String]

  init(of text: String, below other: String) {
    let taken = Self.labels(in: other), own = Self.labels(in: text)
    var names = taken.union(own), renamed: [String: String] = [:]
    for label in own.intersection(taken).sorted() {
      let name = (2...).lazy.map { "\(label)-\($0)" }.first { !names.contains($0) }!
      names.insert(name)
      renamed[label] = name
    }
    self.renamed = renamed
  }

  /// The text as it stands below the other one.
  func distinct(_ text: String) -> String { Self.replacing(renamed, in: text) }

  /// The inverse.
  func restored(_ text: String) -> String {
    Self.replacing(Dictionary(uniqueKeysWithValues: renamed.map { ($1, $0) }), in: text)
  }

  private static func labels(in text: String) -> Set<String> {
    var labels: Set<String> = []
    _ = mapping(text) { label in
      labels.insert(label)
      return label
    }
    return labels
  }

  private static func replacing(_ names: [String: String], in text: String) -> String {
    names.isEmpty ? text : mapping(text) { names[$0] ?? $0 }
  }

  /// The text with other labels; code stays as it is.
  private static func mapping(_ text: String, _ label: (String) -> String) -> String {
    var fence = CodeFence()
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      if fence.takes(line) { return String(line) }
      var result = "", rest = line[...]
      while let next = rest.firstIndex(where: { $0 == "`" || $0 == "[" || $0 == "\\" }) {
        result += rest[..<next]
        rest = rest[next...]
        let piece: Substring
        if rest.first == "`" {
          let marks = rest.prefix { $0 == "`" }, behind = rest.dropFirst(marks.count)
          // Marks that nothing closes are text.
          piece = behind.firstRange(of: marks).map { rest[..<$0.upperBound] } ?? marks
        } else if rest.hasPrefix("[^"), let end = rest.firstIndex(of: "]"), !rest[..<end].contains(" ") {
          let name = rest[..<end].dropFirst(2)
          result += "[^" + (name.isEmpty ? "" : label(String(name))) + "]"
          rest = rest[end...].dropFirst()
          continue
        } else {
          piece = rest.prefix(rest.first == "\\" ? 2 : 1)
        }
        result += piece
        rest = rest[piece.endIndex...]
      }
      return result + rest
    }.joined(separator: "\n")
  }
}
