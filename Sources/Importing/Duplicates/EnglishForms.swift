/// Inflected forms of an English word, by its spelling.
enum EnglishForms {
  /// `prevent` → `prevent`, `prevented`, `preventing`; the plural is the phrase table's. Phrases and short words stay
  /// as they are.
  static func all(of word: String) -> [String] {
    guard word.utf8.count > 3, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return [word] }
    let stem = word.hasSuffix("e") ? String(word.dropLast()) : word
    return [word, stem + "ed", stem + "ing"]
  }
}
