/// A concept of a made-up field, with its names in both languages.
public struct SyntheticConcept: Sendable {
  public let slug: String
  public let chinese: String
  public let english: String
  /// Capital letters, of every fourth concept.
  public let abbreviation: String?
}

extension SyntheticVocabulary {
  /// Concepts that share no name. What stands at a place does not depend on how many there are.
  func concepts(_ count: Int, seed: UInt64) -> [SyntheticConcept] {
    var generator = SplitMix64(seed: seed)
    var taken: Set<String> = []
    func free(_ make: () -> String) -> String {
      while true {
        let name = make()
        if taken.insert(name).inserted { return name }
      }
    }
    return (0..<count).map { index in
      let chinese = free { (0..<2).map { _ in self.chinese[generator.below(self.chinese.count)] }.joined() }
      let english = free {
        (0..<generator.from(1...3)).map { _ in self.english[generator.below(self.english.count)] }
          .joined(separator: index.isMultiple(of: 3) ? "-" : " ") + (index.isMultiple(of: 2) ? "ing" : "er")
      }
      let abbreviation =
        index.isMultiple(of: 4)
        ? free {
          String(decoding: (0..<generator.from(3...5)).map { _ in UInt8(ascii: "A") + UInt8(generator.below(26)) }, as: UTF8.self)
        } : nil
      return SyntheticConcept(slug: "concept-\(index)", chinese: chinese, english: english, abbreviation: abbreviation)
    }
  }
}
