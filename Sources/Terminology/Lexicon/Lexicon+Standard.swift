extension Lexicon {
  /// The concepts of `Data/Lexicon/*.tsv`.
  package static let standard = Lexicon(
    concepts: EmbeddedFiles.all.filter { $0.key.hasPrefix("Lexicon/") }.sorted { $0.key < $1.key }
      .flatMap { parse($0.value, field: String($0.key.dropFirst(8).prefix { $0 != "." })) })

  /// One concept a line: Chinese names, English names, abbreviations, what it stands within, what it is near; tabs
  /// between, names in one column separated by `|`. Its id is made from the first English name, else from the first
  /// Chinese one. Lines that begin with `#` are comments, and `#within: a b` sets what the concepts below stand within
  /// where their own column is empty (`-`: nothing); `#settings: a b` the settings of those that have no own sixth column.
  package static func parse(_ text: String, field: String) -> [LexiconConcept] {
    var within: [String] = [], settings: [String] = []
    var concepts: [LexiconConcept] = []
    func split(_ text: Substring.UTF8View, _ separator: UInt8) -> [String] {
      text.split(separator: separator).map { String(Substring($0)) }
    }
    // By bytes: to part characters would take longer than all else that a start of the program does.
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      if line.first == UInt8(ascii: "#") {
        if line.starts(with: "#within:".utf8) { within = split(line.dropFirst(8), UInt8(ascii: " ")) }
        if line.starts(with: "#settings:".utf8) { settings = split(line.dropFirst(10), UInt8(ascii: " ")) }
        continue
      }
      let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      func values(_ column: Int, separator: Unicode.Scalar) -> [String] {
        column < columns.count ? split(columns[column], UInt8(ascii: separator)) : []
      }
      let chinese = values(0, separator: "|"), english = values(1, separator: "|")
      guard let name = english.first ?? chinese.first else { continue }
      let id = identifier(name)
      let own = values(3, separator: " "), places = values(5, separator: " ")
      concepts.append(
        LexiconConcept(
          id: id, chinese: chinese, english: english, abbreviations: values(2, separator: "|"), field: field,
          within: (own.isEmpty ? within : own).filter { $0 != id && $0 != "-" }, near: values(4, separator: " "),
          settings: (places.isEmpty ? settings : places).filter { $0 != id && $0 != "-" }))
    }
    return concepts
  }

  /// `KL divergence` → `kl-divergence`: lower case, hyphens for all but letters, digits, `+`, `#` and dots.
  static func identifier(_ name: String) -> String {
    name.lowercased().split { character in
      !character.isLetter && !character.isNumber && !"+#.".contains(character)
    }.joined(separator: "-")
  }
}
