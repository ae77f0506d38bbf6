extension Lexicon {
  /// The concepts of `Data/Lexicon/*.tsv`.
  package static let standard = Lexicon(
    concepts: EmbeddedFiles.all.filter { $0.key.hasPrefix("Lexicon/") }.sorted { $0.key < $1.key }
      .flatMap { parse($0.value, field: String($0.key.dropFirst(8).prefix { $0 != "." })) })

  /// One concept a line: id, Chinese names, English names, abbreviations, what it stands within, what it is near;
  /// tabs between, names in one column separated by `|`. Lines that begin with `#` are comments, and
  /// `#within: a b` sets what the concepts below stand within where their own column is empty (`-`: nothing).
  package static func parse(_ text: String, field: String) -> [LexiconConcept] {
    var within: [String] = []
    var concepts: [LexiconConcept] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("#within:") { within = line.dropFirst(8).split(separator: " ").map(String.init) }
      if line.hasPrefix("#") { continue }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      func names(_ column: Int) -> [String] {
        column < columns.count ? columns[column].split(separator: "|").map(String.init) : []
      }
      guard let id = columns.first.map(String.init), !id.isEmpty else { continue }
      concepts.append(
        LexiconConcept(
          id: id, chinese: names(1), english: names(2), abbreviations: names(3), field: field,
          within: (names(4).isEmpty ? within : names(4)).filter { $0 != id && $0 != "-" }, near: names(5)))
    }
    return concepts
  }
}
