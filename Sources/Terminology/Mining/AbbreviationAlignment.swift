/// Whether letters abbreviate words.
///
/// After A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
/// text" (2003), made stricter: they let a letter stand anywhere in the long form, here every letter stands at the
/// beginning of a word or further inside a word whose beginning is used, and the words of the long form are all used
/// but for small ones and, in long names, one other. So `LoRA` is Low-Rank Adaptation, and `LLaMA` is not "Language
/// Model for the Medical Domain".
enum AbbreviationAlignment {
  static func holds(_ abbreviation: some StringProtocol, for long: some StringProtocol) -> Bool {
    var letters = Array(abbreviation.lowercased().unicodeScalars.filter(isAlphanumeric))
    if letters.last == "s", abbreviation.hasSuffix("s"), letters.count > 2 { letters.removeLast() }
    let words = long.lowercased().unicodeScalars.split { !isAlphanumeric($0) }.map { Array($0) }
    guard (2...10).contains(letters.count), (2...12).contains(words.count), words.joined().count > letters.count else {
      return false
    }
    if let (letter, count) = repeated(letters) {
      return words.count { $0.first == letter } == count
    }
    let significant = words.count { !isSmall($0) }
    return align(letters[...], words[...], isInside: nil, spare: significant >= 4 ? 1 : 0)
  }

  /// - Parameter isInside: The rest of the word whose beginning has been used.
  private static func align(
    _ letters: ArraySlice<Unicode.Scalar>, _ words: ArraySlice<[Unicode.Scalar]>, isInside: ArraySlice<Unicode.Scalar>?,
    spare: Int
  ) -> Bool {
    guard let letter = letters.first else { return words.allSatisfy(isSmall) || (spare > 0 && words.count { !isSmall($0) } <= spare) }
    if let rest = isInside, let place = rest.firstIndex(of: letter),
      align(letters.dropFirst(), words, isInside: rest[(place + 1)...], spare: spare)
    {
      return true
    }
    guard let word = words.first else { return false }
    if begins(word, with: letter),
      align(letters.dropFirst(), words.dropFirst(), isInside: word[1...], spare: spare)
    {
      return true
    }
    if isSmall(word) { return align(letters, words.dropFirst(), isInside: nil, spare: spare) }
    return spare > 0 && align(letters, words.dropFirst(), isInside: nil, spare: spare - 1)
  }

  /// `2` reads "to" and `4` "for"; `X` stands for words in ex-.
  private static func begins(_ word: [Unicode.Scalar], with letter: Unicode.Scalar) -> Bool {
    if word.first == letter { return true }
    switch letter {
    case "2": return word == Array("to".unicodeScalars) || word == Array("two".unicodeScalars)
    case "4": return word == Array("for".unicodeScalars)
    case "x": return word.starts(with: "ex".unicodeScalars) || word.starts(with: "cross".unicodeScalars)
    default: return false
    }
  }

  /// `T5`, `W3C`-like: a letter and how often it begins a word.
  private static func repeated(_ letters: [Unicode.Scalar]) -> (letter: Unicode.Scalar, count: Int)? {
    guard letters.count == 2, let count = Int(String(letters[1])), count > 2 else { return nil }
    return (letters[0], count)
  }

  private static func isSmall(_ word: [Unicode.Scalar]) -> Bool { smallWords.contains(word) }

  /// An article, a preposition or a conjunction, in small letters.
  static func isSmall(_ word: String) -> Bool { isSmall(Array(word.unicodeScalars)) }

  private static let smallWords = Set(
    ["of", "the", "for", "and", "to", "in", "from", "with", "on", "a", "an", "by", "as", "at", "via", "or", "is"]
      .map { Array($0.unicodeScalars) })

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
  }
}
