/// Inflected forms of an English word, by its spelling.
enum EnglishForms {
  /// `prevent` → `prevent`, `prevented`, `preventing`; the plural is the phrase table's. Phrases and short words stay
  /// as they are.
  static func all(of word: String) -> [String] {
    guard word.utf8.count > 3, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return [word] }
    let stem = word.hasSuffix("e") ? String(word.dropLast()) : word
    return [word, stem + "ed", stem + "ing"]
  }

  /// Verbs that a noun may be made of, with their forms: `quantization` → `quantize`, `distillation` → `distill`. What is no
  /// word among them stands in no title.
  static func verbs(of noun: String) -> [String] {
    let endings = [
      ("ization", ["ize"]), ("isation", ["ise"]), ("ation", ["ate", ""]), ("ment", [""]), ("ing", ["", "e"]), ("val", ["ve"]),
    ]
    guard noun.utf8.allSatisfy({ (0x61...0x7A).contains($0) }), let (ending, others) = endings.first(where: { noun.hasSuffix($0.0) })
    else { return [] }
    let stem = String(noun.dropLast(ending.count))
    guard stem.count >= 3, stem.contains(where: { "aeiouy".contains($0) }) else { return [] }
    return others.flatMap { all(of: stem + $0) }
  }
}
