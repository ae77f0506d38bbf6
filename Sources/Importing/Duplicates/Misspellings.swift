/// Slips in the Latin names of a title, found by the names that are known: a letter lost, a letter too many, two letters turned
/// (`continous batching`, `Transfomer`).
///
/// Only long words, and not their first letter nor their endings, where a slip is as likely to be another word. By deleted letters, as in
/// the symmetric delete algorithm (SymSpell; Garbe, 2012).
struct Misspellings: Sendable {
  private let words: Set<String>
  /// A known word without one of its letters, and that word; empty where there are several.
  private let shortened: [String: String]

  private static let shortest = 7, ending = 2

  init(names: some Sequence<String>) {
    let all = names.flatMap { $0.lowercased().split { !Self.isLetter($0) } }
    let words = Set(all.filter { $0.utf8.count >= Self.shortest }.map(String.init))
    var shortened: [String: String] = [:]
    for word in words {
      for short in Self.shortened(word) { shortened[short] = shortened[short] == nil || shortened[short] == word ? word : "" }
    }
    self.words = words
    self.shortened = shortened
  }

  /// A title with such words as they are known. O(length · length of its words).
  func corrected(_ title: Substring) -> Substring {
    var result = "", rest = title
    while let start = rest.firstIndex(where: Self.isLetter) {
      result += rest[..<start]
      let word = rest[start...].prefix(while: Self.isLetter)
      result += word.utf8.count >= Self.shortest - 1 ? known(word.lowercased()) ?? String(word) : String(word)
      rest = rest[word.endIndex...]
    }
    return Substring(result + rest)
  }

  /// The known word of which this is a slip; `nil` where it is known itself, or none is near.
  private func known(_ word: String) -> String? {
    guard !words.contains(word) else { return nil }
    if let whole = shortened[word] { return whole.isEmpty ? nil : whole }
    let found = Set(
      Self.shortened(word).compactMap { short -> String? in
        if words.contains(short) { return short }
        guard let other = shortened[short], other.utf8.sorted() == word.utf8.sorted() else { return nil }
        return other
      })
    return found.count == 1 ? found.first : nil
  }

  /// A word without each of its letters but the first and those of its ending.
  private static func shortened(_ word: String) -> Set<String> {
    let letters = Array(word.utf8)
    guard letters.count > ending + 1 else { return [] }
    return Set((1..<letters.count - ending).map { String(decoding: letters[..<$0] + letters[($0 + 1)...], as: UTF8.self) })
  }

  private static func isLetter(_ character: Character) -> Bool { character.isASCII && character.isLetter }
}
