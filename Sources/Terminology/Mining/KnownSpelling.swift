/// Puts right what optical recognition confuses: `Language-lmage` where the lexicon knows `Language-Image`.
struct KnownSpelling: Sendable {
  private let bySkeleton: [[UInt32]: String]
  private let names: LexiconNames

  init(_ names: LexiconNames) {
    self.names = names
    var bySkeleton: [[UInt32]: String] = [:]
    for concept in names.concepts {
      for name in concept.english where name.utf8.count > 6 {
        let skeleton = Self.skeleton(name)
        if bySkeleton[skeleton] == nil { bySkeleton[skeleton] = name }
      }
    }
    self.bySkeleton = bySkeleton
  }

  /// The name, or the known one that looks the same.
  func corrected(_ name: StatedName) -> StatedName {
    guard name.kind == .english, let known = bySkeleton[Self.skeleton(name.text)] else { return name }
    let concepts = names.concepts(named: name.text)
    guard concepts.isEmpty else {
      // `FineTuning`, as programs write it, where the lexicon knows it in words alone.
      let isSolid = name.isSolid && !concepts.contains { names.concepts[$0].names.contains(name.text) }
      return isSolid && !StatedName(latin: known).isSolid ? StatedName(known.prefix(1).uppercased() + known.dropFirst(), .english) : name
    }
    // The lexicon knows how it is spelt, the page how it is capitalized.
    let own = Array(name.text.unicodeScalars), right = Array(known.unicodeScalars)
    guard own.count == right.count else { return StatedName(known, .english) }
    var result = String.UnicodeScalarView()
    for (index, (mine, theirs)) in zip(own, right).enumerated() {
      let isLookAlike = Self.lookAlikes.contains(mine) && mine.properties.lowercaseMapping != theirs.properties.lowercaseMapping
      let opensWord = index == 0 || !MinedLine.isLetter(own[index - 1])
      let letter = opensWord ? String(theirs).uppercased() : String(theirs)
      result.append(contentsOf: isLookAlike ? letter.unicodeScalars : String(mine).unicodeScalars)
    }
    return StatedName(String(result), .english)
  }

  private static let lookAlikes = Set("lI1|O0".unicodeScalars)

  private static func skeleton(_ name: String) -> [UInt32] {
    FoldedText(name).scalars.map { $0 == 0x6C || $0 == 0x31 ? 0x69 : $0 == 0x30 ? 0x6F : $0 }
  }
}
