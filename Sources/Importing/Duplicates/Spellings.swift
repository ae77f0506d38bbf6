internal import HanText

/// Words that are written otherwise than they are read, from `spellings.txt`: `甚麼`, `演算法`.
struct Spellings: Sendable {
  private struct Word: Sendable {
    let written: [Unicode.Scalar], read: [Unicode.Scalar]
    /// Whether it has a character that simplified text does not.
    let isTraditional: Bool
  }

  /// By their first scalar, the longest first.
  private let words: [Unicode.Scalar: [Word]]

  static let standard = Spellings(EmbeddedFiles.all["Duplicates/spellings.txt"] ?? "")

  init(_ text: String) {
    var words: [Unicode.Scalar: [Word]] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let group = line.split(separator: "|").map { Array($0.unicodeScalars) }
      for word in group.dropFirst() {
        words[word[0], default: []].append(Word(written: word, read: group[0], isTraditional: Self.isTraditional(word)))
      }
    }
    self.words = words.mapValues { $0.sorted { $0.written.count > $1.written.count } }
  }

  /// A title as it is read. O(length).
  func read(_ title: Substring) -> Substring {
    guard title.unicodeScalars.contains(where: { words[$0] != nil }) else { return title }
    let isTraditional = Self.isTraditional(title.unicodeScalars)
    var result = String.UnicodeScalarView(), rest = title.unicodeScalars[...]
    while let first = rest.first {
      if let word = words[first]?.first(where: { (isTraditional || $0.isTraditional) && rest.starts(with: $0.written) }) {
        result.append(contentsOf: word.read)
        rest = rest.dropFirst(word.written.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return Substring(String(result))
  }

  private static func isTraditional(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
    scalars.contains { SimplifiedHan.fold($0.value) != $0.value }
  }
}
