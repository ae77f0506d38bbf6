/// Words that everybody uses, whatever a text is about: 环境, 提示, `token`, `attention`.
///
/// As names of concepts they are right only on a page that speaks of the concept's subject; `PageSubject` tells.
enum EverydayWords {
  /// Whether a name is an everyday word, or so short that other fields use it as well: two letters, or four at most that are a word
  /// when written small (`MAP`, `RAG`). O(name).
  static func hold(_ term: Term) -> Bool {
    let name = Array(term.name.utf8)
    if name.allSatisfy({ $0 >= 0x80 }) { return (HanWords.occurrences(of: name[...]) ?? 0) >= Self.common }
    guard name.allSatisfy(WordEdges.isWordByte) else { return false }
    let capitals = name.count { (0x41...0x5A).contains($0) }
    let isShortForm = term.status == .abbreviation || capitals > 1
    if isShortForm, name.count <= 2 { return true }
    return (!isShortForm || name.count <= 4) && english.contains(String(decoding: name.map(TermPatterns.lowercase), as: UTF8.self))
  }

  /// From how many occurrences on a Chinese word is an everyday one: two in a million words. Its logarithm, base 2.
  private static let common = 7

  /// In small letters.
  static let english = Set(
    (EmbeddedFiles.all["Linking/english-words.txt"] ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .flatMap { $0.split(separator: " ").map(String.init) })
}
