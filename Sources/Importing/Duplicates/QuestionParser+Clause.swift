internal import Terminology

extension QuestionParser {
  /// Reads one clause from left to right, the longest phrase first.
  func read(_ text: Substring) -> Clause {
    var clause = Clause()
    let folded = FoldedText(text)
    var index = 0
    while index < folded.scalars.count {
      if folded.scalars[index] == FoldedText.barrier {
        index += 1
        continue
      }
      if let (end, meaning) = vocabulary.match(folded, at: index) {
        switch meaning {
        case .concept(let concept): if !clause.concepts.contains(concept) { clause.concepts.append(concept) }
        case .cue(let cue): clause.cues.insert(cue)
        case .filler: break
        }
        index = end
        continue
      }
      index = readUnknown(folded, at: index, into: &clause)
    }
    return clause
  }

  /// A Han character, a number or a Latin word that no list knows.
  private func readUnknown(_ text: FoldedText, at start: Int, into clause: inout Clause) -> Int {
    let first = text.scalars[start]
    if FoldedText.isHan(first) {
      if Self.opposites.contains(first) {
        clause.qualifiers.append(text.text(start..<start + 1))
      } else {
        clause.leftover.append(first)
      }
      return start + 1
    }
    var end = start + 1
    var hasDigit = FoldedText.isDigit(first)
    while end < text.scalars.count, text.scalars[end] != FoldedText.barrier, !FoldedText.isHan(text.scalars[end]) {
      let isDigit = FoldedText.isDigit(text.scalars[end])
      // Letters and digits are one word unless something stood between them.
      if text.edges[end], !(isDigit && !hasDigit) { break }
      hasDigit = hasDigit || isDigit
      end += 1
    }
    let word = text.text(start..<end)
    if hasDigit { clause.qualifiers.append(word) } else { clause.words.append(Self.stem(word)) }
    return end
  }

  /// Characters that turn a phrase into another one.
  private static let opposites = Set(
    "不非无没未正负反前后左右大小高低多少长短快慢内外入出增减加新旧早晚单双全半静动硬软强弱同异首尾老公私明暗显隐".unicodeScalars.map(\.value))

  /// English inflection, roughly: both titles are cut the same way.
  private static func stem(_ word: String) -> String {
    guard word.utf8.count > 4 else { return word }
    for suffix in ["ing", "ed", "es", "s"] where word.hasSuffix(suffix) && word.utf8.count - suffix.utf8.count > 3 {
      return String(word.dropLast(suffix.utf8.count))
    }
    return word
  }
}
