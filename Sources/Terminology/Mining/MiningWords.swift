internal import HanText

/// The word lists of `Data/Mining/words.txt`.
struct MiningWords: Sendable {
  /// Words after which a term may begin, as scalars from their last to their first.
  let boundaries: Set<String>
  let longestBoundary: Int
  /// Words that hold one of the boundaries, which is none there.
  let wholes: Set<String>
  let longestWhole: Int
  /// Longest first.
  let labels: [[Unicode.Scalar]]
  let aliasLabels: [String]
  /// Words between two names of one thing, in small letters, longest first.
  let equating: [[Unicode.Scalar]]
  /// What they begin with.
  let equatingOpenings: ScalarFilter
  let examples: [[Unicode.Scalar]]
  let heads: [String]
  /// Endings of English words that are nouns of a field: `compaction`, `faithfulness`.
  let nounEndings: [String]
  /// Companies: they are no terms, and what is named after one is its product.
  let makers: [String]
  /// What the heads of a table's columns say, in small letters.
  let chineseColumns: [String]
  let englishColumns: [String]
  let abbreviationColumns: [String]

  static let standard = MiningWords(EmbeddedFiles.all["Mining/words.txt"] ?? "")

  init(_ text: String) {
    var lists: [String: [String]] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let words = line[line.index(after: colon)...].drop { $0 == " " }.split(separator: "|").map(String.init)
      lists[String(line[..<colon]), default: []] += words
    }
    func sorted(_ name: String) -> [String] {
      (lists[name] ?? []).sorted { ($1.unicodeScalars.count, $0) < ($0.unicodeScalars.count, $1) }
    }
    boundaries = Set(lists["before"] ?? [])
    longestBoundary = boundaries.map(\.unicodeScalars.count).max() ?? 0
    wholes = Set(lists["whole"] ?? [])
    longestWhole = wholes.map(\.unicodeScalars.count).max() ?? 0
    labels = sorted("label").map { Array($0.unicodeScalars) }
    aliasLabels = sorted("alias")
    equating = sorted("equal").map { Array($0.unicodeScalars) }
    equatingOpenings = ScalarFilter(equating.map { $0[0] })
    examples = sorted("example").map { Array($0.unicodeScalars) }
    heads = sorted("head")
    nounEndings = sorted("noun")
    makers = sorted("maker")
    chineseColumns = sorted("chinese column")
    englishColumns = sorted("english column")
    abbreviationColumns = sorted("abbreviation column")
  }
}
