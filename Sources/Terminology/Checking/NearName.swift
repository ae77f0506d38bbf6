internal import ContentModel
internal import HanText

/// Words that are nearly a name: `low-rank adaption`, `catastrophic amnesia`, `灾难性忘却`.
///
/// The rest of the name must tell: what many concepts' names have in common (learning, model, 模型) says nothing.
struct NearName {
  /// In how many concepts' names a word stands, or two Han characters.
  private var uses: [String: Int] = [:]

  /// O(names).
  init(_ concepts: [Concept]) {
    for concept in concepts {
      for part in Set(concept.terms.flatMap { Self.words($0.name).map { $0.lowercased() } + Self.pairs($0.name) }) {
        uses[part, default: 0] += 1
      }
    }
  }

  /// The first stretch of a text that is one of the names but for one word or the end of it; `nil` where the difference is only
  /// one that inflection makes. O(text × name).
  func find(_ names: [String], in text: String) -> String? {
    names.lazy.compactMap { HanScript.share(of: $0) > 0 ? han($0, in: text) : latin($0, in: text) }.first
  }

  private func latin(_ name: String, in text: String) -> String? {
    let wanted = Self.words(name)
    let found = Self.words(text)
    guard wanted.count >= 2, found.count >= wanted.count else { return nil }
    for start in 0...(found.count - wanted.count) {
      let stretch = found[start..<(start + wanted.count)]
      let others = zip(stretch, wanted).filter { $0.lowercased() != $1.lowercased() }
      guard others.count == 1, let (own, right) = others.first, Self.isJoined(stretch, in: text) else { continue }
      let isOtherEnding = Self.isOtherEnding(own.lowercased(), right.lowercased())
      // `self-distillation` is another thing than knowledge distillation; another head after a telling word is another word for it.
      let isOtherHead =
        own == stretch.last && own.count >= 5 && !["ed", "ly"].contains(where: own.hasSuffix)
        && stretch.dropLast().contains { $0.count >= 5 && uses[$0.lowercased()] == 1 }
      if isOtherEnding == .word || isOtherEnding == nil && isOtherHead {
        return String(text[stretch.first!.startIndex..<stretch.last!.endIndex])
      }
    }
    return nil
  }

  private enum Ending { case inflection, word }

  /// How two words with one beginning differ; `nil` where they have not.
  private static func isOtherEnding(_ a: String, _ b: String) -> Ending? {
    let common = zip(a, b).prefix { $0 == $1 }.count
    guard common >= 3, common * 2 >= b.count, abs(a.count - b.count) <= 3 else { return nil }
    let endings = ["", "s", "es", "e", "ed", "d", "ing", "er", "ers", "or", "ors", "y", "ies", "ly", "al"]
    return endings.contains(String(a.dropFirst(common))) || endings.contains(String(b.dropFirst(common))) ? .inflection : .word
  }

  /// Whether nothing but a space or a hyphen stands between the words.
  private static func isJoined(_ stretch: ArraySlice<Substring>, in text: String) -> Bool {
    zip(stretch, stretch.dropFirst()).allSatisfy { " -".contains(text[$0.endIndex..<$1.startIndex]) }
  }

  private static func words(_ text: String) -> [Substring] { text.split { !($0.isLetter && $0.isASCII) && !$0.isNumber } }

  /// All the same but one character, or the last two, of which one stays: `灾难性忘却` for 灾难性遗忘.
  private func han(_ name: String, in text: String) -> String? {
    let wanted = Array(name), found = Array(text)
    guard wanted.count >= 4, found.count >= wanted.count, wanted.allSatisfy({ $0.unicodeScalars.allSatisfy(HanScript.contains) }) else {
      return nil
    }
    for start in 0...(found.count - wanted.count) where found[start] == wanted[0] {
      let stretch = found[start..<(start + wanted.count)]
      guard stretch.allSatisfy({ $0.unicodeScalars.allSatisfy(HanScript.contains) }) else { continue }
      let common = zip(stretch, wanted).prefix { $0 == $1 }.count
      let differing = zip(stretch, wanted).count { $0 != $1 }
      let isOtherTail = common == wanted.count - 2 && !Set(stretch.suffix(2)).isDisjoint(with: wanted.suffix(2))
      guard common >= 2, differing == 1 && common < wanted.count - 1 || isOtherTail else { continue }
      if Self.pairs(String(wanted[..<common])).contains(where: { uses[$0] == 1 }) { return String(stretch) }
    }
    return nil
  }

  private static func pairs(_ text: String) -> [String] {
    guard HanScript.share(of: text) > 0 else { return [] }
    return zip(text, text.dropFirst()).map { "\($0)\($1)" }
  }
}
