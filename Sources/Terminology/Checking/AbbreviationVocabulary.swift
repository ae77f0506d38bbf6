/// Which words in capitals readers should be told the meaning of.
struct AbbreviationVocabulary {
  /// Full forms that the lexicon knows.
  let fullForms: [String: String]
  private let known: Set<String>

  init(_ termbase: Termbase) {
    // A word within a concept's name is explained with it: the KV of KV cache.
    let words = termbase.concepts.flatMap(\.terms).flatMap { $0.name.split { !$0.isLetter || !$0.isASCII }.map(String.init) }
    known = Self.common.union(words)
    var fullForms: [String: String] = [:]
    for concept in Lexicon.standard.concepts {
      let full = concept.english.filter { $0.contains(" ") }.max { $0.count < $1.count }
      guard let full else { continue }
      for name in concept.english + concept.abbreviations where fullForms[name] == nil { fullForms[name] = full }
    }
    self.fullForms = fullForms
  }

  func needsExplanation(_ name: String) -> Bool {
    !known.contains(name) && (fullForms[name] != nil || !Self.canBeSpoken(name))
  }

  /// What readers know without being told: `Data/Checking/common-abbreviations.txt`.
  private static let common: Set<String> = {
    let lines = (EmbeddedFiles.all["Checking/common-abbreviations.txt"] ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
    return Set(lines.flatMap { $0.split(separator: " ").map(String.init) })
  }()

  /// Three letters or more, with a vowel and never three consonants together.
  private static func canBeSpoken(_ name: String) -> Bool {
    var consonants = 0
    var hasVowel = false
    for letter in name.utf8 {
      if "AEIOUY".utf8.contains(letter) {
        (consonants, hasVowel) = (0, true)
      } else {
        consonants += 1
        if consonants == 3 { return false }
      }
    }
    return hasVowel && name.utf8.count >= 3
  }
}
