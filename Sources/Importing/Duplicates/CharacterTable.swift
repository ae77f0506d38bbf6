internal import Terminology

/// What the characters of unknown Han words say: those that turn a phrase into another one, spellings that are one
/// (`characters.txt`), and the ordinary words that mean the same in questions, in either language (`words.txt`).
struct CharacterTable: Sendable {
  private let opposites: Set<UInt32>
  /// Words in which such a character opposes nothing (`显示`, `加载`), and words of one meaning.
  private let words: PhraseTable
  /// What is read for a word, by its value in `words`; for value 0 the word itself.
  let meanings: [[UInt32]]
  private let variants: [UInt32: UInt32]
  /// Characters that add nothing to a word: 可靠 and 可靠性.
  private let light: Set<UInt32>

  /// English words, and where in `meanings` what is read for them stands.
  let translations: [(word: String, meaning: Int)]

  static let standard = CharacterTable(
    characters: EmbeddedFiles.all["Duplicates/characters.txt"] ?? "", words: EmbeddedFiles.all["Duplicates/words.txt"] ?? "")

  init(characters text: String, words groups: String) {
    var opposites: Set<UInt32> = []
    var words = PhraseTable()
    var meanings: [[UInt32]] = [[]]
    var variants: [UInt32: UInt32] = [:]
    var light: Set<UInt32> = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { preconditionFailure("characters.txt: \(line)") }
      switch parts[0] {
      case "opposites": opposites.formUnion(parts[1].unicodeScalars.map(\.value).filter(FoldedText.isHan))
      case "light": light.formUnion(parts[1].unicodeScalars.map(\.value).filter(FoldedText.isHan))
      case "plain": for word in parts[1].split(whereSeparator: { "| ".contains($0) }) { words.add(word, value: 0) }
      case "variants":
        for pair in parts[1].split(separator: " ") {
          let scalars = pair.unicodeScalars.map(\.value)
          variants[scalars[0]] = scalars[2]
        }
      default: preconditionFailure("characters.txt: \(line)")
      }
    }
    var translations: [(word: String, meaning: Int)] = []
    for line in groups.split(separator: "\n") where !line.hasPrefix("#") {
      let group = line.split(separator: "|")
      for word in group {
        words.add(word, value: Int32(meanings.count))
        if word.utf8.first.map({ $0 < 0x80 }) ?? false { translations.append((String(word), meanings.count)) }
      }
      meanings.append(FoldedText(group[0]).scalars.filter { !light.contains($0) })
    }
    self.translations = translations
    self.opposites = opposites
    self.words = words
    self.meanings = meanings
    self.variants = variants
    self.light = light
  }

  /// The word that is read for a whole range; itself where no list knows it.
  func firstOfMeaning(_ range: Range<Int>, of text: FoldedText) -> String {
    guard let (end, value) = words.match(text, at: range.lowerBound), end == range.upperBound, value > 0 else {
      return text.text(range)
    }
    return self.text(ofMeaning: Int(value))
  }

  func text(ofMeaning meaning: Int) -> String {
    String(String.UnicodeScalarView(meanings[meaning].compactMap(Unicode.Scalar.init)))
  }

  /// Parts a run of Han characters that no list knows: what opposes, and the rest.
  func read(_ range: Range<Int>, of text: FoldedText) -> (opposites: [UInt32], rest: [UInt32]) {
    var found: [UInt32] = [], rest: [UInt32] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let (end, value) = words.match(text, at: index), end <= range.upperBound {
        rest += value == 0 ? text.scalars[index..<end].map { variants[$0] ?? $0 } : meanings[Int(value)]
        index = end
        continue
      }
      let scalar = text.scalars[index]
      if opposites.contains(scalar) { found.append(scalar) } else { rest.append(variants[scalar] ?? scalar) }
      index += 1
    }
    return (found, rest.filter { !light.contains($0) })
  }
}
